import type { Actor } from '#server/domain/people/actor.ts';
import { positionOf, type PowerRequest, type StageAct } from '#server/domain/requests/request.ts';
import { stepOf } from '#server/domain/requests/route.ts';
import { covers } from '#server/domain/people/scope.ts';
import { requestScope } from '#server/domain/people/visibility.ts';
import type { Db } from '#db/connection.ts';
import { findingOf } from './request-events.ts';
import { eventsOf, storedRequest, type EventRow, type RequestRow, type StoredRequest } from './request-queries.ts';

/** A request with its history: as stored, and as the rules see it. */
export interface RequestFile extends StoredRequest {
  readonly events: readonly EventRow[];
  readonly request: PowerRequest;
}

export function loadFile(db: Db, id: string): RequestFile | null {
  const stored = storedRequest(db, id);
  if (!stored) return null;
  const events = eventsOf(db, id);
  return { ...stored, events, request: requestOf(stored.row, events) };
}

const stageActs = ['opinion', 'legal_review', 'decision', 'sent_back'] as const satisfies readonly StageAct['kind'][];

function actOf({ kind: written, stage, accountId, onBehalfOfAccountId }: EventRow): StageAct[] {
  const kind = stageActs.find((one) => one === written);
  if (stage === null || kind === undefined) return [];
  return [{ kind, stage, people: [accountId, onBehalfOfAccountId].filter((one) => one !== null) }];
}

/** Rows and history put together to what the rules judge. */
export function requestOf(row: RequestRow, events: readonly EventRow[]): PowerRequest {
  const reviewed = events.filter(({ kind }) => kind === 'legal_review').at(-1);
  const {
    id,
    powerId,
    townshipId,
    departmentId,
    replacesGrantId,
    route,
    dueAt,
    isDueProvisional,
    remainingWorkingDays,
    isReconsidered,
    isExtensionUsed,
  } = row;
  return {
    ...positionOf(row.state, row.stage),
    id,
    powerId,
    townshipId,
    departmentId,
    replacesGrantId,
    route,
    dueAt,
    isDueProvisional,
    remainingWorkingDays,
    isReconsidered,
    isExtensionUsed,
    legalFinding: reviewed ? findingOf(reviewed) : null,
    acts: events.flatMap(actOf),
    interested: row.writers,
  };
}

/** What decides who sees a request; its draft is seen through its order alone. */
const factsOf = ({ townshipId, departmentId, route }: Seen) => ({
  townshipId,
  departmentId,
  legalStage: stepOf(route, 'legal') === null ? null : 'yes',
});
type Seen = Pick<RequestRow, 'state' | 'townshipId' | 'departmentId' | 'route'>;

export const canSeeRequest = (actor: Actor, row: Seen): boolean => row.state !== 'draft' && covers(requestScope(actor), factsOf(row));
