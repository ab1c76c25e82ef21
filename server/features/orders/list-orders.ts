import type { listOrders as listContract, readOrder as readContract } from '#contract/orders.ts';
import { orderStatus } from '#server/domain/requests/order.ts';
import { orderScope } from '#server/domain/people/visibility.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import { circumstancesOf, countedUpTo, nameOf, type RequestsPorts } from '#server/features/requests/index.ts';
import { linesOf, linesOfOrders, orderById, orderCount, orderPage, type StoredLine } from './order-queries.ts';
import { canSeeOrder } from './order-visibility.ts';
import { presentOrder } from './present-order.ts';

/** A township sees its own orders and drafts; county and audit see what was submitted (domain.md section 7, invariant 6). */
export const listOrders = (ports: RequestsPorts) => (call: CallOf<typeof listContract>) => {
  const { kind, townshipId, cursor = null, limit = 50 } = call.query;
  const filter = { scope: orderScope(call.actor), kind, townshipId };
  const rows = orderPage(ports.db, filter, cursor, limit + 1);
  const shown = rows.slice(0, limit);
  const lines = linesOfOrders(
    ports.db,
    shown.map(({ id }) => id),
  );
  const count = orderCount(ports.db, filter);
  const items = shown.map((row) => {
    const own = lines.filter(({ orderId }) => orderId === row.id);
    return {
      ...row,
      status: orderStatus(own.map(({ state }) => state)),
      lineCount: own.length,
      powerNames: own.map(({ powerName }) => powerName),
    };
  });
  return answered({
    items,
    nextCursor: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total: Math.min(count, countedUpTo),
    isTotalExact: count <= countedUpTo,
  });
};

export const readOrder = (ports: RequestsPorts) => (call: CallOf<typeof readContract>) => {
  const { db } = ports;
  const stored = orderById(db, call.params.orderId);
  if (!stored || !canSeeOrder(call.actor, stored.row)) return notFound;
  const lines = linesOf(db, stored.row.id);
  return answered(presentOrder(stored, nameOf(db, stored.row.townshipId), lines, call.actor, readyLines(ports, lines, call.now)));
};

/** Whether a preparation is complete is a fact of the moment; only lines in preparation cost a look. */
function readyLines(ports: RequestsPorts, lines: readonly StoredLine[], now: number): ReadonlySet<string> {
  const isReady = ({ row }: StoredLine): boolean =>
    row.state === 'preparing' && circumstancesOf(ports, ports.db, row, now).readiness?.isReady === true;
  return new Set(lines.filter(isReady).map(({ row }) => row.id));
}
