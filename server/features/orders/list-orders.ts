import { pageOf, totalOf } from '#server/platform/list-page.ts';
import { nameOf } from '#server/features/organisations/index.ts';
import type { listOrders as listContract, readOrder as readContract } from '#contract/orders.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { orderStatus } from '#server/domain/requests/order.ts';
import { orderScope } from '#server/domain/people/visibility.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { circumstancesOf, type RequestsPorts } from '#server/features/requests/index.ts';
import { presentFound } from '#server/records/change.ts';
import { linesOf, linesOfOrders, orderById, orderCount, orderPage, type StoredLine } from './order-queries.ts';
import { canSeeOrder } from './order-visibility.ts';
import { presentOrder } from './present-order.ts';

/** A township sees its own orders and drafts; county and audit see what was submitted (RULES.md 7.10). */
export const listOrders = (ports: RequestsPorts) => (call: CallOf<typeof listContract>) => {
  const { kind, townshipId, cursor = null, limit = 50 } = call.query;
  const filter = { scope: orderScope(call.actor), kind, townshipId };
  const rows = orderPage(ports.db, filter, cursor, limit + 1);
  const { shown, nextCursor } = pageOf(rows, limit, ({ id }) => id);
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
    nextCursor,
    ...totalOf(count),
  });
};

export const readOrder = (ports: RequestsPorts) => (call: CallOf<typeof readContract>) =>
  orderAgain(ports, call)(ports.db, call.params.orderId);

/** The order as the actor sees it now. */
export const orderAgain = (ports: RequestsPorts, { actor, now }: { readonly actor: Actor; readonly now: number }) =>
  presentFound(
    (db, id) => {
      const stored = orderById(db, id);
      return stored && canSeeOrder(actor, stored.row) ? stored : null;
    },
    (stored, db) => {
      const lines = linesOf(db, stored.row.id);
      return presentOrder(stored, nameOf(db, stored.row.townshipId), lines, actor, readyLines(ports, db, lines, now));
    },
  );

/** Whether a preparation is complete is a fact of the moment; only lines in preparation cost a look. */
function readyLines(ports: RequestsPorts, db: Db, lines: readonly StoredLine[], now: number): ReadonlySet<string> {
  const isReady = ({ row }: StoredLine): boolean =>
    row.state === 'preparing' && circumstancesOf(ports, db, row, now).readiness?.isReady === true;
  return new Set(lines.filter(isReady).map(({ row }) => row.id));
}
