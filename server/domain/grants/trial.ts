import type { Actor } from '../people/actor.ts';
import { type GrantFile, guardGrant } from './grant.ts';
import { type LedgerChange, planEnd } from '../ledger/ledger.ts';
import { type Outcome, done, isBlank, refused, unknownCase } from '../values/outcome.ts';
import { addMonths, dayOf, startOfDay } from '../time/time.ts';

export type TrialClosing =
  | { readonly outcome: 'confirm'; readonly text: string }
  | { readonly outcome: 'extend'; readonly extendMonths: number; readonly text: string }
  | { readonly outcome: 'take_back'; readonly text: string };

/** What the closing makes of the trial, and of the ledger when the power is taken back. */
export interface TrialClosed {
  readonly trialEndsAt: number | null;
  readonly trialClosedAt: number | null;
  readonly isTrialExtended: boolean;
  readonly changes: readonly LedgerChange[];
}

function extended({ grant }: GrantFile, months: number, now: number): Outcome<TrialClosed> {
  if (grant.isTrialExtended) return refused('trial_extended');
  if (!Number.isInteger(months) || months < 1) return refused('date_invalid', undefined, ['/extendMonths']);
  const from = Math.max(now, grant.trialEndsAt ?? now);
  const trialEndsAt = startOfDay(addMonths(dayOf(from), months));
  return done({ trialEndsAt, trialClosedAt: null, isTrialExtended: true, changes: [] });
}

/** Closes a trial: confirm, extend once by whole months, or take the power back at once (RULES.md 6.5). */
export function closeTrial(file: GrantFile, actor: Actor, closing: TrialClosing, now: number): Outcome<TrialClosed> {
  const { grant, others } = file;
  const refusal = guardGrant('close_trial', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  if (isBlank(closing.text)) return refused('reason_required', undefined, ['/text']);
  const { trialEndsAt, isTrialExtended } = grant;
  const closed = { trialEndsAt, trialClosedAt: now, isTrialExtended };
  switch (closing.outcome) {
    case 'extend':
      return extended(file, closing.extendMonths, now);
    case 'confirm':
      return done({ ...closed, changes: [] });
    case 'take_back': {
      const end = planEnd(others, grant, now, 'recalled', now);
      return end.kind === 'refused' ? end : done({ ...closed, changes: [end.value] });
    }
    default:
      return unknownCase(closing);
  }
}

/** The instant at which a trial of so many months is to be closed, null for none (RULES.md 5.30). */
export function trialEndOf(startsAt: number, trialMonths: number): number | null {
  return trialMonths === 0 ? null : startOfDay(addMonths(dayOf(startsAt), trialMonths));
}
