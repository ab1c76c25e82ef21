import { type Actor, belongsTo, hasRole, isAmong } from '../people/actor.ts';
import type { Side } from '../law/carriers.ts';
import type { Calendar } from '../time/deadlines.ts';
import { type HandOver, isSigned } from './hand-over.ts';
import { type DomainRefusal, firstRefusal, refusal } from '../values/outcome.ts';
import type { Readiness } from './readiness.ts';
import { type RouteStep, roleOfStage, stepOf } from './route.ts';
import {
  type LegalFinding,
  type RequestAction,
  type RequestState,
  type Role,
  type Stage,
  requestActions,
  stages,
} from '../values/words.ts';

type StagedState = 'in_review' | 'sent_back';

/** Where a request is: only a file under review, or sent back from one, has a stage. */
export type Position =
  { readonly state: StagedState; readonly stage: Stage } | { readonly state: Exclude<RequestState, StagedState>; readonly stage: null };

/** Something that people did at a stage; two stages never share a person. */
export interface StageAct {
  readonly kind: 'opinion' | 'legal_review' | 'decision' | 'sent_back';
  readonly stage: Stage;
  /** Accounts behind the act: who pressed and for whom. */
  readonly people: readonly string[];
}

/** One power for one township: the case that is reviewed (RULES.md 2.23). */
export type PowerRequest = Position & {
  readonly id: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly departmentId: string;
  readonly replacesGrantId: string | null;
  readonly route: readonly RouteStep[];
  /** First instant after the time of the present stage or of the preparation. */
  readonly dueAt: number | null;
  readonly isDueProvisional: boolean;
  /** Working days that a stopped clock has left. */
  readonly remainingWorkingDays: number | null;
  readonly legalFinding: LegalFinding | null;
  readonly acts: readonly StageAct[];
  /** Accounts that drafted, edited or submitted it. */
  readonly interested: readonly string[];
  readonly isReconsidered: boolean;
  readonly isExtensionUsed: boolean;
};

/** What the rules need beside the file; readiness and hand-over are null outside of preparation. */
export interface Circumstances {
  readonly now: number;
  readonly calendar: Calendar;
  readonly readiness: Readiness | null;
  readonly handOver: HandOver | null;
}

/** A fact that came of an act or of time; stands in the history of the file. */
export interface RequestEvent {
  readonly kind:
    | 'submitted'
    | 'opinion'
    | 'opinion_silent'
    | 'legal_review'
    | 'decision'
    | 'sent_back'
    | 'resubmitted'
    | 'withdrawn'
    | 'reconsideration_requested'
    | 'preparation_started'
    | 'preparation_extended'
    | 'waived'
    | 'attested'
    | 'hand_over_edited'
    | 'hand_over_signed'
    | 'granted'
    | 'lapsed';
  readonly at: number;
  readonly stage: Stage | null;
}

/** What happens to a request: what people do, and what time and the ledger do. */
export type RequestMove = RequestAction | 'pass_in_silence' | 'start_preparation' | 'lapse' | 'grant';

/** A discarded draft is gone; every other target is a state. */
export type RequestTarget = RequestState | 'discarded';

/** Every legal move (RULES.md 5.1). The guard, `allowedActions`, the tests and the diagram in the README rest on this table. */
export const transitions = {
  draft: { submit: ['in_review'], edit: ['draft'], discard: ['discarded'] },
  in_review: {
    give_opinion: ['in_review'],
    pass_in_silence: ['in_review'],
    review_legally: ['in_review'],
    decide: ['approved', 'rejected'],
    send_back: ['sent_back'],
    withdraw: ['withdrawn'],
  },
  sent_back: { edit: ['sent_back'], resubmit: ['in_review'], withdraw: ['withdrawn'] },
  // Waiting for one of the township's preparation slots; the roles that may stop preparing may stop waiting.
  approved: { start_preparation: ['preparing'], withdraw: ['withdrawn'] },
  preparing: {
    extend_preparation: ['preparing'],
    waive: ['preparing'],
    attest: ['preparing'],
    edit_hand_over: ['preparing'],
    sign_hand_over: ['preparing'],
    grant: ['granted'],
    withdraw: ['withdrawn'],
    lapse: ['lapsed'],
  },
  rejected: { request_reconsideration: ['in_review'] },
  granted: {},
  withdrawn: {},
  lapsed: {},
} as const satisfies Record<RequestState, Partial<Record<RequestMove, readonly RequestTarget[]>>>;

/** Whether the table knows the move in the state (RULES.md 5.1). */
export function canMove(state: RequestState, move: RequestMove): boolean {
  return Object.hasOwn(transitions[state], move);
}

type Party = 'clerk' | 'lead' | 'department' | 'stage' | 'decider';

/** Who may act. `stage` names where; `isImpartial` keeps interested parties out. */
const rules: Record<RequestAction, { readonly by: readonly Party[]; readonly stage?: Stage | 'current'; readonly isImpartial?: true }> = {
  submit: { by: ['lead'] },
  edit: { by: ['clerk', 'lead'] },
  discard: { by: ['clerk', 'lead'] },
  give_opinion: { by: ['stage'], stage: 'department', isImpartial: true },
  review_legally: { by: ['stage'], stage: 'legal', isImpartial: true },
  decide: { by: ['stage'], stage: 'county', isImpartial: true },
  send_back: { by: ['stage'], stage: 'current', isImpartial: true },
  resubmit: { by: ['lead'] },
  withdraw: { by: ['lead'] },
  request_reconsideration: { by: ['lead'] },
  extend_preparation: { by: ['decider'], isImpartial: true },
  waive: { by: ['decider'], isImpartial: true },
  attest: { by: ['lead'] },
  edit_hand_over: { by: ['clerk', 'lead', 'department'] },
  sign_hand_over: { by: ['lead', 'department'] },
};

function isParty(party: Party, request: PowerRequest, actor: Actor, stage: Stage | 'current' | undefined): boolean {
  if (party === 'clerk' || party === 'lead') return hasRole(actor, party, request.townshipId);
  if (party === 'department') return hasRole(actor, 'reviewer', request.departmentId) && !belongsTo(actor, request.townshipId);
  if (party === 'decider') return hasRole(actor, 'decider');
  const asked = stage === undefined || stage === 'current' ? stages : [stage];
  return asked.some((one) => hasRole(actor, roleOfStage[one], stepOf(request.route, one)?.organisationId));
}

function refuseStage(request: PowerRequest, actor: Actor, wanted: Stage | 'current' | undefined): DomainRefusal | null {
  if (wanted === undefined) return null;
  const { stage } = request;
  if (stage === null || (wanted !== 'current' && wanted !== stage)) return refusal('wrong_stage', { stage: stage ?? '' });
  const step = stepOf(request.route, stage);
  return step && hasRole(actor, roleOfStage[stage], step.organisationId) ? null : refusal('wrong_stage', { stage });
}

/** Why somebody may not act although the role is theirs. */
export type Bar = 'interested_party' | 'acted_on_other_stage' | 'same_people';

function barOf(request: PowerRequest, actor: Actor, wanted: Stage | 'current' | undefined): Bar | null {
  if (belongsTo(actor, request.townshipId) || isAmong(actor, request.interested)) return 'interested_party';
  if (wanted === undefined) return null;
  if (request.acts.some((act) => act.stage !== request.stage && isAmong(actor, act.people))) return 'acted_on_other_stage';
  return request.acts.some((act) => act.kind === 'decision' && isAmong(actor, act.people)) ? 'same_people' : null;
}

function refusePeople(request: PowerRequest, actor: Actor, wanted: Stage | 'current' | undefined): DomainRefusal | null {
  const bar = barOf(request, actor, wanted);
  return bar === null ? null : refusal(bar);
}

/** Accounts that cannot take the next step, in whatever role by then: who wrote or signed the request, who acted on another stage, who decided before (RULES.md 2.8, 2.9). */
export function peopleExcluded(request: PowerRequest): string[] {
  if (request.state !== 'in_review') return [];
  const known = [...new Set([...request.interested, ...request.acts.flatMap(({ people }) => people)])];
  return known.filter((accountId) => barOf(request, { accountId, name: '', memberships: [], onBehalfOf: null }, 'current') !== null);
}

/** Why the step that waits for the actor's role has to be done by a colleague, or null (RULES.md 2.8, 2.9). */
export function excludedFromStage(request: PowerRequest, actor: Actor): Bar | null {
  if (request.state !== 'in_review' || refuseStage(request, actor, 'current') !== null) return null;
  return barOf(request, actor, 'current');
}

/** A role of one body; without the body, wherever the actor has it. */
export interface Capacity {
  readonly role: Role;
  readonly organisationId: string | undefined;
}

function capacityOfParty(
  party: Party,
  { townshipId, departmentId, route, stage }: PowerRequest,
  wanted: Stage | 'current' | undefined,
): Capacity {
  if (party === 'clerk' || party === 'lead') return { role: party, organisationId: townshipId };
  if (party === 'department') return { role: 'reviewer', organisationId: departmentId };
  const at = party === 'decider' ? 'county' : wanted === 'current' || wanted === undefined ? stage : wanted;
  return at === null
    ? { role: 'decider', organisationId: undefined }
    : { role: roleOfStage[at], organisationId: stepOf(route, at)?.organisationId };
}

/**
 * In which role and of which body the actor does this: as the party that the guard lets do it, never as whatever else they are. The file must have
 * been settled by time first.
 */
export function capacityFor(action: RequestAction, request: PowerRequest, actor: Actor): Capacity {
  const { by, stage } = rules[action];
  const party = by.find((one) => isParty(one, request, actor, stage)) ?? by[0];
  if (party === undefined) throw new RangeError(`${action} has no party that may do it`);
  return capacityOfParty(party, request, stage);
}

/** The side for which the actor would sign or write: the township's own people first (RULES.md 5.26). */
export function sideOf(request: PowerRequest, actor: Actor): Side {
  return belongsTo(actor, request.townshipId) ? 'township' : 'department';
}

/** The department's side of a hand-over is not taken by who asked for the power. */
const isForDepartment = (by: readonly Party[], request: PowerRequest, actor: Actor): boolean =>
  by.includes('department') && sideOf(request, actor) === 'department';

function refuseFacts(
  action: RequestAction,
  request: PowerRequest,
  actor: Actor,
  { readiness, handOver }: Circumstances,
): DomainRefusal | null {
  if (action === 'request_reconsideration' && request.isReconsidered) return refusal('reconsideration_used');
  if (action === 'extend_preparation' && request.isExtensionUsed) return refusal('extension_used');
  if (action === 'edit_hand_over' && handOver && isSigned(handOver)) return refusal('already_signed');
  if (action !== 'sign_hand_over') return null;
  if (handOver?.signedBy[sideOf(request, actor)]) return refusal('already_signed');
  if (!readiness || readiness.openPrerequisites > 0) return refusal('prerequisites_open', { count: readiness?.openPrerequisites ?? 0 });
  return readiness.openCommitments > 0 ? refusal('commitments_open', { count: readiness.openCommitments }) : null;
}

/**
 * Why the actor may not do this to the request now, or null: right role and organisation, right state and stage, no person on two stages or on their
 * own request, other people on a reconsideration (RULES.md 2.8, 2.9, 5.5). The file must have been settled by time first (`settle` of review.ts).
 */
export function guardRequest(
  action: RequestAction,
  request: PowerRequest,
  actor: Actor,
  circumstances: Circumstances,
): DomainRefusal | null {
  const { by, stage, isImpartial } = rules[action];
  return firstRefusal(
    () => (by.some((party) => isParty(party, request, actor, stage)) ? null : refusal('forbidden')),
    () => (canMove(request.state, action) ? null : refusal('wrong_state', { state: request.state })),
    () => refuseStage(request, actor, stage),
    () => (isImpartial || isForDepartment(by, request, actor) ? refusePeople(request, actor, stage) : null),
    () => refuseFacts(action, request, actor, circumstances),
  );
}

/** What the actor may do to a settled request; travels with the data (RULES.md 5.5). */
export function allowedActions(request: PowerRequest, actor: Actor, circumstances: Circumstances): RequestAction[] {
  return requestActions.filter((action) => guardRequest(action, request, actor, circumstances) === null);
}

/** State and stage as stored, put together again; a pair that cannot be is a fault of the file (RULES.md 5.2). */
export function positionOf(state: RequestState, stage: Stage | null): Position {
  if (state === 'in_review' || state === 'sent_back') {
    if (stage !== null) return { state, stage };
  } else if (stage === null) return { state, stage };
  throw new RangeError(`A request cannot be ${state} at stage ${stage ?? 'none'}`);
}
