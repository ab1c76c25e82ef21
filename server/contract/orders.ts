import { z } from 'zod';
import { OrganisationName } from './organisations/organisations.ts';
import { Count, Day, Id, IdList, Instant, Nothing, Signatory, Version, allowed, line, optionalProse, page, paging } from './common.ts';
import { Badge } from './catalogue/menu-items.ts';
import { EligibilityReason, Terms } from './catalogue/menu-terms.ts';
import { only, operation } from './operation.ts';
import { ProblemCode } from './problems.ts';
import { PrerequisiteHealth, RouteStep } from './requests/request-file.ts';
import { RequestState, Stage } from './words.ts';

const feature = 'requests';

const orderId = z.strictObject({ orderId: Id });
/** As many powers as a county can well look at together. */
export const mostLines = 50;

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
  townshipId: Id,
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
  /** `townshipId`: for which township; may be left out by who acts for one alone. */
  body: z.strictObject({
    name: line(60),
    townshipId: Id.optional(),
    lines: z.array(LineInput).max(mostLines),
    submit: z.boolean().optional(),
  }),
  response: Order,
  status: 201,
  idempotent: true,
  refusals: [
    'township_required',
    'not_found',
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
    'compulsion_alone',
    'mutually_exclusive',
    'not_orderable',
    'item_common',
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
  refusals: [
    'order_submitted',
    'order_full',
    'officer_unknown',
    'replaced_grant_unavailable',
    'swap_same_power',
    'not_orderable',
    'item_common',
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
    'compulsion_alone',
    'mutually_exclusive',
    'not_orderable',
    'item_common',
    'officer_unknown',
    'replaced_grant_unavailable',
    'swap_same_power',
    'line_has_many_conflicts',
  ],
});

export const listBadges = operation({
  id: 'listBadges',
  feature,
  method: 'GET',
  path: '/menu/badges',
  summary: 'What somebody sees of items before the click: held, ordered, in a draft, excluded, not eligible; held or wanted by others',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'),
  /** `townshipId`: whose own standing is told; may be left out by who acts for one alone. */
  query: z.strictObject({ itemIds: IdList, townshipId: Id.optional() }),
  response: z.strictObject({ items: z.array(Badge) }),
  status: 200,
  refusals: ['township_required', 'not_found'],
});
