import { type Actor, peopleOf } from '../people/actor.ts';
import { type Calendar, type Term, addWorkingDays, dueAt } from '../time/deadlines.ts';
import { type GrantFile, guardGrant } from './grant.ts';
import { type ReturnCase, pendingCasesWithoutOwner } from './grant-cases.ts';
import { type LedgerChange, clearEnd, planEnd } from '../ledger/ledger.ts';
import { type Outcome, type Refused, done, isBlank, refused } from '../values/outcome.ts';
import type { PendingCase } from '../menu/terms.ts';
import { addDays, addMonths, dayOf, isDay, startOfDay } from '../time/time.ts';
import type { ReturnReason } from '../values/words.ts';

/** The county can put a return off once, by no more than this many working days (RULES.md 6.15). */
const LONGEST_DEFERRAL_WORKING_DAYS = 60;
/** While a return is on its way nothing else is decided about the grant: filed for another year, it would keep the county from recalling. */
const FARTHEST_WISH_MONTHS = 6;

export interface ReturnSettled<C extends ReturnCase = ReturnCase> {
  readonly case: C;
  readonly changes: readonly LedgerChange[];
}
type Returned<S extends ReturnCase['state']> = Extract<ReturnCase, { readonly state: S }>;

interface Filing {
  readonly id: string;
  readonly reasonCode: ReturnReason;
  readonly text: string;
  readonly wishedOn: string;
  readonly pendingCases: readonly PendingCase[];
}

function settled<C extends ReturnCase>({ grant, others }: GrantFile, next: C, now: number): Outcome<ReturnSettled<C>> {
  const end = planEnd(others, grant, next.effectiveAt, 'returned', now);
  return end.kind === 'refused' ? end : done({ case: next, changes: [end.value] });
}

function refuseFiling(filing: Filing, toAt: number, now: number): Refused | null {
  if (isBlank(filing.text)) return refused('reason_required', undefined, ['/text']);
  if (!isDay(filing.wishedOn)) return refused('date_invalid', undefined, ['/wishedOn']);
  const wishedAt = startOfDay(filing.wishedOn);
  if (wishedAt <= now) return refused('return_date_too_early', { earliestOn: addDays(dayOf(now), 1) }, ['/wishedOn']);
  const farthestOn = addMonths(dayOf(now), FARTHEST_WISH_MONTHS);
  const latestOn = toAt <= startOfDay(farthestOn) ? dayOf(toAt - 1) : farthestOn;
  if (filing.wishedOn > latestOn) return refused('date_invalid', { latestOn }, ['/wishedOn']);
  const fields = pendingCasesWithoutOwner(filing.pendingCases);
  return fields.length > 0 ? refused('pending_case_without_owner', undefined, fields) : null;
}

/**
 * Files a return. Since it cannot be refused, silence cannot refuse it either: it takes effect by itself on the wished day, or when the county's
 * time to answer is over if that is later (RULES.md 6.12).
 */
export function fileReturn(
  file: GrantFile,
  actor: Actor,
  filing: Filing,
  circumstances: { readonly now: number; readonly calendar: Calendar; readonly answerTerm: Term },
): Outcome<ReturnSettled<Returned<'filed'>>> {
  const { grant } = file;
  const { now, calendar, answerTerm } = circumstances;
  const refusal = guardGrant('file_return', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  const wrong = refuseFiling(filing, grant.toAt, now);
  if (wrong) return wrong;
  const answerDueAt = dueAt(calendar, now, answerTerm).dueAt;
  const effectiveAt = Math.min(grant.toAt, Math.max(startOfDay(filing.wishedOn), answerDueAt));
  const { grantId } = grant;
  return settled(file, { ...filing, state: 'filed', grantId, effectiveAt, answerDueAt, filedBy: peopleOf(actor), filedAt: now }, now);
}

/** Accepts a return from a day: not before the township wished it, not after it would take effect by itself, for that is a deferral (RULES.md 6.14). */
export function acceptReturn(
  file: GrantFile,
  actor: Actor,
  command: { readonly effectiveOn: string },
  now: number,
): Outcome<ReturnSettled<Returned<'accepted'>>> {
  const refusal = guardGrant('accept_return', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  const { openReturn } = file;
  if (!openReturn) return refused('wrong_state');
  const { effectiveOn } = command;
  const latestOn = dayOf(openReturn.effectiveAt);
  if (!isDay(effectiveOn) || effectiveOn < dayOf(now) || effectiveOn > latestOn)
    return refused('date_invalid', { latestOn }, ['/effectiveOn']);
  if (effectiveOn < openReturn.wishedOn) return refused('return_date_too_early', { earliestOn: openReturn.wishedOn }, ['/effectiveOn']);
  return settled(file, { ...openReturn, state: 'accepted', effectiveAt: Math.max(now, startOfDay(effectiveOn)), answeredAt: now }, now);
}

/** Puts a return off, once, at most 60 working days after the wished day, with a support plan; then it takes effect by itself (RULES.md 6.15). */
export function deferReturn(
  file: GrantFile,
  actor: Actor,
  command: { readonly untilOn: string; readonly supportPlan: string },
  circumstances: { readonly now: number; readonly calendar: Calendar },
): Outcome<ReturnSettled<Returned<'deferred'>>> {
  const { now, calendar } = circumstances;
  const refusal = guardGrant('defer_return', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  const { openReturn, grant } = file;
  if (!openReturn) return refused('wrong_state');
  const { untilOn, supportPlan } = command;
  if (isBlank(supportPlan)) return refused('reason_required', undefined, ['/supportPlan']);
  if (!isDay(untilOn)) return refused('date_invalid', undefined, ['/untilOn']);
  const today = dayOf(now);
  const base = openReturn.wishedOn > today ? openReturn.wishedOn : today;
  const latestOn = addWorkingDays(calendar, base, LONGEST_DEFERRAL_WORKING_DAYS).on;
  if (untilOn <= base) return refused('return_date_too_early', { earliestOn: addDays(base, 1) }, ['/untilOn']);
  if (untilOn > latestOn) return refused('deferral_too_long', { latestOn }, ['/untilOn']);
  const effectiveAt = Math.min(startOfDay(untilOn), grant.termEndsAt);
  return settled(file, { ...openReturn, state: 'deferred', effectiveAt, answeredAt: now, supportPlan }, now);
}

/** Takes a return back before it takes effect; the grant ends again when its term does (RULES.md 6.16). */
export function cancelReturn(file: GrantFile, actor: Actor, now: number): Outcome<ReturnSettled<Returned<'cancelled'>>> {
  const refusal = guardGrant('cancel_return', file, actor, now);
  if (refusal) return { kind: 'refused', refusal };
  const { openReturn, grant, others } = file;
  if (!openReturn) return refused('wrong_state');
  const end = clearEnd(others, grant, now);
  const answered = { answeredAt: null, supportPlan: null, ...openReturn };
  return end.kind === 'refused' ? end : done({ case: { ...answered, state: 'cancelled' }, changes: [end.value] });
}
