import { describe, expect, it } from 'vitest';
import type { fileReturn } from '#contract/grants/grants.ts';
import type { SentBodyOf } from '#contract/operation.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { useApp } from '#tests/support/app.ts';
import { day, givenGrant, openTasks, rowsOf } from './given.ts';

const app = useApp();

const filing: SentBodyOf<typeof fileReturn> = {
  reasonCode: 'too_few_people',
  text: '人手不足',
  wishedOn: '2026-05-06',
  pendingCases: [{ description: '未结案1件', owner: 'township' }],
};
const fileRoute = 'POST /grants/{grantId}/return';

async function filed() {
  const id = await givenGrant(app(), 'litter');
  const grant = await app()
    .as('eastlead')
    .ok(fileRoute, { params: { grantId: id }, body: filing, version: 1 });
  return { id, grant };
}

describe('filing a return', () => {
  it('sets the end at once, in tables, ledger, tasks, audit and outbox', async () => {
    const { id, grant } = await filed();
    expect(grant).toMatchObject({ version: 2, state: 'active', openCase: 'return', endKind: 'returned' });
    expect(grant.returns).toMatchObject([
      { state: 'filed', wishedOn: '2026-05-06', effectiveOn: '2026-05-06', filedBy: { name: '东河镇长', organisation: '东河镇人民政府' } },
    ]);
    expect(grant.timeline.map(({ kind }) => kind)).toEqual(['granted', 'started', 'return_filed']);
    expect(grant.allowedActions).toEqual(['cancel_return']);
    expect(rowsOf(app(), 'SELECT to_at FROM holdings')).toEqual([{ to_at: Date.UTC(2026, 4, 5, 16) }]);
    expect(rowsOf(app(), 'SELECT sequence, kind, detail FROM ledger_entries')).toEqual([
      { sequence: 1, kind: 'holding_opened', detail: '{}' },
      { sequence: 2, kind: 'end_set', detail: '{"endKind":"returned"}' },
    ]);
    expect(rowsOf(app(), 'SELECT kind, organisation_id, role, township_id FROM tasks WHERE closed_at IS NULL')).toEqual([
      { kind: 'answer_return', organisation_id: 'county', role: 'decider', township_id: 'east' },
    ]);
    expect(rowsOf(app(), 'SELECT action, actor_name FROM audit_records WHERE subject_id = ?', id)).toEqual([
      { action: 'grant_opened', actor_name: '县领导' },
      { action: 'return_filed', actor_name: '东河镇长' },
    ]);
    expect(rowsOf(app(), 'SELECT kind FROM outbox')).toEqual([{ kind: 'grant_opened' }, { kind: 'return_filed' }]);
    expect(proveLedger(app().db)).toMatchObject({ entries: 2, grants: 1, faults: [] });
  });

  it('cannot be refused by silence: the power goes back by itself', async () => {
    const { id } = await filed();
    app().clock.set(Date.UTC(2026, 4, 5, 16));
    const grant = await app()
      .as('eastlead')
      .ok('GET /grants/{grantId}', { params: { grantId: id } });
    expect(grant).toMatchObject({ state: 'ended', openCase: null, allowedActions: [] });
    expect(grant.returns[0]?.state).toBe('ended');
    expect(grant.timeline.at(-1)).toMatchObject({ kind: 'ended', by: null, facts: { endKind: 'returned' } });
  });

  it('waits for the answer that the county has time for, when the wish is sooner', async () => {
    const id = await givenGrant(app(), 'litter');
    const grant = await app()
      .as('eastlead')
      .ok(fileRoute, { params: { grantId: id }, body: { ...filing, wishedOn: '2026-03-03' }, version: 1 });
    // Ten working days after Monday 2 March end with Monday 16 March.
    expect(grant.returns[0]?.effectiveOn).toBe('2026-03-17');
  });

  it.each([
    ['a power that the province demands', 'mandated', filing, '409 not_returnable'],
    ['a day that has begun', 'litter', { ...filing, wishedOn: '2026-03-02' }, '422 return_date_too_early'],
  ] as const)('is refused for %s', async (_, power, body, refusal) => {
    const id = await givenGrant(app(), power);
    expect(
      await app()
        .as('eastlead')
        .refusal(fileRoute, { params: { grantId: id }, body, version: 1 }),
    ).toBe(refusal);
    expect(rowsOf(app(), 'SELECT 1 FROM return_cases')).toEqual([]);
  });

  it('is refused before the grant begins, and while another case is open', async () => {
    const later = await givenGrant(app(), 'litter', { startsAt: app().clock.now() + 30 * day });
    expect(
      await app()
        .as('eastlead')
        .refusal(fileRoute, { params: { grantId: later }, body: filing, version: 1 }),
    ).toBe('409 grant_not_running');
    const id = await givenGrant(app(), 'inspect');
    await app()
      .as('eastlead')
      .ok(fileRoute, { params: { grantId: id }, body: filing, version: 1 });
    expect(
      await app()
        .as('eastlead')
        .refusal(fileRoute, { params: { grantId: id }, body: filing, version: 2 }),
    ).toBe('409 case_open');
  });

  it('returns the same for a repeated key without filing twice, and refuses the key for another body', async () => {
    const id = await givenGrant(app(), 'litter');
    const input = { params: { grantId: id }, body: filing, version: 1, key: 'the-same-key' };
    const first = await app().as('eastlead').call(fileRoute, input);
    const second = await app().as('eastlead').call(fileRoute, input);
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(rowsOf(app(), 'SELECT 1 FROM return_cases')).toHaveLength(1);
    expect(
      await app()
        .as('eastlead')
        .refusal(fileRoute, { ...input, body: { ...filing, text: '另一理由' } }),
    ).toBe('422 idempotency_key_reused');
  });
});

describe('who may return', () => {
  const route = (id: string) => ({ params: { grantId: id }, body: filing, version: 1 });

  it.each([
    ['eastclerk', '403 forbidden'],
    ['urbanreviewer', '403 forbidden'],
    ['decider', '403 forbidden'],
    ['auditor', '403 forbidden'],
    ['westlead', '404 not_found'],
  ] as const)('not %s', async (person, refusal) => {
    const id = await givenGrant(app(), 'litter');
    expect(await app().as(person).refusal(fileRoute, route(id))).toBe(refusal);
  });

  it('only somebody with a session, and with the current version', async () => {
    const { id } = await filed();
    expect(await app().anonymous.refusal(fileRoute, route(id))).toBe('401 not_signed_in');
    expect(
      await app()
        .as('eastlead')
        .refusal(fileRoute, { ...route(id), version: undefined as never }),
    ).toBe('428 version_missing');
    const stale = await app().as('eastlead').call(fileRoute, route(id));
    expect(stale.problem).toMatchObject({
      status: 412,
      code: 'version_stale',
      currentVersion: 2,
      changes: [{ actor: '东河镇长', action: 'return_filed' }],
    });
  });

  it('an unknown grant is refused like a foreign one', async () => {
    expect(await app().as('eastlead').refusal(fileRoute, route('nothing'))).toBe('404 not_found');
  });
});

describe('answering a return', () => {
  it('accepts from a day, with a numbered document', async () => {
    const { id } = await filed();
    const grant = await app()
      .as('decider')
      .ok('POST /grants/{grantId}/return/acceptance', {
        params: { grantId: id },
        body: { effectiveOn: '2026-05-06', text: '' },
        version: 2,
      });
    expect(grant.returns).toMatchObject([{ state: 'accepted', documentNumber: '青禾赋权〔2026〕2号', answeredBy: { name: '县领导' } }]);
    expect(openTasks(app(), id)).toEqual([]);
    expect(rowsOf(app(), 'SELECT outcome FROM tasks')).toEqual([{ outcome: 'return_accepted' }]);
    expect(rowsOf(app(), 'SELECT kind, title FROM issued_documents ORDER BY sequence')).toEqual([
      { kind: 'grant', title: '关于赋予东河镇人民政府“对乱倒垃圾的处罚”的决定' },
      { kind: 'return', title: '关于同意东河镇人民政府退回“对乱倒垃圾的处罚”的决定' },
    ]);
  });

  it.each([
    ['before the day that was wished', '2026-05-05', '422 return_date_too_early'],
    ['after the day on which it takes effect by itself', '2026-05-07', '422 date_invalid'],
  ] as const)('does not accept %s', async (_, effectiveOn, refusal) => {
    const { id } = await filed();
    const input = { params: { grantId: id }, body: { effectiveOn, text: '' }, version: 2 };
    expect(await app().as('decider').refusal('POST /grants/{grantId}/return/acceptance', input)).toBe(refusal);
  });

  it('defers once, to at most sixty working days after the wish, and it ends by itself then', async () => {
    const { id } = await filed();
    const route = 'POST /grants/{grantId}/return/deferral';
    const body = { supportPlan: '增派两名执法人员', untilOn: '2026-07-01' };
    expect(
      await app()
        .as('decider')
        .refusal(route, { params: { grantId: id }, body: { ...body, untilOn: '2026-12-31' }, version: 2 }),
    ).toBe('422 deferral_too_long');
    const grant = await app()
      .as('decider')
      .ok(route, { params: { grantId: id }, body, version: 2 });
    expect(grant.returns).toMatchObject([
      { state: 'deferred', effectiveOn: '2026-07-01', supportPlan: '增派两名执法人员', documentNumber: '青禾赋权〔2026〕2号' },
    ]);
    expect(
      await app()
        .as('decider')
        .refusal(route, { params: { grantId: id }, body, version: 3 }),
    ).toBe('409 already_deferred');
    app().clock.set(Date.UTC(2026, 5, 30, 16));
    expect(
      await app()
        .as('eastlead')
        .ok('GET /grants/{grantId}', { params: { grantId: id } }),
    ).toMatchObject({ state: 'ended', endKind: 'returned' });
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('has nothing to answer when nothing was filed', async () => {
    const id = await givenGrant(app(), 'litter');
    const accept = { params: { grantId: id }, body: { effectiveOn: '2026-05-06', text: '' }, version: 1 };
    expect(await app().as('decider').refusal('POST /grants/{grantId}/return/acceptance', accept)).toBe('409 wrong_state');
    const defer = { params: { grantId: id }, body: { untilOn: '2026-05-07', supportPlan: '支持' }, version: 1 };
    expect(await app().as('decider').refusal('POST /grants/{grantId}/return/deferral', defer)).toBe('409 wrong_state');
  });
});

describe('taking a return back', () => {
  const route = 'POST /grants/{grantId}/return/cancellation';

  it('gives the grant its agreed end again', async () => {
    const { id } = await filed();
    const grant = await app()
      .as('eastlead')
      .ok(route, { params: { grantId: id }, body: { text: '已补充人手' }, version: 2 });
    expect(grant).toMatchObject({ state: 'active', endsAt: null, endKind: null, openCase: null });
    expect(grant.returns).toMatchObject([{ state: 'cancelled', effectiveOn: null }]);
    expect(grant.allowedActions).toContain('file_return');
    expect(openTasks(app(), id)).toEqual([]);
    expect(proveLedger(app().db).faults).toEqual([]);
  });

  it('is too late once the power has gone', async () => {
    const { id } = await filed();
    app().clock.set(Date.UTC(2026, 4, 7));
    expect(
      await app()
        .as('eastlead')
        .refusal(route, { params: { grantId: id }, body: { text: '反悔' }, version: 2 }),
    ).toBe('409 grant_ended');
  });
});
