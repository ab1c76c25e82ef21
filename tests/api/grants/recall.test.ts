import { describe, expect, it } from 'vitest';
import type { decideRecall } from '#contract/grants/grants.ts';
import type { SentBodyOf } from '#contract/operation.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, openTasks, rowsOf } from './given.ts';

const app = useApp();

const notice = { reasonCode: 'serious_errors', basis: '《青禾县赋权管理办法》第十条', notice: '多起处罚被撤销', isUrgent: false } as const;
const recalling: SentBodyOf<typeof decideRecall> = { outcome: 'recall', text: '收回', effectiveOn: null, pendingCases: [] };
const keeping: SentBodyOf<typeof decideRecall> = { outcome: 'keep', text: '保留' };
const open = 'POST /grants/{grantId}/recall';
const state = 'POST /grants/{grantId}/recall/statement';
const decide = 'POST /grants/{grantId}/recall/decision';
const to = (grantId: string, version: number) => ({ params: { grantId }, version });

async function noticed(isUrgent = false): Promise<string> {
  const id = await givenGrant(app(), 'litter');
  await app()
    .as('decider')
    .ok(open, { ...to(id, 1), body: { ...notice, isUrgent } });
  return id;
}

describe('the notice of a recall', () => {
  it('opens a hearing for the township and a decision for the county', async () => {
    const id = await noticed();
    expect(
      rowsOf(app(), 'SELECT kind, organisation_id AS body, role, due_at AS dueAt FROM tasks WHERE closed_at IS NULL ORDER BY kind'),
    ).toEqual([
      // Five working days to be heard, and ten from then on to decide.
      { kind: 'decide_recall', body: 'county', role: 'decider', dueAt: Date.UTC(2026, 2, 24, 16) },
      { kind: 'hearing_statement', body: 'east', role: 'lead', dueAt: Date.UTC(2026, 2, 9, 16) },
    ]);
    const grant = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: id } });
    expect(grant).toMatchObject({ state: 'active', openCase: 'recall', allowedActions: ['state_in_hearing'] });
    expect(grant.recalls).toMatchObject([{ state: 'noticed', openedBy: { name: '县领导' }, hearingUntilAt: Date.UTC(2026, 2, 9, 16) }]);
    expect(
      await app()
        .as('decider')
        .refusal(open, { ...to(id, 2), body: notice }),
    ).toBe('409 case_open');
  });

  it('suspends first when it is urgent, and the reason stands with the suspension', async () => {
    const id = await noticed(true);
    const grant = await app()
      .as('auditor')
      .ok('GET /grants/{grantId}', { params: { grantId: id } });
    expect(grant).toMatchObject({ state: 'suspended', suspensions: [{ kind: 'decision', toAt: null, reason: '多起处罚被撤销' }] });
  });

  it.each([
    ['eastlead', '403 forbidden'],
    ['urbanreviewer', '403 forbidden'],
    ['auditor', '403 forbidden'],
  ] as const)('is not for %s', async (person, refusal) => {
    const id = await givenGrant(app(), 'litter');
    expect(
      await app()
        .as(person)
        .refusal(open, { ...to(id, 1), body: notice }),
    ).toBe(refusal);
  });
});

describe('the hearing', () => {
  it('takes one statement, in time', async () => {
    const id = await noticed();
    expect(
      await app()
        .as('westlead')
        .refusal(state, { ...to(id, 2), body: { statement: '与我无关' } }),
    ).toBe('404 not_found');
    const grant = await app()
      .as('eastlead')
      .ok(state, { ...to(id, 2), body: { statement: '已整改' } });
    expect(grant.recalls).toMatchObject([{ state: 'heard', statement: '已整改', statedBy: { name: '东河镇长' } }]);
    expect(openTasks(app(), id)).toEqual(['decide_recall']);
    expect(
      await app()
        .as('eastlead')
        .refusal(state, { ...to(id, 3), body: { statement: '再说一遍' } }),
    ).toBe('409 already_heard');
  });

  it('is over when its time is', async () => {
    const id = await noticed();
    app().clock.advance(9 * day);
    expect(
      await app()
        .as('eastlead')
        .refusal(state, { ...to(id, 2), body: { statement: '迟到' } }),
    ).toBe('409 wrong_state');
  });
});

describe('the decision', () => {
  it('waits for the hearing and needs another person than the notice', async () => {
    const id = await noticed();
    expect(
      await app()
        .as('decider2')
        .refusal(decide, { ...to(id, 2), body: recalling }),
    ).toBe('409 hearing_not_over');
    app().clock.advance(9 * day);
    expect(
      await app()
        .as('decider')
        .refusal(decide, { ...to(id, 2), body: recalling }),
    ).toBe('403 opened_by_self');
    const grant = await app()
      .as('decider2')
      .ok(decide, { ...to(id, 2), body: recalling });
    expect(grant).toMatchObject({
      state: 'ended',
      endKind: 'recalled',
      recalls: [{ outcome: 'recall', documentNumber: '青禾赋权〔2026〕2号', decidedBy: { name: '另一领导' } }],
    });
    expect(openTasks(app(), id)).toEqual([]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('binds the person for whom somebody acted as well', async () => {
    const id = await givenGrant(app(), 'litter');
    app().arrange((tx) => {
      const columns = 'id, away_account_id, substitute_account_id, from_at, to_at, reason, version, created_at';
      tx.$client
        .prepare(`INSERT INTO substitutions (${columns}) VALUES ('s', 'decider2', 'decider', 0, ?, '出差', 1, 0)`)
        .run(Date.UTC(2027, 0, 1));
    });
    await app()
      .as('decider')
      .ok(open, { ...to(id, 1), body: notice, actingFor: 'decider2' });
    await app()
      .as('eastlead')
      .ok(state, { ...to(id, 2), body: { statement: '无异议' } });
    for (const person of ['decider', 'decider2'] as const) {
      expect(
        await app()
          .as(person)
          .refusal(decide, { ...to(id, 3), body: recalling }),
      ).toBe('403 opened_by_self');
    }
  });

  it('takes the power from a day to come, with its pending cases', async () => {
    const id = await noticed();
    await app()
      .as('eastlead')
      .ok(state, { ...to(id, 2), body: { statement: '无异议' } });
    const body = { ...recalling, effectiveOn: '2026-04-01', pendingCases: [{ description: '在办2件', owner: 'department' as const }] };
    expect(
      await app()
        .as('decider2')
        .refusal(decide, { ...to(id, 3), body: { ...body, effectiveOn: '2026-03-01' } }),
    ).toBe('422 date_invalid');
    const grant = await app()
      .as('decider2')
      .ok(decide, { ...to(id, 3), body });
    expect(grant).toMatchObject({ state: 'active', endsAt: Date.UTC(2026, 2, 31, 16), endKind: 'recalled', allowedActions: ['suspend'] });
    expect(grant.recalls[0]).toMatchObject({ effectiveOn: '2026-04-01', pendingCases: [{ description: '在办2件', owner: 'department' }] });
  });

  it('gives back what an urgent notice suspended, when the power is kept', async () => {
    const id = await noticed(true);
    await app()
      .as('eastlead')
      .ok(state, { ...to(id, 2), body: { statement: '已整改' } });
    app().clock.advance(day);
    const grant = await app()
      .as('decider2')
      .ok(decide, { ...to(id, 3), body: keeping });
    expect(grant).toMatchObject({ state: 'active', openCase: null, recalls: [{ outcome: 'keep', effectiveOn: null }] });
    expect(grant.suspensions).toMatchObject([{ toAt: app().clock.now() }]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('has nothing to decide without a notice, and loses to who was first', async () => {
    const id = await givenGrant(app(), 'litter');
    expect(
      await app()
        .as('decider')
        .refusal(decide, { ...to(id, 1), body: keeping }),
    ).toBe('409 wrong_state');
    await app()
      .as('decider')
      .ok(open, { ...to(id, 1), body: notice });
    const stale = await app()
      .as('decider2')
      .call(decide, { ...to(id, 1), body: keeping });
    expect(stale.problem).toMatchObject({
      code: 'version_stale',
      currentVersion: 2,
      changes: [{ actor: '县领导', action: 'recall_noticed' }],
    });
  });
});
