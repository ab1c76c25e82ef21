import { z } from 'zod';
import { Day, Id, Instant, Signatory, Version, allowed, optionalProse, page, paging, prose } from './common.ts';
import { OrganisationName } from './accounts.ts';
import { only, operation } from './operation.ts';
import { LawFlag, SubjectBases } from './statutes.ts';
import {
  Carrier,
  Consequences,
  EndKind,
  GrantState,
  CarveOut,
  LegalBasis,
  PendingCase,
  Prerequisite,
  RecallReason,
  RecallState,
  Responsibilities,
  ReturnReason,
  ReturnState,
  SuspensionKind,
  grantActions,
} from './words.ts';

const feature = 'grants';
const grantId = z.strictObject({ grantId: Id });

export const GrantRow = z.strictObject({
  id: Id,
  powerId: Id,
  code: z.string(),
  powerName: z.string(),
  townshipId: Id,
  townshipName: z.string(),
  departmentName: z.string(),
  carrier: Carrier,
  state: GrantState,
  startsAt: Instant,
  endsAt: Instant.nullable(),
  endKind: EndKind.nullable(),
  documentNumber: z.string(),
  openCase: z.enum(['return', 'recall', 'swap']).nullable(),
  lawFlag: LawFlag,
});
export const Suspension = z.strictObject({ kind: SuspensionKind, fromAt: Instant, toAt: Instant.nullable(), reason: z.string() });
export const ReturnCase = z.strictObject({
  id: Id,
  state: ReturnState,
  reasonCode: ReturnReason,
  text: z.string(),
  wishedOn: Day,
  effectiveOn: Day.nullable(),
  pendingCases: z.array(PendingCase),
  filedBy: Signatory,
  filedAt: Instant,
  answeredBy: Signatory.nullable(),
  answeredAt: Instant.nullable(),
  supportPlan: z.string().nullable(),
  answerDueAt: Instant.nullable(),
  documentNumber: z.string().nullable(),
});
export const RecallCase = z.strictObject({
  id: Id,
  state: RecallState,
  reasonCode: RecallReason,
  basis: z.string(),
  notice: z.string(),
  isUrgent: z.boolean(),
  openedBy: Signatory,
  openedAt: Instant,
  hearingUntilAt: Instant,
  statement: z.string().nullable(),
  statedBy: Signatory.nullable(),
  statedAt: Instant.nullable(),
  outcome: z.enum(['recall', 'keep']).nullable(),
  decisionText: z.string().nullable(),
  decidedBy: Signatory.nullable(),
  decidedAt: Instant.nullable(),
  effectiveOn: Day.nullable(),
  pendingCases: z.array(PendingCase),
  documentNumber: z.string().nullable(),
});
export const GrantEvent = z.strictObject({
  id: Id,
  at: Instant,
  kind: z.enum([
    'granted',
    /** Older than the portal: entered with its own document. */
    'registered',
    'started',
    'trial_closed',
    'suspended',
    'resumed',
    'return_filed',
    'return_cancelled',
    'return_accepted',
    'return_deferred',
    'recall_noticed',
    'hearing_stated',
    'recall_decided',
    'end_planned',
    'ended',
    'swap_planned',
    'swap_undone',
    /** A compulsory measure: its end follows that of the penalty that it serves, or it rests while the department exercises that. */
    'end_rides',
    'rests_along',
    'basis_reconfirmed',
    'basis_rebased',
  ]),
  by: Signatory.nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export const Health = z.strictObject({
  prerequisite: Prerequisite,
  certificateKindName: z.string().nullable(),
  holds: z.boolean(),
  have: z.int(),
  need: z.int(),
  people: z.array(z.string()),
  lapsesAt: Instant.nullable(),
  /** The end of a waiver in force: until then it counts as met. */
  waivedUntilAt: Instant.nullable(),
});
const Tied = z.strictObject({ grantId: Id, powerName: z.string() });
export const GrantDetail = z.strictObject({
  ...GrantRow.shape,
  requestId: Id.nullable(),
  itemId: Id,
  township: OrganisationName,
  department: OrganisationName,
  /** What it rests on now, what was rebased included. */
  legalBases: z.array(LegalBasis),
  basesNow: SubjectBases,
  scopeNote: z.string(),
  carveOuts: z.array(CarveOut),
  responsibilities: Responsibilities.nullable(),
  consequences: Consequences,
  isReturnable: z.boolean(),
  notReturnableBasis: z.string().nullable(),
  trialEndsAt: Instant.nullable(),
  trialClosed: z.boolean(),
  isTrialExtended: z.boolean(),
  prerequisites: z.array(Health),
  suspensions: z.array(Suspension),
  returns: z.array(ReturnCase),
  recalls: z.array(RecallCase),
  swapRequestId: Id.nullable(),
  /** How it came about; a decision for all townships of a kind, or an older paper (存量), has no request of the township behind it. */
  origin: z.enum(['request', 'common', 'existing']),
  commonDecisionId: Id.nullable(),
  /** Compulsory measures ride with the penalty that they serve (行政强制法 17). */
  tie: z.strictObject({
    /** Of a penalty: the measures of the township that serve it; those that have no other penalty end with it. */
    measures: z.array(z.strictObject({ ...Tied.shape, endsAlong: z.boolean() })),
    /** Of a measure: the penalties with which it rides, and the one with whose end its own was set. */
    penalties: z.array(Tied),
    endsWith: Tied.nullable(),
  }),
  timeline: z.array(GrantEvent),
  allowedActions: allowed(grantActions),
  version: Version,
});
export type GrantDetail = z.infer<typeof GrantDetail>;

export const listGrants = operation({
  id: 'listGrants',
  feature,
  method: 'GET',
  path: '/grants',
  summary: 'Grants that the actor may see: own township, own department, or all',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  query: z.strictObject({ state: GrantState.optional(), townshipId: Id.optional(), powerId: Id.optional(), ...paging }),
  response: page(GrantRow),
  status: 200,
});
export const readGrant = operation({
  id: 'readGrant',
  feature,
  method: 'GET',
  path: '/grants/{grantId}',
  summary: 'A grant: terms, state, health, cases',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: grantId,
  response: GrantDetail,
  status: 200,
});
const act = { feature, status: 200, versioned: true, idempotent: true, params: grantId, response: GrantDetail } as const;
const running = ['grant_ended', 'case_open'] as const;
export const fileReturn = operation({
  ...act,
  id: 'fileReturn',
  method: 'POST',
  path: '/grants/{grantId}/return',
  summary: 'Return a power (退权): a right; the county may defer once',
  access: only('lead'),
  body: z.strictObject({ reasonCode: ReturnReason, text: prose(2000), wishedOn: Day, pendingCases: z.array(PendingCase).max(500) }),
  refusals: [
    ...running,
    'not_returnable',
    'return_date_too_early',
    'grant_not_running',
    'date_invalid',
    'pending_case_without_owner',
    'reason_required',
  ],
});
export const cancelReturn = operation({
  ...act,
  id: 'cancelReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/cancellation',
  summary: 'Take a return back before it takes effect',
  access: only('lead'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state', 'grant_ended', 'date_invalid', 'holding_overlap'],
});
export const acceptReturn = operation({
  ...act,
  id: 'acceptReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/acceptance',
  summary: 'Accept a return from a day',
  access: only('decider'),
  body: z.strictObject({ effectiveOn: Day, text: optionalProse(1000) }),
  refusals: ['wrong_state', 'grant_ended', 'return_date_too_early', 'interested_party', 'date_invalid'],
});
export const deferReturn = operation({
  ...act,
  id: 'deferReturn',
  method: 'POST',
  path: '/grants/{grantId}/return/deferral',
  summary: 'Defer a return once, at most 60 working days, with a support plan',
  access: only('decider'),
  body: z.strictObject({ untilOn: Day, supportPlan: prose(2000) }),
  refusals: [
    'wrong_state',
    'grant_ended',
    'already_deferred',
    'deferral_too_long',
    'return_date_too_early',
    'interested_party',
    'date_invalid',
    'reason_required',
    'holding_overlap',
  ],
});
export const openRecall = operation({
  ...act,
  id: 'openRecall',
  method: 'POST',
  path: '/grants/{grantId}/recall',
  summary: 'Notice of a recall (收回), with the right to be heard; when urgent, a suspension first',
  access: only('decider'),
  body: z.strictObject({ reasonCode: RecallReason, basis: prose(500), notice: prose(2000), isUrgent: z.boolean() }),
  refusals: [...running, 'grant_not_running', 'suspension_overlap', 'interested_party', 'reason_required'],
});
export const stateInHearing = operation({
  ...act,
  id: 'stateInHearing',
  method: 'POST',
  path: '/grants/{grantId}/recall/statement',
  summary: "The township's statement on a recall",
  access: only('lead'),
  body: z.strictObject({ statement: prose(4000) }),
  refusals: ['wrong_state', 'already_heard', 'grant_ended', 'reason_required'],
});
export const decideRecall = operation({
  ...act,
  id: 'decideRecall',
  method: 'POST',
  path: '/grants/{grantId}/recall/decision',
  summary: 'Decide a recall, after the hearing, by another person than opened it',
  access: only('decider'),
  body: z.strictObject({
    outcome: z.enum(['recall', 'keep']),
    text: prose(2000),
    effectiveOn: Day.nullable(),
    pendingCases: z.array(PendingCase).max(500),
  }),
  refusals: [
    'wrong_state',
    'grant_ended',
    'hearing_not_over',
    'opened_by_self',
    'date_invalid',
    'pending_case_without_owner',
    'interested_party',
    'reason_required',
  ],
});
export const suspendGrant = operation({
  ...act,
  id: 'suspendGrant',
  method: 'POST',
  path: '/grants/{grantId}/suspension',
  summary: 'Suspend by decision: the department holds the power until resumed',
  access: only('decider'),
  body: z.strictObject({ reason: prose(1000) }),
  refusals: ['grant_ended', 'grant_not_running', 'suspension_overlap', 'interested_party', 'reason_required'],
});
export const resumeGrant = operation({
  ...act,
  id: 'resumeGrant',
  method: 'POST',
  path: '/grants/{grantId}/resumption',
  summary: 'End a suspension by decision',
  access: only('decider'),
  body: z.strictObject({ reason: prose(1000) }),
  refusals: ['grant_ended', 'not_suspended', 'interested_party', 'reason_required'],
});
export const closeTrial = operation({
  ...act,
  id: 'closeTrial',
  method: 'POST',
  path: '/grants/{grantId}/trial-closing',
  summary: 'Close the trial: confirm, extend once, or take back',
  access: only('decider'),
  body: z.strictObject({
    outcome: z.enum(['confirm', 'extend', 'take_back']),
    extendMonths: z.int().min(1).max(12).nullable(),
    text: prose(1000),
  }),
  refusals: ['grant_ended', 'not_on_trial', 'trial_extended', 'reason_required', 'case_open', 'date_invalid', 'interested_party'],
});
