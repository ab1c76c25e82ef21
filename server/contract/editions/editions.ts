import { z } from 'zod';
import { Cursor, Id, Instant, Limit, Signatory, Version, optionalProse, page, prose } from '../common.ts';
import { Edition, Terms } from '../catalogue/menu-terms.ts';
import { only, operation, signedIn } from '../operation.ts';
import { LegalFinding } from '../words.ts';

const feature = 'menu';

export const ReviewStanding = z.enum(['none', 'open', 'outdated', ...LegalFinding.options]);
/** One sending of a draft to the legal office, with what became of it. */
export const EditionReview = z.strictObject({
  id: Id,
  /** The version of the draft that it speaks of. */
  editionVersion: Version,
  sentBy: Signatory,
  sentAt: Instant,
  dueAt: Instant,
  note: z.string(),
  outcome: z.enum([...LegalFinding.options, 'called_back', 'voided']).nullable(),
  text: z.string(),
  citation: z.string(),
  reviewedBy: Signatory.nullable(),
  reviewedAt: Instant.nullable(),
  version: Version,
  allowedActions: z.array(z.enum(['review', 'call_back'])),
});
export type EditionReview = z.infer<typeof EditionReview>;

/** What the office says of a draft: whatever is not lawful as it is has its reasons, and "unlawful" cites an article. */
export const EditionOpinion = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('lawful'), text: optionalProse(2000), citation: optionalProse(300) }),
  z.strictObject({ outcome: z.literal('lawful_with_conditions'), text: prose(2000), citation: optionalProse(300) }),
  z.strictObject({ outcome: z.literal('unlawful'), text: prose(2000), citation: prose(300) }),
]);
export type EditionOpinion = z.infer<typeof EditionOpinion>;

const one = z.strictObject({ editionId: Id, reviewId: Id });

export const listEditionReviews = operation({
  id: 'listEditionReviews',
  feature,
  method: 'GET',
  path: '/editions/{editionId}/reviews',
  summary: 'How the legal office sees an edition: every review, the newest first, and what sending it now would mean',
  access: only('admin', 'legal_reviewer', 'auditor'),
  params: z.strictObject({ editionId: Id }),
  response: z.strictObject({
    edition: Edition,
    standing: ReviewStanding,
    items: z.array(EditionReview),
    /** When the office would have to answer; null where there is no office, or nothing to send. */
    ifSent: z
      .strictObject({
        officeName: z.string(),
        workingDays: z.int(),
        dueAt: Instant,
        isDueProvisional: z.boolean(),
        isMajorDecision: z.boolean(),
      })
      .nullable(),
  }),
  status: 200,
});
export const sendEdition = operation({
  id: 'sendEdition',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/reviews',
  summary: 'Send this version of the draft to the legal office',
  access: only('admin'),
  params: z.strictObject({ editionId: Id }),
  body: z.strictObject({ note: optionalProse(1000) }),
  response: EditionReview,
  status: 201,
  versioned: true,
  idempotent: true,
  refusals: ['edition_not_draft', 'edition_empty', 'edition_has_findings', 'review_open', 'review_not_needed', 'legal_office_missing'],
});
export const callBackEdition = operation({
  id: 'callBackEdition',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/reviews/{reviewId}/withdrawal',
  summary: 'Take the draft back before the legal office has answered',
  access: only('admin'),
  params: one,
  body: z.strictObject({}),
  response: EditionReview,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['review_closed'],
});
export const reviewEdition = operation({
  id: 'reviewEdition',
  feature,
  method: 'POST',
  path: '/editions/{editionId}/reviews/{reviewId}/opinion',
  summary: 'What the legal office says of the draft',
  access: only('legal_reviewer'),
  params: one,
  body: EditionOpinion,
  response: EditionReview,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['review_closed', 'review_outdated', 'sent_by_self', 'citation_required', 'reason_required'],
});

/** One power whose terms differ between two editions; the side on which it does not stand has neither item nor terms. */
export const Difference = z.strictObject({
  powerId: Id,
  code: z.string(),
  name: z.string(),
  departmentName: z.string(),
  change: z.enum(['added', 'dropped', 'changed']),
  fromItemId: Id.nullable(),
  toItemId: Id.nullable(),
  before: Terms.nullable(),
  after: Terms.nullable(),
});
export type Difference = z.infer<typeof Difference>;

export const readEditionDifference = operation({
  id: 'readEditionDifference',
  feature,
  method: 'GET',
  path: '/edition-difference',
  summary: 'What one edition has otherwise than another, any two; without a choice, the edition in force against the one before it',
  access: signedIn,
  query: z.strictObject({
    from: Id.optional(),
    to: Id.optional(),
    change: Difference.shape.change.optional(),
    q: z.string().max(80).optional(),
    limit: Limit,
    cursor: Cursor,
  }),
  response: z.strictObject({
    /** Null where nothing was published before. */
    from: Edition.nullable(),
    to: Edition,
    counts: z.strictObject({ added: z.int(), dropped: z.int(), changed: z.int() }),
    ...page(Difference).shape,
  }),
  status: 200,
  refusals: ['not_found', 'no_published_edition'],
});
