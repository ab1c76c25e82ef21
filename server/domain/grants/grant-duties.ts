import { type GrantFile, grantState, hasOpenCase, isTrialOpen } from './grant.ts';
import { returnStateOf } from './grant-cases.ts';
import { MILLISECONDS_PER_DAY } from '../time/time.ts';

/** How long before a suspension by lapse the township is told to cure it, in calendar days. */
export const LAPSE_WARNING_DAYS = 90;

/** Something that somebody owes about a grant; `dueAt` of a recall's decision is when the hearing ends, its term runs from there. */
export interface GrantDuty {
  readonly kind: 'answer_return' | 'hearing_statement' | 'decide_recall' | 'close_trial' | 'cure_lapse';
  readonly by: 'township' | 'county';
  readonly dueAt: number;
}

function nextLapse({ grant }: GrantFile, now: number): number | null {
  const horizon = now + LAPSE_WARNING_DAYS * MILLISECONDS_PER_DAY;
  const lapses = grant.suspensions.filter(
    (one) => one.kind === 'lapse' && one.fromAt < one.toAt && one.toAt > now && one.fromAt <= horizon,
  );
  return lapses.length === 0 ? null : Math.min(...lapses.map((one) => one.fromAt));
}

/** All that is owed about a grant now, from its file alone: who must do it and by when (RULES.md 6.30). */
export function dutiesOf(file: GrantFile, now: number): GrantDuty[] {
  const { grant, openReturn, openRecall } = file;
  if (grantState(grant, now) === 'ended') return [];
  const duties: GrantDuty[] = [];
  if (openReturn && returnStateOf(openReturn, now) === 'filed')
    duties.push({ kind: 'answer_return', by: 'county', dueAt: openReturn.answerDueAt });
  if (openRecall && openRecall.state !== 'decided') duties.push({ kind: 'decide_recall', by: 'county', dueAt: openRecall.hearingUntilAt });
  if (openRecall?.state === 'noticed') duties.push({ kind: 'hearing_statement', by: 'township', dueAt: openRecall.hearingUntilAt });
  if (grant.trialEndsAt !== null && isTrialOpen(grant, now) && !hasOpenCase(file, now))
    duties.push({ kind: 'close_trial', by: 'county', dueAt: grant.trialEndsAt });
  const lapse = nextLapse(file, now);
  if (lapse !== null) duties.push({ kind: 'cure_lapse', by: 'township', dueAt: lapse });
  return duties;
}
