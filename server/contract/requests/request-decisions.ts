import { z } from 'zod';
import { Id, optionalProse, prose } from '../common.ts';
import { Conditions } from './conditions.ts';
import { ObjectionReason, RejectionReason } from '../words.ts';

/** The department's opinion: an objection says why, in a code and in words. */
export const Opinion = z.discriminatedUnion('position', [
  z.strictObject({ position: z.literal('support'), text: optionalProse(2000) }),
  z.strictObject({ position: z.literal('support_with_conditions'), text: prose(2000) }),
  z.strictObject({ position: z.literal('object'), reasonCode: ObjectionReason, text: prose(2000) }),
]);
export type Opinion = z.infer<typeof Opinion>;

/** What the legal office found: conditions are written out, "unlawful" cites an article. */
export const LegalReview = z.discriminatedUnion('finding', [
  z.strictObject({ finding: z.literal('lawful'), citation: optionalProse(300), text: optionalProse(2000) }),
  z.strictObject({ finding: z.literal('lawful_with_conditions'), citation: optionalProse(300), text: prose(2000) }),
  z.strictObject({ finding: z.literal('unlawful'), citation: prose(300), text: optionalProse(2000) }),
]);
export type LegalReview = z.infer<typeof LegalReview>;

/** The county's decision: only a conditional approval has conditions, only a rejection has a reason and a way out. */
export const Decision = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('approve'), text: optionalProse(2000) }),
  z.strictObject({ outcome: z.literal('approve_with_conditions'), conditions: Conditions, text: optionalProse(2000) }),
  z.strictObject({
    outcome: z.literal('reject'),
    reasonCode: RejectionReason,
    text: prose(2000),
    wouldBePossibleIf: optionalProse(2000),
    alternativeItemId: Id.nullable(),
  }),
]);
export type Decision = z.infer<typeof Decision>;
