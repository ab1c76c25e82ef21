import { z } from 'zod';
import { Day, Id, Instant, Signatory, page, paging, prose } from './common.ts';
import { Edition, EligibilityReason, MenuRow } from './catalogue/menu-terms.ts';
import { Finding } from './editions/edition-drafts.ts';
import { only, operation } from './operation.ts';
import { RequestState, TownshipKind } from './words.ts';

const feature = 'requests';
const readers = ['reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'] as const;

/** Why a township does not get a common item by a decision. */
export const LeftOutReason = z.enum([
  ...EligibilityReason.shape.kind.options,
  'already_held',
  'already_requested',
  'mutually_exclusive',
  'compulsion_alone',
  'interested_party',
]);

const township = { townshipId: Id, name: z.string(), kind: TownshipKind } as const;
/** Where a decision would put a township: only one that is left out has reasons, only one that prepares has something open. */
export const CommonTownship = z.discriminatedUnion('place', [
  z.strictObject({ ...township, place: z.literal('granted') }),
  z.strictObject({ ...township, place: z.literal('preparing'), openPrerequisites: z.int() }),
  z.strictObject({ ...township, place: z.literal('left_out'), reasons: z.array(LeftOutReason) }),
]);
const counts = z.strictObject({ granted: z.int(), preparing: z.int(), leftOut: z.int() });

export const CommonDecision = z.strictObject({
  id: Id,
  itemId: Id,
  power: z.strictObject({ code: z.string(), name: z.string() }),
  documentNumber: z.string(),
  text: z.string(),
  startsAt: Instant,
  decidedBy: Signatory,
  decidedAt: Instant,
  /** As the decision placed them; what became of them since stands with each township. */
  counts,
});
export type CommonDecision = z.infer<typeof CommonDecision>;

export const previewCommon = operation({
  id: 'previewCommonDecision',
  feature,
  method: 'GET',
  path: '/menu/items/{itemId}/common-preview',
  summary: 'What one decision on a common item would mean for every township of its kinds, now',
  access: only('decider', 'auditor'),
  params: z.strictObject({ itemId: Id }),
  response: z.strictObject({
    item: MenuRow,
    edition: Edition,
    /** What would keep the item from being published today; as long as anything does, no township gets it. */
    gates: z.array(Finding),
    /** Things that the county would owe each township that gets it. */
    owed: z.int(),
    counts,
    items: z.array(CommonTownship),
    /** Stands for all of this: a decision says which preview it was taken on. */
    seen: z.string(),
  }),
  status: 200,
  refusals: ['item_not_common'],
});
export const decideCommon = operation({
  id: 'decideCommon',
  feature,
  method: 'POST',
  path: '/common-decisions',
  summary: 'Grant a common item to every township of its kinds by one decision, in one transaction',
  access: only('decider'),
  body: z.strictObject({ itemId: Id, text: prose(2000), startsOn: Day, seen: z.string().max(100) }),
  response: CommonDecision,
  status: 201,
  idempotent: true,
  refusals: ['not_found', 'item_not_common', 'item_against_law', 'reason_required', 'date_invalid', 'common_nobody', 'common_changed'],
});
export const listCommonDecisions = operation({
  id: 'listCommonDecisions',
  feature,
  method: 'GET',
  path: '/common-decisions',
  summary: 'Decisions on common items, the newest first',
  access: only(...readers),
  query: z.strictObject({ itemId: Id.optional(), ...paging }),
  response: page(CommonDecision),
  status: 200,
});
export const readCommonDecision = operation({
  id: 'readCommonDecision',
  feature,
  method: 'GET',
  path: '/common-decisions/{decisionId}',
  summary: 'One decision with every township: what it got, what became of it, or why it was left out',
  access: only(...readers),
  params: z.strictObject({ decisionId: Id }),
  response: z.strictObject({
    decision: CommonDecision,
    items: z.array(
      z.strictObject({
        ...township,
        reasons: z.array(LeftOutReason),
        request: z.strictObject({ id: Id, state: RequestState, grantId: Id.nullable() }).nullable(),
      }),
    ),
  }),
  status: 200,
});
