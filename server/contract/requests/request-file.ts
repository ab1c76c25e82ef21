import { z } from 'zod';
import { OrganisationName } from '../organisations/organisations.ts';
import { Day, Id, Instant, Version, allowed, page, paging } from '../common.ts';
import { Terms } from '../catalogue/menu-terms.ts';
import { only, operation } from '../operation.ts';
import { TimelineEvent } from './request-events.ts';
import { PrerequisiteStanding, RequestState, Stage, requestActions } from '../words.ts';

const feature = 'requests';

const requestId = z.strictObject({ requestId: Id });

export const RouteStep = z.strictObject({
  stage: Stage,
  organisation: OrganisationName,
  workingDays: z.int(),
  dueOn: Day,
  isProvisional: z.boolean(),
  status: z.enum(['ahead', 'current', 'done', 'silent', 'stopped']),
});
export const PrerequisiteHealth = z.strictObject({
  ...PrerequisiteStanding.shape,
  waivedUntilOn: Day.nullable(),
  isExtra: z.boolean(),
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
  /** Why the step that waits for the reader's role has to be done by a colleague; null when it need not. */
  excluded: z.enum(['interested_party', 'acted_on_other_stage', 'same_people']).nullable(),
  version: Version,
});
export type RequestDetail = z.infer<typeof RequestDetail>;
/** What every act on a request has in common. */
export const requestAct = { feature, status: 200, versioned: true, idempotent: true, params: requestId, response: RequestDetail } as const;
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
/** What a request means for compulsory measures, which follow the penalty that they serve (行政强制法 17). */
export const MeasureTie = z.strictObject({
  /** Of a measure that is asked for: its penalties, and how far the township has come with each. */
  penalties: z.array(z.strictObject({ code: z.string(), name: z.string(), standing: z.enum(['held', 'leaving', 'approved', 'missing']) })),
  /** Of a swap that gives up a penalty: the measures that end with it. */
  ending: z.array(z.strictObject({ grantId: Id, powerName: z.string() })),
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
    tie: MeasureTie,
    elsewhere: z.array(Elsewhere),
  }),
  status: 200,
});
