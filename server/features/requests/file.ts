import { type Actor, hasRole, organisationsWhere } from '#server/domain/people/actor.ts';
import { positionOf, type PowerRequest, type StageAct } from '#server/domain/requests/request.ts';
import { stepOf } from '#server/domain/requests/route.ts';
import type { Db } from '#db/connection.ts';
import { findingOf } from './request-events.ts';
import { eventsOf, storedRequest, type EventRow, type RequestRow, type Scope, type StoredRequest } from './request-queries.ts';

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

/** The townships for which the actor drafts or signs. */
export const ownTownships = (actor: Actor): string[] => [
  ...new Set([...organisationsWhere(actor, 'clerk'), ...organisationsWhere(actor, 'lead')]),
];

const seesAll = (actor: Actor): boolean => hasRole(actor, 'decider') || hasRole(actor, 'auditor');

/**
 * Who sees a submitted request: its township, its department, legal reviewers where the route has their stage, deciders and
 * auditors (RULES.md 7.10). Drafts are seen through their order alone.
 */
export function canSeeRequest(
  actor: Actor,
  { state, townshipId, departmentId, route }: Pick<RequestRow, 'state' | 'townshipId' | 'departmentId' | 'route'>,
): boolean {
  if (state === 'draft') return false;
  if (seesAll(actor) || ownTownships(actor).includes(townshipId) || hasRole(actor, 'reviewer', departmentId)) return true;
  return hasRole(actor, 'legal_reviewer') && stepOf(route, 'legal') !== null;
}

/** The same for lists; who wears several hats sees what the widest shows. */
export function scopeOf(actor: Actor): Scope {
  if (seesAll(actor)) return { kind: 'all' };
  if (hasRole(actor, 'legal_reviewer')) return { kind: 'stage', stage: 'legal' };
  const departments = organisationsWhere(actor, 'reviewer');
  return departments.length > 0 ? { kind: 'departments', ids: [...new Set(departments)] } : { kind: 'townships', ids: ownTownships(actor) };
}
