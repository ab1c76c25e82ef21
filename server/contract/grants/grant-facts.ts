import { z } from 'zod';
import { EndKind, RecallReason, ReturnReason } from '../words.ts';

/* What each event of a grant holds, one shape for one kind; texts without limits, as in request-facts.ts. */
const text = z.string();
const id = z.string();
const day = z.string();
const at = z.int();

const trialClosed = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('confirm'), text }),
  z.strictObject({ outcome: z.literal('extend'), text, trialEndsAt: at.nullable() }),
  z.strictObject({ outcome: z.literal('take_back'), text, documentNumber: text }),
]);
const recallDecided = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('recall'), text, effectiveOn: day, pendingCases: z.int(), documentNumber: text }),
  z.strictObject({ outcome: z.literal('keep'), text, documentNumber: text }),
]);
/** A lapse follows from rosters and dates and is computed; only a decision has a reason. */
const stopped = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('decision'), reason: text }),
  z.strictObject({ kind: z.literal('lapse') }),
]);
const decidedStop = z.strictObject({ kind: z.literal('decision'), reason: text });
/** A compulsory measure follows the penalty that it serves; without a day it goes on. */
const withPenalty = z.strictObject({ withGrantId: id, withPowerName: text, endsOn: day.nullable() });
const ended = { law: text, versionOn: day, reason: text } as const;

/** What is written down: starts, ends and lapses are read off the dates. */
export const grantFacts = {
  granted: z.strictObject({ documentNumber: text, startsAt: at, replacedGrantId: id.nullable() }),
  /** Older than the portal: entered with its own document. */
  registered: z.strictObject({ documentNumber: text, issuedAt: at, startsAt: at }),
  trial_closed: trialClosed,
  suspended: decidedStop,
  resumed: decidedStop,
  return_filed: z.strictObject({
    reasonCode: ReturnReason,
    text,
    wishedOn: day,
    effectiveOn: day,
    answerDueAt: at,
    pendingCases: z.int(),
  }),
  return_cancelled: z.strictObject({ text }),
  return_accepted: z.strictObject({ effectiveOn: day, text, documentNumber: text }),
  return_deferred: z.strictObject({ untilOn: day, supportPlan: text, documentNumber: text }),
  recall_noticed: z.strictObject({ reasonCode: RecallReason, basis: text, notice: text, isUrgent: z.boolean(), hearingUntilAt: at }),
  hearing_stated: z.strictObject({ statement: text }),
  recall_decided: recallDecided,
  swap_planned: z.strictObject({ endsOn: day, byGrantId: id, byPowerId: id }),
  swap_undone: z.strictObject({ byGrantId: id, byPowerId: id }),
  end_rides: withPenalty,
  rests_along: withPenalty,
  basis_reconfirmed: z.strictObject(ended),
  basis_rebased: z.strictObject({ ...ended, basis: z.strictObject({ law: text, article: text, versionOn: day }) }),
} as const;
export type GrantFacts = { readonly [K in keyof typeof grantFacts]: z.output<(typeof grantFacts)[K]> };
export type GrantEventKind = keyof GrantFacts;
/** An event with exactly the facts of its kind. */
export type GrantEventOf<K extends GrantEventKind = GrantEventKind> = {
  [One in K]: { readonly kind: One; readonly facts: GrantFacts[One] };
}[K];

/** What is shown beside: what the calendar did, when it has come. */
export const datedFacts = {
  started: z.strictObject({ documentNumber: text }),
  suspended: stopped,
  resumed: stopped,
  ended: z.strictObject({ endKind: EndKind.nullable() }),
} as const;
