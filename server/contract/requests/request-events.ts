import { z } from 'zod';
import { Id, Instant, Signatory } from '../common.ts';
import { requestFacts } from './request-facts.ts';
import { Stage } from '../words.ts';

/** What every event has: when, who, and at which stage the file was. */
const told = { id: Id, at: Instant, by: Signatory.nullable(), stage: Stage.nullable() } as const;
const event = <K extends string, F extends z.ZodType>(kind: K, facts: F) => z.strictObject({ ...told, kind: z.literal(kind), facts });

/** One event of a case, in full: the facts are those of its kind. */
export const TimelineEvent = z.discriminatedUnion('kind', [
  event('submitted', requestFacts.submitted),
  event('opinion', requestFacts.opinion),
  event('opinion_silent', requestFacts.opinion_silent),
  event('legal_review', requestFacts.legal_review),
  event('decision', requestFacts.decision),
  event('sent_back', requestFacts.sent_back),
  event('resubmitted', requestFacts.resubmitted),
  event('withdrawn', requestFacts.withdrawn),
  event('reconsideration_requested', requestFacts.reconsideration_requested),
  event('preparation_started', requestFacts.preparation_started),
  event('preparation_extended', requestFacts.preparation_extended),
  event('waived', requestFacts.waived),
  event('attested', requestFacts.attested),
  event('commitment_delivered', requestFacts.commitment_delivered),
  event('commitment_confirmed', requestFacts.commitment_confirmed),
  event('commitment_disputed', requestFacts.commitment_disputed),
  event('hand_over_edited', requestFacts.hand_over_edited),
  event('hand_over_signed', requestFacts.hand_over_signed),
  event('granted', requestFacts.granted),
  event('lapsed', requestFacts.lapsed),
  event('escalated', requestFacts.escalated),
  // Written by a version that this one does not know; its record stands in the audit trail, and `doctor` names it.
  event('unreadable', z.strictObject({})),
]);
export type TimelineEvent = z.infer<typeof TimelineEvent>;
