import { z } from 'zod';
import { Day, prose } from '../common.ts';
import { PendingCase } from '../words.ts';

/** Only a recall has a day, null for at once, and pending cases: what stays changes hands on no day. */
export const RecallDecision = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('recall'),
    text: prose(2000),
    effectiveOn: Day.nullable(),
    pendingCases: z.array(PendingCase).max(500),
  }),
  z.strictObject({ outcome: z.literal('keep'), text: prose(2000) }),
]);
export type RecallDecision = z.infer<typeof RecallDecision>;

/** A trial is confirmed, extended by so many months, or ends with the power taken back. */
export const TrialClosing = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirm'), text: prose(1000) }),
  z.strictObject({ outcome: z.literal('extend'), extendMonths: z.int().min(1).max(12), text: prose(1000) }),
  z.strictObject({ outcome: z.literal('take_back'), text: prose(1000) }),
]);
export type TrialClosing = z.infer<typeof TrialClosing>;
