import { describe, expect, it } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, openTasks, rowsOf } from './given.ts';

const app = useApp();
const close = 'POST /grants/{grantId}/trial-closing';
const suspend = 'POST /grants/{grantId}/suspension';
const resume = 'POST /grants/{grantId}/resumption';
const to = (grantId: string, version: number) => ({ params: { grantId }, version });
const closing = { text: '运行正常' } as const;

describe('closing a trial', () => {
  it('is asked of the county from the start, by the day on which the trial is over', async () => {
    await givenGrant(app(), 'inspect');
    expect(rowsOf(app(), 'SELECT kind, organisation_id AS body, due_at AS dueAt FROM tasks')).toEqual([
      { kind: 'close_trial', body: 'county', dueAt: Date.UTC(2026, 8, 1, 16) },
    ]);
  });

  it('confirms: the trial is over, not by the calendar but by the decision', async () => {
    const id = await givenGrant(app(), 'inspect');
    app().clock.set(Date.UTC(2026, 9, 8, 2));
    expect(
      await app()
        .as('decider')
        .ok('GET /grants/{grantId}', { params: { grantId: id } }),
    ).toMatchObject({ state: 'trial' });
    const grant = await app()
      .as('decider')
      .ok(close, { ...to(id, 1), body: { ...closing, outcome: 'confirm' } });
    expect(grant).toMatchObject({ state: 'active', trialClosed: true, version: 2 });
    expect(openTasks(app(), id)).toEqual([]);
    expect(
      await app()
        .as('decider')
        .refusal(close, { ...to(id, 2), body: { ...closing, outcome: 'confirm' } }),
    ).toBe('409 not_on_trial');
  });

  it('extends once, and the task moves with it', async () => {
    const id = await givenGrant(app(), 'inspect');
    const body = { outcome: 'extend', extendMonths: 3, text: '样本不足' } as const;
    expect(
      await app()
        .as('decider')
        .refusal(close, { ...to(id, 1), body: { ...body, extendMonths: 0 } }),
    ).toBe('400 invalid_input');
    const grant = await app()
      .as('decider')
      .ok(close, { ...to(id, 1), body });
    expect(grant).toMatchObject({ state: 'trial', isTrialExtended: true, trialEndsAt: Date.UTC(2026, 11, 1, 16) });
    expect(rowsOf(app(), 'SELECT due_at AS dueAt, outcome FROM tasks ORDER BY id')).toEqual([
      { dueAt: Date.UTC(2026, 8, 1, 16), outcome: 'trial_closed' },
      { dueAt: Date.UTC(2026, 11, 1, 16), outcome: null },
    ]);
    expect(
      await app()
        .as('decider')
        .refusal(close, { ...to(id, 2), body }),
    ).toBe('409 trial_extended');
  });

  it('takes the power back at once, on a document', async () => {
    const id = await givenGrant(app(), 'inspect');
    app().clock.advance(day);
    const grant = await app()
      .as('decider')
      .ok(close, { ...to(id, 1), body: { ...closing, outcome: 'take_back' } });
    expect(grant).toMatchObject({ state: 'ended', endKind: 'recalled', endsAt: app().clock.now() });
    expect(grant.timeline.at(-2)).toMatchObject({
      kind: 'trial_closed',
      facts: { outcome: 'take_back', documentNumber: '青禾赋权〔2026〕2号' },
    });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('is the county’s alone', async () => {
    const id = await givenGrant(app(), 'inspect');
    expect(
      await app()
        .as('eastlead')
        .refusal(close, { ...to(id, 1), body: { ...closing, outcome: 'confirm' } }),
    ).toBe('403 forbidden');
  });
});

describe('suspending and resuming', () => {
  it('gives the power to the department and back, each time with a reason', async () => {
    const id = await givenGrant(app(), 'litter');
    const suspended = await app()
      .as('decider')
      .ok(suspend, { ...to(id, 1), body: { reason: '专项检查' } });
    expect(suspended).toMatchObject({ state: 'suspended', suspensions: [{ kind: 'decision', reason: '专项检查', toAt: null }] });
    expect(
      await app()
        .as('decider')
        .refusal(suspend, { ...to(id, 2), body: { reason: '再次' } }),
    ).toBe('409 suspension_overlap');
    app().clock.advance(day);
    const resumed = await app()
      .as('decider')
      .ok(resume, { ...to(id, 2), body: { reason: '检查结束' } });
    expect(resumed).toMatchObject({ state: 'active', suspensions: [{ toAt: app().clock.now() }] });
    expect(resumed.timeline.map(({ kind }) => kind)).toEqual(['granted', 'started', 'suspended', 'resumed']);
    expect(
      await app()
        .as('decider')
        .refusal(resume, { ...to(id, 3), body: { reason: '再次' } }),
    ).toBe('409 not_suspended');
    expect(rowsOf(app(), 'SELECT kind FROM ledger_entries').map(({ kind }) => kind)).toEqual([
      'holding_opened',
      'suspension_set',
      'suspension_end_set',
    ]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it.each([
    ['eastlead', '403 forbidden'],
    ['legal', '403 forbidden'],
  ] as const)('is not for %s', async (person, refusal) => {
    const id = await givenGrant(app(), 'litter');
    expect(
      await app()
        .as(person)
        .refusal(suspend, { ...to(id, 1), body: { reason: '想停' } }),
    ).toBe(refusal);
    expect(
      await app()
        .as(person)
        .refusal(resume, { ...to(id, 1), body: { reason: '想开' } }),
    ).toBe(refusal);
  });

  it('is refused before the start and after the end, and on an old version', async () => {
    const id = await givenGrant(app(), 'litter', { startsAt: app().clock.now() + day, termMonths: 1 });
    expect(
      await app()
        .as('decider')
        .refusal(suspend, { ...to(id, 1), body: { reason: '早' } }),
    ).toBe('409 grant_not_running');
    app().clock.advance(60 * day);
    expect(
      await app()
        .as('decider')
        .refusal(suspend, { ...to(id, 1), body: { reason: '晚' } }),
    ).toBe('409 grant_ended');
    expect(
      await app()
        .as('decider')
        .refusal(suspend, { ...to(id, 9), body: { reason: '旧' } }),
    ).toBe('412 version_stale');
  });
});
