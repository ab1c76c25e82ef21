import { z } from 'zod';
import { Count, Day, Id, IdList, Instant, Nothing, Signatory, Version, allowed, line, optionalProse, page, paging, prose } from './common.ts';
import { OrganisationName } from './accounts.ts';
import { Badge, EligibilityReason, Terms } from './menu.ts';
import { only, operation } from './operation.ts';
import { ProblemCode } from './problems.ts';
import { Commitment } from './resources.ts';
import {
  DecisionOutcome,
  HandOverList,
  LegalFinding,
  ObjectionReason,
  OpinionPosition,
  Prerequisite,
  RejectionReason,
  RequestState,
  SendBackReason,
  Stage,
  requestActions,
} from './words.ts';

const feature = 'requests';
const requestId = z.strictObject({ requestId: Id });
const orderId = z.strictObject({ orderId: Id });

export const Conditions = z.strictObject({
  extraPrerequisites: z.array(Prerequisite).max(10),
  termMonths: z.int().min(1).max(240).nullable(),
  notBeforeOn: Day.nullable(),
  text: prose(1000),
});

/** What a township says of one power; a draft may be incomplete, a submitted order may not. */
export const LineInput = z.strictObject({
  itemId: Id,
  need: optionalProse(2000),
  casesPerYear: Count.max(1_000_000).nullable(),
  approach: optionalProse(2000),
  officerIds: z.array(Id).max(50),
  startWishOn: Day.nullable(),
  replacesGrantId: Id.nullable(),
});
export const OrderLine = z.strictObject({
  requestId: Id,
  ...LineInput.shape,
  powerId: Id,
  code: z.string(),
  powerName: z.string(),
  departmentName: z.string(),
  replacesPowerName: z.string().nullable(),
  state: RequestState,
  stage: Stage.nullable(),
  dueAt: Instant.nullable(),
  version: Version,
});
export const OrderStatus = z.enum(['draft', 'in_review', 'action_needed', 'preparing', 'partly_granted', 'granted', 'closed']);
export const Order = z.strictObject({
  id: Id,
  number: z.string().nullable(),
  name: z.string(),
  township: OrganisationName,
  status: OrderStatus,
  lines: z.array(OrderLine),
  createdBy: z.string(),
  createdAt: Instant,
  submittedBy: Signatory.nullable(),
  submittedAt: Instant.nullable(),
  updatedAt: Instant,
  allowedActions: allowed(['edit', 'submit', 'discard']),
  version: Version,
});
export type Order = z.infer<typeof Order>;
export const OrderRow = z.strictObject({
  id: Id,
  number: z.string().nullable(),
  name: z.string(),
  townshipName: z.string(),
  status: OrderStatus,
  lineCount: z.int(),
  powerNames: z.array(z.string()),
  submittedAt: Instant.nullable(),
  updatedAt: Instant,
});

export const listOrders = operation({
  id: 'listOrders',
  feature,
  method: 'GET',
  path: '/orders',
  summary: 'Orders and drafts of the own township; submitted ones of all for county and auditor',
  access: only('clerk', 'lead', 'decider', 'auditor'),
  query: z.strictObject({ kind: z.enum(['draft', 'submitted']).optional(), townshipId: Id.optional(), ...paging }),
  response: page(OrderRow),
  status: 200,
});
export const createOrder = operation({
  id: 'createOrder',
  feature,
  method: 'POST',
  path: '/orders',
  summary: 'Open a named draft, or place an order at once (`submit`, lead only)',
  access: only('clerk', 'lead'),
  body: z.strictObject({ name: line(60), lines: z.array(LineInput).max(50), submit: z.boolean().optional() }),
  response: Order,
  status: 201,
  idempotent: true,
  refusals: [
    'no_published_edition',
    'line_exists',
    'officer_unknown',
    'replaced_grant_unavailable',
    'swap_same_power',
    'order_empty',
    'line_incomplete',
    'not_eligible',
    'already_held',
    'already_requested',
    'mutually_exclusive',
    'not_orderable',
    'forbidden',
    'line_has_many_conflicts',
  ],
});
export const readOrder = operation({
  id: 'readOrder',
  feature,
  method: 'GET',
  path: '/orders/{orderId}',
  summary: 'An order with its lines',
  access: only('clerk', 'lead', 'decider', 'auditor'),
  params: orderId,
  response: Order,
  status: 200,
});
export const renameOrder = operation({
  id: 'renameOrder',
  feature,
  method: 'PATCH',
  path: '/orders/{orderId}',
  summary: 'Rename a draft',
  access: only('clerk', 'lead'),
  params: orderId,
  body: z.strictObject({ name: line(60) }),
  response: Order,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['order_submitted'],
});
export const putLine = operation({
  id: 'putLine',
  feature,
  method: 'PUT',
  path: '/orders/{orderId}/lines/{itemId}',
  summary: 'Put a power into a draft, or save what was typed about it',
  access: only('clerk', 'lead'),
  params: z.strictObject({ orderId: Id, itemId: Id }),
  body: LineInput.omit({ itemId: true }),
  response: Order,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: [
    'order_submitted',
    'officer_unknown',
    'replaced_grant_unavailable',
    'swap_same_power',
    'not_orderable',
    'no_published_edition',
  ],
});
export const dropLine = operation({
  id: 'dropLine',
  feature,
  method: 'DELETE',
  path: '/orders/{orderId}/lines/{itemId}',
  summary: 'Take a power out of a draft',
  access: only('clerk', 'lead'),
  params: z.strictObject({ orderId: Id, itemId: Id }),
  response: Order,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['order_submitted'],
});
export const discardOrder = operation({
  id: 'discardOrder',
  feature,
  method: 'DELETE',
  path: '/orders/{orderId}',
  summary: 'Throw a draft away',
  access: only('clerk', 'lead'),
  params: orderId,
  response: Nothing,
  status: 204,
  versioned: true,
  idempotent: true,
  refusals: ['order_submitted'],
});

export const RouteStep = z.strictObject({
  stage: Stage,
  organisation: OrganisationName,
  workingDays: z.int(),
  dueOn: Day,
  isProvisional: z.boolean(),
  status: z.enum(['ahead', 'current', 'done', 'silent', 'stopped']),
});
export const PrerequisiteHealth = z.strictObject({
  prerequisite: Prerequisite,
  certificateKindName: z.string().nullable(),
  holds: z.boolean(),
  have: z.int(),
  need: z.int(),
  people: z.array(z.string()),
  waivedUntilOn: Day.nullable(),
  isExtra: z.boolean(),
});
export const LineCheck = z.strictObject({
  itemId: Id,
  powerName: z.string(),
  conflicts: z.array(z.strictObject({ code: ProblemCode, with: z.string(), fields: z.array(z.string()) })),
  notEligible: z.array(EligibilityReason),
  companionsMissing: z.array(z.strictObject({ itemId: Id.nullable(), code: z.string(), name: z.string() })),
  prerequisites: z.array(PrerequisiteHealth),
  resources: Terms.shape.resources,
  route: z.array(RouteStep),
  waiting: z.strictObject({ decided: z.int(), medianWorkingDays: z.int().nullable(), p90WorkingDays: z.int().nullable() }),
});
export const checkOrder = operation({
  id: 'checkOrder',
  feature,
  method: 'GET',
  path: '/orders/{orderId}/check',
  summary: 'What follows from a draft: conflicts, prerequisites, resources owed, route, waiting time',
  access: only('clerk', 'lead'),
  params: orderId,
  status: 200,
  /** `leads`: who may sign and submit for the township. */
  response: z.strictObject({ lines: z.array(LineCheck), isReady: z.boolean(), leads: z.array(z.string()) }),
});
export const submitOrder = operation({
  id: 'submitOrder',
  feature,
  method: 'POST',
  path: '/orders/{orderId}/submission',
  summary: 'Sign and submit a draft',
  access: only('lead'),
  params: orderId,
  response: Order,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: [
    'order_submitted',
    'order_empty',
    'line_incomplete',
    'not_eligible',
    'already_held',
    'already_requested',
    'mutually_exclusive',
    'not_orderable',
    'officer_unknown',
    'replaced_grant_unavailable',
    'swap_same_power',
    'line_has_many_conflicts',
  ],
});

export const RequestRow = z.strictObject({
  id: Id,
  orderId: Id,
  orderNumber: z.string(),
  townshipId: Id,
  townshipName: z.string(),
  powerId: Id,
  code: z.string(),
  powerName: z.string(),
  departmentName: z.string(),
  state: RequestState,
  stage: Stage.nullable(),
  isSwap: z.boolean(),
  submittedAt: Instant,
  dueAt: Instant.nullable(),
});
export const listRequests = operation({
  id: 'listRequests',
  feature,
  method: 'GET',
  path: '/requests',
  summary: 'Requests that the actor may see, newest first',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  query: z.strictObject({
    state: RequestState.exclude(['draft', 'ready']).optional(),
    townshipId: Id.optional(),
    powerId: Id.optional(),
    orderId: Id.optional(),
    ...paging,
  }),
  response: page(RequestRow),
  status: 200,
});

/** One event of a case, in full. `facts` depends on the kind; the client has words for each. */
export const TimelineEvent = z.strictObject({
  id: Id,
  at: Instant,
  kind: z.enum([
    'submitted',
    'opinion',
    'opinion_silent',
    'legal_review',
    'legal_silent',
    'decision',
    'sent_back',
    'resubmitted',
    'withdrawn',
    'reconsideration_requested',
    'preparation_started',
    'preparation_extended',
    'waived',
    'attested',
    'commitment_delivered',
    'commitment_confirmed',
    'commitment_disputed',
    'hand_over_edited',
    'hand_over_signed',
    'granted',
    'lapsed',
    'escalated',
  ]),
  by: Signatory.nullable(),
  facts: z.record(z.string(), z.unknown()),
});
export const RequestDetail = z.strictObject({
  id: Id,
  order: z.strictObject({ id: Id, number: z.string(), name: z.string() }),
  township: OrganisationName,
  department: OrganisationName,
  power: z.strictObject({ id: Id, code: z.string(), name: z.string() }),
  itemId: Id,
  editionNumber: z.int(),
  /** Another edition has been published since, and it says something else about this power. */
  haveTermsChanged: z.boolean(),
  replaces: z.strictObject({ grantId: Id, powerName: z.string() }).nullable(),
  state: RequestState,
  stage: Stage.nullable(),
  need: z.string(),
  casesPerYear: z.int(),
  approach: z.string(),
  officers: z.array(z.strictObject({ id: Id, name: z.string() })),
  startWishOn: Day.nullable(),
  submittedAt: Instant,
  withWhom: OrganisationName.nullable(),
  sinceAt: Instant.nullable(),
  dueAt: Instant.nullable(),
  isDueProvisional: z.boolean(),
  route: z.array(RouteStep),
  timeline: z.array(TimelineEvent),
  grantId: Id.nullable(),
  allowedActions: allowed(requestActions),
  /** Why the step on the reader's own desk has to be done by a colleague; null when it need not. */
  barred: z.enum(['interested_party', 'acted_on_other_stage', 'same_people']).nullable(),
  version: Version,
});
export type RequestDetail = z.infer<typeof RequestDetail>;
export const readRequest = operation({
  id: 'readRequest',
  feature,
  method: 'GET',
  path: '/requests/{requestId}',
  summary: 'The file of a request with its timeline',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: requestId,
  response: RequestDetail,
  status: 200,
});
export const Elsewhere = z.strictObject({
  requestId: Id.nullable(),
  townshipName: z.string(),
  outcome: z.enum(['approve', 'approve_with_conditions', 'reject', 'held', 'returned', 'recalled']),
  at: Instant,
  text: z.string(),
});
/** What a decider must know before deciding: what follows, live. */
export const readConsequences = operation({
  id: 'readConsequences',
  feature,
  method: 'GET',
  path: '/requests/{requestId}/consequences',
  summary: 'Terms, prerequisites, resources and history beside a decision',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: requestId,
  response: z.strictObject({
    terms: Terms,
    currentTerms: Terms.nullable(),
    prerequisites: z.array(PrerequisiteHealth),
    resources: Terms.shape.resources,
    resourceOwners: z.array(OrganisationName),
    inPreparation: z.int(),
    preparationSlots: z.int(),
    sameOrder: z.array(RequestRow),
    elsewhere: z.array(Elsewhere),
  }),
  status: 200,
});

export const HandOver = z.strictObject({
  list: HandOverList.nullable(),
  signedByDepartment: Signatory.nullable(),
  signedByTownship: Signatory.nullable(),
});
export const Preparation = z.strictObject({
  requestId: Id,
  state: RequestState,
  isReady: z.boolean(),
  prerequisites: z.array(PrerequisiteHealth),
  commitments: z.array(Commitment),
  handOver: HandOver,
  /** Where the request stands in the queue for one of the township's preparation slots; 0 when it has one. */
  queuePosition: z.int(),
  dueAt: Instant.nullable(),
  isExtensionUsed: z.boolean(),
  startsAt: Instant.nullable(),
  conditions: Conditions.nullable(),
  allowedActions: allowed(requestActions),
  version: Version,
});
export const readPreparation = operation({
  id: 'readPreparation',
  feature,
  method: 'GET',
  path: '/requests/{requestId}/preparation',
  summary: 'Prerequisites and commitments live, and the hand-over',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  params: requestId,
  response: Preparation,
  status: 200,
});

const act = { feature, status: 200, versioned: true, idempotent: true, params: requestId, response: RequestDetail } as const;
export const giveOpinion = operation({
  ...act,
  id: 'giveOpinion',
  method: 'POST',
  path: '/requests/{requestId}/opinion',
  summary: "The department's opinion; an objection is not a veto",
  access: only('reviewer'),
  body: z.strictObject({ position: OpinionPosition, reasonCode: ObjectionReason.nullable(), text: optionalProse(2000) }),
  refusals: ['wrong_state', 'wrong_stage', 'acted_on_other_stage', 'interested_party', 'reason_required'],
});
export const reviewLegally = operation({
  ...act,
  id: 'reviewLegally',
  method: 'POST',
  path: '/requests/{requestId}/legal-review',
  summary: 'Legal review; "unlawful" cites an article and blocks',
  access: only('legal_reviewer'),
  body: z.strictObject({ finding: LegalFinding, citation: optionalProse(300), text: optionalProse(2000) }),
  refusals: ['wrong_state', 'wrong_stage', 'acted_on_other_stage', 'interested_party', 'citation_required', 'reason_required'],
});
export const decide = operation({
  ...act,
  id: 'decide',
  method: 'POST',
  path: '/requests/{requestId}/decision',
  summary: "The county's decision",
  access: only('decider'),
  body: z.strictObject({
    outcome: DecisionOutcome,
    conditions: Conditions.nullable(),
    reasonCode: RejectionReason.nullable(),
    text: optionalProse(2000),
    wouldBePossibleIf: optionalProse(2000),
    alternativeItemId: Id.nullable(),
  }),
  refusals: [
    'wrong_state',
    'wrong_stage',
    'acted_on_other_stage',
    'interested_party',
    'legal_review_unlawful',
    'reason_required',
    'alternative_required',
    'conditions_required',
    'same_people',
    'replaced_grant_unavailable',
    'already_held',
    'date_invalid',
    'certificate_kind_unknown',
  ],
});
export const sendBack = operation({
  ...act,
  id: 'sendBack',
  method: 'POST',
  path: '/requests/{requestId}/send-back',
  summary: 'Send back for supplement; the clock stops',
  access: only('reviewer', 'legal_reviewer', 'decider'),
  body: z.strictObject({ reasonCode: SendBackReason, missing: prose(2000) }),
  refusals: ['wrong_state', 'wrong_stage', 'interested_party', 'acted_on_other_stage', 'same_people'],
});
export const resubmit = operation({
  ...act,
  id: 'resubmit',
  method: 'POST',
  path: '/requests/{requestId}/resubmission',
  summary: 'Answer a send-back with the same request',
  access: only('lead'),
  body: z.strictObject({ ...LineInput.omit({ itemId: true, replacesGrantId: true }).shape, answer: prose(2000) }),
  refusals: ['wrong_state', 'line_incomplete', 'officer_unknown'],
});
export const withdraw = operation({
  ...act,
  id: 'withdraw',
  method: 'POST',
  path: '/requests/{requestId}/withdrawal',
  summary: 'Withdraw a request',
  access: only('lead'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state'],
});
export const requestReconsideration = operation({
  ...act,
  id: 'requestReconsideration',
  method: 'POST',
  path: '/requests/{requestId}/reconsideration',
  summary: 'Ask, once, that other people look at a rejection again',
  access: only('lead'),
  body: z.strictObject({ grounds: prose(2000) }),
  refusals: ['wrong_state', 'reconsideration_used', 'already_requested', 'already_held', 'replaced_grant_unavailable'],
});
export const extendPreparation = operation({
  ...act,
  id: 'extendPreparation',
  method: 'POST',
  path: '/requests/{requestId}/extension',
  summary: 'Extend the preparation, once',
  access: only('decider'),
  body: z.strictObject({ text: prose(1000) }),
  refusals: ['wrong_state', 'extension_used'],
});
export const waive = operation({
  ...act,
  id: 'waive',
  method: 'POST',
  path: '/requests/{requestId}/waivers',
  summary: 'Waive a prerequisite or commitment until a day, with a reason',
  access: only('decider'),
  body: z.strictObject({ subject: z.enum(['prerequisite', 'commitment']), key: Id, reason: prose(1000), untilOn: Day }),
  refusals: ['wrong_state', 'waiver_exists', 'unknown_prerequisite', 'date_invalid', 'interested_party'],
});
export const attest = operation({
  ...act,
  id: 'attest',
  method: 'POST',
  path: '/requests/{requestId}/attestations',
  summary: 'The township attests premises, equipment or procedure',
  access: only('lead'),
  body: z.strictObject({ key: Id, text: prose(1000) }),
  refusals: ['wrong_state', 'unknown_prerequisite'],
});
export const editHandOver = operation({
  ...act,
  id: 'editHandOver',
  method: 'PUT',
  path: '/requests/{requestId}/hand-over',
  summary: 'Write the hand-over list; a change voids signatures',
  access: only('reviewer', 'clerk', 'lead'),
  body: HandOverList,
  refusals: ['wrong_state', 'already_signed'],
});
export const signHandOver = operation({
  ...act,
  id: 'signHandOver',
  method: 'POST',
  path: '/requests/{requestId}/hand-over/signatures',
  summary: 'Sign the hand-over; with the second signature the document is issued',
  access: only('reviewer', 'lead'),
  refusals: [
    'wrong_state',
    'hand_over_incomplete',
    'already_signed',
    'prerequisites_open',
    'commitments_open',
    'power_held_by_other',
    'start_date_past',
    'replaced_grant_unavailable',
    'not_returnable',
    'swap_same_power',
    'holding_overlap',
    'date_invalid',
    'interested_party',
  ],
});

export const listBadges = operation({
  id: 'listBadges',
  feature,
  method: 'GET',
  path: '/menu/badges',
  summary: 'What somebody sees of items before the click: held, ordered, in a draft, excluded, not eligible; held or wanted by others',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'),
  query: z.strictObject({ itemIds: IdList }),
  response: z.strictObject({ items: z.array(Badge) }),
  status: 200,
});
