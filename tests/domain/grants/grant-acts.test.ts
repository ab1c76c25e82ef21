import { describe, expect, it } from 'vitest';
import { acceptReturn, cancelReturn, deferReturn, fileReturn } from '#server/domain/grants/return.ts';
import { guardGrant } from '#server/domain/grants/grant.ts';
import { decideRecall, openRecall, stateInHearing } from '#server/domain/grants/recall.ts';
import { decideResumption, decideSuspension } from '#server/domain/grants/suspension.ts';
import { FOREVER, endOfDay } from '#server/domain/time/time.ts';
import { closeTrial, trialEndOf } from '#server/domain/grants/trial.ts';
import {
  at,
  calendar,
  codeOf,
  decider,
  grantFile,
  heardRecall,
  lead,
  must,
  now,
  otherDecider,
  recallCase,
  returnCase,
} from '#tests/domain/given.ts';

const filing = { id: 'return-1', reasonCode: 'too_few_people', text: 'one left', wishedOn: '2026-09-30', pendingCases: [] } as const;
const answering = { now, calendar, answerTerm: { count: 10, unit: 'working_days' } } as const;
const filed = grantFile({ toAt: at('2026-09-30'), endKind: 'returned' }, { openReturn: returnCase() });

describe('a return', () => {
  it('takes effect by itself on the wished day', () => {
    const { case: file, changes } = must(fileReturn(grantFile(), lead, filing, answering));
    expect(file).toMatchObject({ state: 'filed', effectiveAt: at('2026-09-30'), answerDueAt: endOfDay('2026-09-16') });
    expect(changes).toEqual([{ kind: 'end_set', grantId: 'grant-1', toAt: at('2026-09-30'), endKind: 'returned' }]);
  });

  it('leaves the county its time to answer', () => {
    const { case: file } = must(fileReturn(grantFile(), lead, { ...filing, wishedOn: '2026-09-03' }, answering));
    expect(file.effectiveAt).toBe(endOfDay('2026-09-16'));
  });

  it('never outlasts the term', () => {
    const term = { toAt: at('2026-09-10'), termEndsAt: at('2026-09-10') };
    expect(must(fileReturn(grantFile(term), lead, { ...filing, wishedOn: '2026-09-09' }, answering)).case.effectiveAt).toBe(
      at('2026-09-10'),
    );
    expect(fileReturn(grantFile(term), lead, filing, answering)).toMatchObject({
      refusal: { code: 'date_invalid', params: { latestOn: '2026-09-09' }, fields: ['/wishedOn'] },
    });
    expect(must(fileReturn(grantFile(), lead, { ...filing, wishedOn: '2027-03-02' }, answering)).case.state).toBe('filed');
  });

  it.each([
    [{ text: ' ' }, 'reason_required'],
    [{ wishedOn: '2026-09-02' }, 'return_date_too_early'],
    [{ wishedOn: '2026-02-30' }, 'date_invalid'],
    [{ wishedOn: '2027-03-03' }, 'date_invalid'],
    [{ wishedOn: '2999-01-01' }, 'date_invalid'],
    [{ pendingCases: [{ description: '', owner: 'township' }] }, 'pending_case_without_owner'],
  ] as const)('is refused only for its form: %j', (change, code) => {
    expect(codeOf(fileReturn(grantFile(), lead, { ...filing, ...change }, answering))).toBe(code);
  });

  it('that the item rules out names the basis', () => {
    const fixed = grantFile({ isReturnable: false, notReturnableBasis: '省政府令 5' });
    expect(fileReturn(fixed, lead, filing, answering)).toEqual({
      kind: 'refused',
      refusal: { code: 'not_returnable', params: { basis: '省政府令 5' } },
    });
  });

  it('is accepted between the wished day and the day on which it would happen anyway', () => {
    const late = grantFile({ toAt: at('2026-10-10'), endKind: 'returned' }, { openReturn: returnCase({ effectiveAt: at('2026-10-10') }) });
    expect(codeOf(acceptReturn(late, decider, { effectiveOn: '2026-09-29' }, now))).toBe('return_date_too_early');
    expect(codeOf(acceptReturn(late, decider, { effectiveOn: '2026-10-11' }, now))).toBe('date_invalid');
    expect(codeOf(acceptReturn(late, decider, { effectiveOn: '2026-09-01' }, now))).toBe('date_invalid');
    const { case: file, changes } = must(acceptReturn(late, decider, { effectiveOn: '2026-10-05' }, now));
    expect(file).toMatchObject({ state: 'accepted', effectiveAt: at('2026-10-05'), answeredAt: now });
    expect(changes).toMatchObject([{ kind: 'end_set', toAt: at('2026-10-05') }]);
  });

  it('a day that is too early comes back with the earliest, for the sentence that people read', () => {
    const late = grantFile({ toAt: at('2026-10-10'), endKind: 'returned' }, { openReturn: returnCase({ effectiveAt: at('2026-10-10') }) });
    const earliestOf = (outcome: object) => (outcome as { readonly refusal?: { readonly params?: object } }).refusal?.params;
    expect(earliestOf(fileReturn(grantFile(), lead, { ...filing, wishedOn: '2026-09-02' }, answering))).toEqual({
      earliestOn: '2026-09-03',
    });
    expect(earliestOf(acceptReturn(late, decider, { effectiveOn: '2026-09-29' }, now))).toEqual({ earliestOn: '2026-09-30' });
    const deferral = { untilOn: '2026-09-30', supportPlan: 'two officers' };
    expect(earliestOf(deferReturn(late, decider, deferral, { now, calendar }))).toEqual({ earliestOn: '2026-10-01' });
    const waiting = grantFile({}, { openRecall: recallCase() });
    expect(guardGrant('decide_recall', waiting, decider, now)?.params).toEqual({ until: '2026-09-07' });
  });

  it('is not answered by who filed it and sits in the county by now, nor by their substitute', () => {
    const moved = grantFile({ toAt: at('2026-09-30'), endKind: 'returned' }, { openReturn: returnCase({ filedBy: ['decider', 'lead'] }) });
    const deferral = { untilOn: '2026-10-30', supportPlan: 'two officers' };
    expect(codeOf(acceptReturn(moved, decider, { effectiveOn: '2026-09-30' }, now))).toBe('interested_party');
    expect(codeOf(deferReturn(moved, decider, deferral, { now, calendar }))).toBe('interested_party');
    const forHim = { ...otherDecider, onBehalfOf: { accountId: 'decider', name: 'away' } };
    expect(codeOf(acceptReturn(moved, forHim, { effectiveOn: '2026-09-30' }, now))).toBe('interested_party');
    expect(must(acceptReturn(moved, otherDecider, { effectiveOn: '2026-09-30' }, now)).case.state).toBe('accepted');
    expect(must(fileReturn(grantFile(), lead, filing, answering)).case.filedBy).toEqual(['lead']);
  });

  it('accepted on the day itself ends at once', () => {
    const file = grantFile(
      { toAt: at('2026-09-10'), endKind: 'returned' },
      { openReturn: returnCase({ wishedOn: '2026-09-01', effectiveAt: at('2026-09-10') }) },
    );
    expect(must(acceptReturn(file, decider, { effectiveOn: '2026-09-02' }, now)).case.effectiveAt).toBe(now);
  });

  it('is deferred once, at most 60 working days, with a plan, and then happens', () => {
    const plan = { untilOn: '2026-10-30', supportPlan: 'two officers for three months' };
    const facts = { now, calendar };
    const { case: file, changes } = must(deferReturn(filed, decider, plan, facts));
    expect(file).toMatchObject({ state: 'deferred', effectiveAt: at('2026-10-30'), supportPlan: plan.supportPlan });
    expect(changes).toEqual([{ kind: 'end_set', grantId: 'grant-1', toAt: at('2026-10-30'), endKind: 'returned' }]);
    // 60 working days after 30 September: seven days off in October, 10 October works.
    const latest = '2026-12-29';
    expect(must(deferReturn(filed, decider, { ...plan, untilOn: latest }, facts)).case.effectiveAt).toBe(at(latest));
    const tooLong = deferReturn(filed, decider, { ...plan, untilOn: '2026-12-30' }, facts);
    expect(tooLong).toMatchObject({ refusal: { code: 'deferral_too_long', params: { latestOn: latest } } });
    expect(codeOf(deferReturn(filed, decider, { ...plan, untilOn: '2026-09-30' }, facts))).toBe('return_date_too_early');
    expect(codeOf(deferReturn(filed, decider, { ...plan, untilOn: 'later' }, facts))).toBe('date_invalid');
    expect(codeOf(deferReturn(filed, decider, { ...plan, supportPlan: '' }, facts))).toBe('reason_required');
    const again = { ...filed, openReturn: file, grant: { ...filed.grant, toAt: file.effectiveAt } };
    expect(codeOf(deferReturn(again, decider, plan, facts))).toBe('already_deferred');
    expect(codeOf(acceptReturn(again, decider, { effectiveOn: '2026-10-01' }, now))).toBe('wrong_state');
  });

  it('deferred beyond the term ends with the term', () => {
    const term = { toAt: at('2026-09-30'), termEndsAt: at('2026-10-15'), endKind: 'returned' } as const;
    const file = grantFile(term, { openReturn: returnCase() });
    const plan = { untilOn: '2026-10-30', supportPlan: 'p' };
    expect(must(deferReturn(file, decider, plan, { now, calendar })).case.effectiveAt).toBe(at('2026-10-15'));
  });

  it('taken back in time leaves the grant as it was', () => {
    const term = { termEndsAt: at('2027-06-01'), toAt: at('2026-09-30'), endKind: 'returned' } as const;
    const { case: file, changes } = must(cancelReturn(grantFile(term, { openReturn: returnCase() }), lead, now));
    expect(file.state).toBe('cancelled');
    expect(changes).toEqual([{ kind: 'end_cleared', grantId: 'grant-1', toAt: at('2027-06-01') }]);
    expect(codeOf(cancelReturn(grantFile(term, { openReturn: returnCase() }), lead, at('2026-09-30')))).toBe('grant_ended');
    const rival = { ...grantFile().grant, grantId: 'grant-2', fromAt: at('2026-10-01') };
    expect(codeOf(cancelReturn({ ...filed, others: [rival] }, lead, now))).toBe('holding_overlap');
  });
});

describe('a recall', () => {
  const notice = {
    id: 'recall-1',
    reasonCode: 'serious_errors',
    basis: 'basis',
    notice: 'notice',
    isUrgent: false,
    suspensionId: 's1',
  } as const;
  const hearing = { now, calendar, hearingTerm: { count: 5, unit: 'working_days' } } as const;
  const decision = { outcome: 'recall', text: 'why', effectiveOn: '2026-10-01', pendingCases: [] } as const;

  it('gives notice and a term to be heard', () => {
    const { case: file, changes } = must(openRecall(grantFile(), decider, notice, hearing));
    expect(file).toMatchObject({ state: 'noticed', openedBy: ['decider'], hearingUntilAt: endOfDay('2026-09-09'), suspensionId: null });
    expect(changes).toEqual([]);
    expect(codeOf(openRecall(grantFile(), decider, { ...notice, basis: '' }, hearing))).toBe('reason_required');
  });

  it('when urgent, begins with a suspension that takes the place of a lapse', () => {
    const lapse = { id: 'l1', grantId: 'grant-1', kind: 'lapse', fromAt: at('2026-09-01'), toAt: FOREVER } as const;
    const { case: file, changes } = must(openRecall(grantFile({ suspensions: [lapse] }), decider, { ...notice, isUrgent: true }, hearing));
    expect(file.suspensionId).toBe('s1');
    expect(changes).toEqual([
      { kind: 'suspension_end_set', suspensionId: 'l1', grantId: 'grant-1', toAt: now },
      { kind: 'suspension_set', suspensionKind: 'decision', suspensionId: 's1', grantId: 'grant-1', fromAt: now, toAt: FOREVER },
    ]);
  });

  it('urgent of a grant already suspended by decision adds none', () => {
    const stopped = { id: 'd1', grantId: 'grant-1', kind: 'decision', fromAt: at('2026-09-01'), toAt: FOREVER } as const;
    const opened = must(openRecall(grantFile({ suspensions: [stopped] }), decider, { ...notice, isUrgent: true }, hearing));
    expect(opened).toMatchObject({ case: { suspensionId: null }, changes: [] });
  });

  it('hears the township once, in time', () => {
    const file = grantFile({}, { openRecall: recallCase() });
    const { case: heard } = must(stateInHearing(file, lead, { statement: 'we object' }, now));
    expect(heard).toMatchObject({ state: 'heard', statement: 'we object', statedAt: now });
    expect(codeOf(stateInHearing(file, lead, { statement: '' }, now))).toBe('reason_required');
    expect(codeOf(stateInHearing(file, lead, { statement: 'late' }, at('2026-09-08')))).toBe('wrong_state');
  });

  it('is decided by another person, from a day, with an owner for every pending case', () => {
    const file = grantFile({}, { openRecall: heardRecall() });
    const { case: decided, changes } = must(decideRecall(file, decider, decision, now));
    expect(decided).toMatchObject({ state: 'decided', outcome: 'recall', effectiveAt: at('2026-10-01') });
    expect(changes).toEqual([{ kind: 'end_set', grantId: 'grant-1', toAt: at('2026-10-01'), endKind: 'recalled' }]);
    expect(must(decideRecall(file, decider, { ...decision, effectiveOn: null }, now)).case).toMatchObject({ effectiveAt: now });
    expect(codeOf(decideRecall(file, otherDecider, decision, now))).toBe('opened_by_self');
    expect(codeOf(decideRecall(file, decider, { ...decision, effectiveOn: '2026-09-01' }, now))).toBe('date_invalid');
    expect(codeOf(decideRecall(file, decider, { ...decision, effectiveOn: '2126-10-01' }, now))).toBe('date_invalid');
    expect(codeOf(decideRecall(file, decider, { ...decision, text: '' }, now))).toBe('reason_required');
    const nobodys = [{ description: 'case 7', owner: 'nobody' as 'township' }];
    expect(codeOf(decideRecall(file, decider, { ...decision, pendingCases: nobodys }, now))).toBe('pending_case_without_owner');
  });

  it('never outlasts the term', () => {
    const term = at('2026-09-20');
    const file = grantFile({ toAt: term, termEndsAt: term }, { openRecall: heardRecall() });
    expect(must(decideRecall(file, decider, decision, now)).case).toMatchObject({ effectiveAt: term });
  });

  it('of a grant that has not begun leaves no instant of it', () => {
    const file = grantFile({ fromAt: at('2026-11-01') }, { openRecall: heardRecall() });
    expect(must(decideRecall(file, decider, decision, now)).changes).toMatchObject([{ kind: 'end_set', toAt: at('2026-11-01') }]);
  });

  it('that keeps the grant lifts the suspension it began with', () => {
    const begun = { id: 's1', grantId: 'grant-1', kind: 'decision', fromAt: at('2026-09-01'), toAt: FOREVER } as const;
    const file = grantFile({ suspensions: [begun] }, { openRecall: heardRecall({ suspensionId: 's1' }) });
    const keeping = must(decideRecall(file, decider, { outcome: 'keep', text: 'why' }, now));
    expect(keeping.case).toMatchObject({ outcome: 'keep' });
    expect(keeping.case).not.toHaveProperty('effectiveAt');
    expect(keeping.changes).toEqual([{ kind: 'suspension_end_set', suspensionId: 's1', grantId: 'grant-1', toAt: now }]);
    const other = grantFile({}, { openRecall: heardRecall() });
    expect(must(decideRecall(other, decider, { outcome: 'keep', text: 'why' }, now)).changes).toEqual([]);
  });
});

describe('a suspension by decision', () => {
  it('has a reason, replaces lapses to come and is ended by a decision with a reason', () => {
    const next = { id: 'l1', grantId: 'grant-1', kind: 'lapse', fromAt: at('2026-12-01'), toAt: FOREVER } as const;
    const cancelled = { ...next, id: 'l0', fromAt: at('2026-11-01'), toAt: at('2026-11-01') };
    const file = grantFile({ suspensions: [cancelled, next] });
    expect(codeOf(decideSuspension(file, decider, { suspensionId: 's', reason: ' ' }, now))).toBe('reason_required');
    expect(must(decideSuspension(file, decider, { suspensionId: 's', reason: 'r' }, now)).changes).toEqual([
      { kind: 'suspension_end_set', suspensionId: 'l1', grantId: 'grant-1', toAt: at('2026-12-01') },
      { kind: 'suspension_set', suspensionKind: 'decision', suspensionId: 's', grantId: 'grant-1', fromAt: now, toAt: FOREVER },
    ]);
    const stopped = grantFile({ suspensions: [{ ...next, id: 's', kind: 'decision', fromAt: at('2026-09-01') }] });
    expect(codeOf(decideResumption(stopped, decider, { reason: '' }, now))).toBe('reason_required');
    expect(must(decideResumption(stopped, decider, { reason: 'r' }, now)).changes).toMatchObject([{ suspensionId: 's', toAt: now }]);
  });
});

describe('a trial', () => {
  const trial = { trialEndsAt: at('2026-12-01') };
  const file = grantFile(trial);

  it('is confirmed, extended once, or ended by taking the power back', () => {
    expect(must(closeTrial(file, decider, { outcome: 'confirm', text: 't' }, now))).toMatchObject({ trialClosedAt: now, changes: [] });
    const extended = must(closeTrial(file, decider, { outcome: 'extend', extendMonths: 3, text: 't' }, now));
    expect(extended).toEqual({ trialEndsAt: at('2027-03-01'), trialClosedAt: null, isTrialExtended: true, changes: [] });
    const back = must(closeTrial(file, decider, { outcome: 'take_back', text: 't' }, now));
    expect(back.changes).toEqual([{ kind: 'end_set', grantId: 'grant-1', toAt: now, endKind: 'recalled' }]);
  });

  it('overdue is extended from today', () => {
    const overdue = grantFile({ trialEndsAt: at('2026-08-01') });
    expect(must(closeTrial(overdue, decider, { outcome: 'extend', extendMonths: 1, text: 't' }, now)).trialEndsAt).toBe(at('2026-10-02'));
  });

  it('is refused a second extension, no reason, no months', () => {
    const twice = grantFile({ ...trial, isTrialExtended: true });
    expect(codeOf(closeTrial(twice, decider, { outcome: 'extend', extendMonths: 1, text: 't' }, now))).toBe('trial_extended');
    expect(codeOf(closeTrial(file, decider, { outcome: 'extend', extendMonths: 0, text: 't' }, now))).toBe('date_invalid');
    expect(codeOf(closeTrial(file, decider, { outcome: 'confirm', text: '' }, now))).toBe('reason_required');
  });

  it('of no months is none', () => {
    expect(trialEndOf(now, 0)).toBeNull();
    expect(trialEndOf(at('2026-08-31', 9), 6)).toBe(at('2027-02-28'));
  });
});
