import { presentSignatory } from '#server/features/accounts/index.ts';
import type { NameRow } from '#server/features/organisations/index.ts';
import type { Order } from '#contract/orders.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { orderStatus } from '#server/domain/requests/order.ts';
import { allowedOrderActions } from '#server/domain/requests/order-guard.ts';
import type { StoredLine, StoredOrder } from './order-queries.ts';

type Line = Order['lines'][number];
const nothingReady: ReadonlySet<string> = new Set();

function presentLine({ row, replacesPowerName, ...names }: StoredLine, isReady: boolean): Line {
  const { id: requestId, itemId, powerId, state, stage, dueAt, version } = row;
  const { need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId } = row;
  const said = { itemId, need, casesPerYear, approach, officerIds: [...officerIds], startWishOn, replacesGrantId };
  return { requestId, ...said, powerId, ...names, replacesPowerName, state: isReady ? 'ready' : state, stage, dueAt, version };
}

/** An order with its lines; its status follows from theirs. `ready` holds the ids of lines whose preparation is complete. */
export function presentOrder(
  { row, createdByName }: StoredOrder,
  township: NameRow,
  lines: readonly StoredLine[],
  actor: Actor,
  ready: ReadonlySet<string> = nothingReady,
): Order {
  const { id, number, name, createdAt, submittedAt, updatedAt, version } = row;
  return {
    ...{ id, number, name },
    township: { id: township.id, kind: township.kind, name: township.name, shortName: township.shortName },
    status: orderStatus(lines.map((line) => line.row.state)),
    lines: lines.map((line) => presentLine(line, ready.has(line.row.id))),
    createdBy: createdByName ?? '',
    createdAt,
    submittedBy: row.submittedBy && presentSignatory(row.submittedBy),
    ...{ submittedAt, updatedAt },
    allowedActions: allowedOrderActions(row, actor),
    version,
  };
}
