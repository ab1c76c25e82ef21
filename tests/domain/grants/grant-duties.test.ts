import { describe, expect, it } from 'vitest';
import type { GrantFile } from '#server/domain/grants/grant.ts';
import type { RecallCase, ReturnCase } from '#server/domain/grants/grant-cases.ts';
import { LAPSE_WARNING_DAYS, dutiesOf } from '#server/domain/grants/grant-duties.ts';
import { FOREVER, MILLISECONDS_PER_DAY } from '#server/domain/time/time.ts';

const now = 1_000 * MILLISECONDS_PER_DAY;
const later = (days: number): number => now + days * MILLISECONDS_PER_DAY;

const grant: GrantFile['grant'] = {
  ...{
    grantId: 'G',
    powerId: 'P',
    townshipId: 'T',
    departmentId: 'D',
    carrier: 'transfer',
    fromAt: 0,
    toAt: FOREVER,
    termEndsAt: FOREVER,
    endKind: null,
  },
  ...{ trialEndsAt: null, trialClosedAt: null, isTrialExtended: false, isReturnable: true, notReturnableBasis: null, suspensions: [] },
};
const file = (changes: Partial<GrantFile['grant']> = {}, cases: Partial<GrantFile> = {}): GrantFile => ({
  ...{ grant: { ...grant, ...changes }, others: [], openReturn: null, openRecall: null, swapRequestId: null },
  ...cases,
});
const filed: ReturnCase = {
  ...{
    id: 'R',
    grantId: 'G',
    state: 'filed',
    reasonCode: 'other',
    text: '',
    wishedOn: '1973-01-01',
    effectiveAt: later(20),
    answerDueAt: later(10),
  },
  ...{ pendingCases: [], filedBy: ['lead'], filedAt: now },
};
const noticed: RecallCase = {
  ...{
    id: 'C',
    grantId: 'G',
    state: 'noticed',
    reasonCode: 'other',
    basis: '',
    notice: '',
    isUrgent: false,
    openedBy: ['A'],
    openedAt: now,
  },
  ...{ hearingUntilAt: later(5), suspensionId: null },
};
const heard = { state: 'heard', statement: 's', statedAt: now } as const;
const kinds = (one: GrantFile, at = now): string[] => dutiesOf(one, at).map(({ kind, by }) => `${by} ${kind}`);
const lapse = (fromAt: number, toAt = FOREVER) => ({ suspensions: [{ id: 'S', grantId: 'G', kind: 'lapse', fromAt, toAt }] }) as const;

describe('what is owed about a grant', () => {
  it.each([
    ['nothing while it runs undisturbed', file(), []],
    ['an answer to a return', file({ toAt: later(20), endKind: 'returned' }, { openReturn: filed }), ['county answer_return']],
    [
      'no answer once it is given',
      file({ toAt: later(20), endKind: 'returned' }, { openReturn: { ...filed, state: 'accepted', answeredAt: now } }),
      [],
    ],
    ['a statement and a decision on a recall', file({}, { openRecall: noticed }), ['county decide_recall', 'township hearing_statement']],
    ['only the decision once it was stated', file({}, { openRecall: { ...noticed, ...heard } }), ['county decide_recall']],
    ['the closing of a trial', file({ trialEndsAt: later(90) }), ['county close_trial']],
    [
      'no closing while a case is open',
      file({ trialEndsAt: later(90) }, { openRecall: { ...noticed, ...heard } }),
      ['county decide_recall'],
    ],
    ['no closing of what goes anyway', file({ trialEndsAt: later(90), toAt: later(3), endKind: 'swapped' }), []],
    ['the cure of a lapse that is near', file(lapse(later(LAPSE_WARNING_DAYS))), ['township cure_lapse']],
    ['the cure of a lapse that suspends', file(lapse(later(-3))), ['township cure_lapse']],
    ['no cure of what lapses in years', file(lapse(later(LAPSE_WARNING_DAYS) + 1)), []],
    ['no cure of what was cured', file(lapse(later(-3), later(-1))), []],
    ['no cure of what was cancelled before it began', file(lapse(later(3), later(3))), []],
    [
      'nothing after the end',
      file({ toAt: now, trialEndsAt: later(9), ...lapse(later(-9)) }, { openReturn: filed, openRecall: noticed }),
      [],
    ],
  ])('%s', (_, one, expected) => {
    expect(kinds(one)).toEqual(expected);
  });

  it('has the deadline of its case', () => {
    expect(dutiesOf(file({}, { openRecall: noticed }), now).map(({ dueAt }) => dueAt)).toEqual([later(5), later(5)]);
    expect(dutiesOf(file({ toAt: later(20), endKind: 'returned' }, { openReturn: filed }), now)[0]?.dueAt).toBe(later(10));
    expect(dutiesOf(file(lapse(later(12))), now)[0]?.dueAt).toBe(later(12));
  });
});
