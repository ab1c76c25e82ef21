import type { Order } from '#contract/requests.ts';
import { hasRole, type Actor } from '#server/domain/actor.ts';
import { orderStatus } from '#server/domain/order.ts';
import type { NameRow } from './request-queries.ts';
import type { StoredLine, StoredOrder } from './order-queries.ts';
import { presentSignatory } from './present.ts';

type Line = Order['lines'][number];

function presentLine({ row, code, powerName, departmentName, replacesPowerName }: StoredLine): Line {
  const {
    id: requestId,
    itemId,
    powerId,
    need,
    casesPerYear,
    approach,
    officerIds,
    startWishOn,
    replacesGrantId,
    state,
    stage,
    dueAt,
    version,
  } = row;
  const said = { itemId, need, casesPerYear, approach, officerIds: [...officerIds], startWishOn, replacesGrantId };
  return { requestId, ...said, powerId, code, powerName, departmentName, replacesPowerName, state, stage, dueAt, version };
}

/** An order with its lines; its status follows from theirs. */
export function presentOrder({ row, createdByName }: StoredOrder, township: NameRow, lines: readonly StoredLine[], actor: Actor): Order {
  const { id, number, name, createdAt, submittedAt, updatedAt, version } = row;
  return {
    ...{ id, number, name },
    township: { id: township.id, kind: township.kind, name: township.name, shortName: township.shortName },
    status: orderStatus(lines.map((line) => line.row.state)),
    lines: lines.map(presentLine),
    createdBy: createdByName ?? '',
    createdAt,
    submittedBy: presentSignatory(row.submittedBy),
    ...{ submittedAt, updatedAt },
    allowedActions: allowedOrderActions(row, actor),
    version,
  };
}

function allowedOrderActions({ submittedAt, townshipId }: StoredOrder['row'], actor: Actor): Order['allowedActions'] {
  if (submittedAt !== null) return [];
  const isLead = hasRole(actor, 'lead', townshipId);
  return isLead ? ['edit', 'submit', 'discard'] : hasRole(actor, 'clerk', townshipId) ? ['edit', 'discard'] : [];
}
