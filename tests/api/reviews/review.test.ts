import { describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { approved, fileOf, granted, lineFor, reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const sql = (text: string, ...values: unknown[]) =>
  app()
    .db.$client.prepare(text)
    .all(...values);

const support = { position: 'support', text: '' } as const;
const lawful = { finding: 'lawful', citation: '', text: '' } as const;
const approve = { outcome: 'approve', text: '' } as const;
const rejection = { reasonCode: 'not_ready', text: '人员不足', wouldBePossibleIf: '增加两名持证人员', alternativeItemId: null } as const;
const reject = { outcome: 'reject', ...rejection } as const;
const { itemId: _itemId, replacesGrantId: _replacesGrantId, ...said } = lineFor('fine');

const opinion = (requestId: string, version: number, body: object = support) =>
  app()
    .as('urbanreviewer')
    .call('POST /requests/{requestId}/opinion', { params: { requestId }, version, body: body as never });
const decide = (requestId: string, version: number, body: object = approve, by: 'decider' | 'decider2' = 'decider') =>
  app()
    .as(by)
    .call('POST /requests/{requestId}/decision', { params: { requestId }, version, body: body as never });
const outcomeOf = (reply: { status: number; problem?: { code: string } }) =>
  `${String(reply.status)} ${reply.status < 400 ? 'done' : (reply.problem?.code ?? '')}`;

/** The fields of a body that no case of its union takes, each with the reason. */
const faults = async (reply: Promise<{ problem: { code: string; errors?: { pointer: string; code: string }[] | undefined } }>) => {
  const { problem } = await reply;
  expect(problem.code).toBe('invalid_input');
  return (problem.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`);
};

describe('the department', () => {
  test('supports, and the file moves on to legal review with its own deadline', async () => {
    const requestId = await submitted(app(), 'fine');
    const reply = await opinion(requestId, 1);
    expect(reply.headers.get('etag')).toBe('"2"');
    expect(reply.body).toMatchObject({
      state: 'in_review',
      stage: 'legal',
      withWhom: { id: 'justice' },
      dueAt: Date.UTC(2026, 2, 9, 16),
      version: 2,
      allowedActions: [],
    });
    expect(reply.body.route.map(({ status }) => status)).toEqual(['done', 'current', 'ahead']);
    expect(reply.body.timeline.at(-1)).toMatchObject({
      kind: 'opinion',
      by: { name: '城管审核', organisation: '青禾县城市管理局' },
      stage: 'department',
      facts: { position: 'support' },
    });
    expect(sql('SELECT kind, outcome FROM tasks WHERE subject_id = ? ORDER BY id', requestId)).toEqual([
      { kind: 'department_opinion', outcome: 'opinion_given' },
      { kind: 'legal_review', outcome: null },
    ]);
    expect(sql('SELECT action FROM audit_records WHERE subject_id = ?', requestId)).toEqual([{ action: 'opinion_given' }]);
  });

  test('objects with a coded reason and a text; that is no veto', async () => {
    const requestId = await submitted(app(), 'fine');
    expect(await faults(opinion(requestId, 1, { position: 'object', reasonCode: 'no_demand', text: '' }))).toEqual(['/text required']);
    expect(await faults(opinion(requestId, 1, { position: 'object', text: '没有需求' }))).toEqual(['/reasonCode invalid_value']);
    expect(await faults(opinion(requestId, 1, { ...support, reasonCode: 'no_demand' }))).toEqual(['/reasonCode unrecognized_keys']);
    expect((await opinion(requestId, 1, { position: 'object', reasonCode: 'no_demand', text: '没有需求' })).body.stage).toBe('legal');
  });

  test('sees its own requests only, and acts at its stage only', async () => {
    const requestId = await submitted(app(), 'fine');
    const params = { requestId };
    expect(await app().as('waterreviewer').refusal('GET /requests/{requestId}', { params })).toBe('404 not_found');
    expect(await app().as('waterreviewer').refusal('POST /requests/{requestId}/opinion', { params, version: 1, body: support })).toBe(
      '404 not_found',
    );
    await opinion(requestId, 1);
    expect(outcomeOf(await opinion(requestId, 2))).toBe('409 wrong_stage');
  });
});

describe('two people who act on one version', () => {
  test('the second is told who was first and what changed', async () => {
    const requestId = await submitted(app(), 'fine');
    const params = { requestId };
    const [first, second] = await Promise.all([
      app().as('urbanreviewer').call('POST /requests/{requestId}/opinion', { params, version: 1, body: support }),
      app().as('urbanreviewer2').call('POST /requests/{requestId}/opinion', { params, version: 1, body: support }),
    ]);
    expect([first.status, second.status].sort()).toEqual([200, 412]);
    const [winner, loser] = first.status === 200 ? ['城管审核', second] : ['城管副手', first];
    expect(loser.problem).toMatchObject({
      code: 'version_stale',
      currentVersion: 2,
      changes: [{ actor: winner, action: 'opinion_given' }],
    });
  });

  test('needs the version, and a key', async () => {
    const requestId = await submitted(app(), 'fine');
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify(support);
    const path = `/requests/${requestId}/opinion`;
    expect(
      (
        await app()
          .as('urbanreviewer')
          .send('POST', path, { headers: { ...headers, 'idempotency-key': 'no-version' }, body })
      ).problem.code,
    ).toBe('version_missing');
    expect(
      (
        await app()
          .as('urbanreviewer')
          .send('POST', path, { headers: { ...headers, 'if-match': '"1"' }, body })
      ).problem.code,
    ).toBe('idempotency_key_missing');
    expect(await app().anonymous.refusal('POST /requests/{requestId}/opinion', { params: { requestId }, version: 1, body: support })).toBe(
      '401 not_signed_in',
    );
  });

  test('a repeated key returns the same as before, although the version is old by then', async () => {
    const requestId = await submitted(app(), 'fine');
    const input = { params: { requestId }, version: 1, body: support, key: 'opinion-once' };
    const first = await app().as('urbanreviewer').call('POST /requests/{requestId}/opinion', input);
    const again = await app().as('urbanreviewer').call('POST /requests/{requestId}/opinion', input);
    expect(again.body).toEqual(first.body);
    expect(sql(`SELECT id FROM request_events WHERE request_id = ? AND kind = 'opinion'`, requestId)).toHaveLength(1);
  });
});

describe('legal review', () => {
  const review = (requestId: string, body: { finding: 'lawful' | 'lawful_with_conditions' | 'unlawful'; citation: string; text: string }) =>
    app().as('legal').call('POST /requests/{requestId}/legal-review', { params: { requestId }, version: 2, body });

  test('"unlawful" cites an article, and blocks', async () => {
    const requestId = await supported(app(), 'fine');
    expect(await faults(review(requestId, { ...lawful, finding: 'unlawful' }))).toEqual(['/citation required']);
    expect((await review(requestId, { finding: 'unlawful', citation: '行政处罚法第二十四条', text: '未列入指导目录' })).body.stage).toBe(
      'county',
    );
    expect(outcomeOf(await decide(requestId, 3))).toBe('409 legal_review_unlawful');
    expect((await decide(requestId, 3, reject)).body.state).toBe('rejected');
  });

  test('"lawful with conditions" says which', async () => {
    const requestId = await supported(app(), 'fine');
    expect(await faults(review(requestId, { ...lawful, finding: 'lawful_with_conditions' }))).toEqual(['/text required']);
    expect((await review(requestId, { ...lawful, finding: 'lawful_with_conditions', text: '须公告' })).body.stage).toBe('county');
  });
});

describe('the county', () => {
  test('approves: commitments are owed, prerequisites are due, the file prepares', async () => {
    const requestId = await reviewed(app(), 'fine');
    const { body } = await decide(requestId, 3);
    expect(body).toMatchObject({ state: 'preparing', stage: null, version: 4, withWhom: { id: 'urban' } });
    expect(body.timeline.slice(-2).map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['decision', '县领导'],
      ['preparation_started', null],
    ]);
    expect(sql('SELECT key, state FROM commitments WHERE request_id = ?', requestId)).toEqual([{ key: 'vehicle', state: 'promised' }]);
    expect(sql(`SELECT kind, organisation_id AS body FROM tasks WHERE closed_at IS NULL ORDER BY id`)).toEqual([
      { kind: 'deliver_commitment', body: 'urban' },
    ]);
  });

  test('approves with conditions, which must be some and be possible', async () => {
    const requestId = await reviewed(app(), 'fine');
    const conditions = { extraPrerequisites: [], termMonths: null, notBeforeOn: null, text: '先行试点' };
    const extra = (certificateKind: string) => [{ key: 'trained', kind: 'certified_officers' as const, certificateKind, count: 3 }];
    const outcome = 'approve_with_conditions';
    expect(await faults(decide(requestId, 3, { outcome, text: '' }))).toEqual(['/conditions required']);
    expect(outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, notBeforeOn: '2026-01-01' } }))).toBe(
      '422 date_invalid',
    );
    expect(
      outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, extraPrerequisites: extra('nothing') } })),
    ).toBe('422 certificate_kind_unknown');
    const twice = [...extra('law_enforcement'), ...extra('law_enforcement')];
    expect(outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, extraPrerequisites: twice } }))).toBe(
      '422 conditions_required',
    );
    await decide(requestId, 3, {
      outcome,
      text: '',
      conditions: { ...conditions, extraPrerequisites: extra('law_enforcement'), termMonths: 12 },
    });
    const { prerequisites, conditions: agreed } = await app()
      .as('eastlead')
      .ok('GET /requests/{requestId}/preparation', { params: { requestId } });
    expect(agreed?.termMonths).toBe(12);
    expect(prerequisites.map(({ prerequisite, isExtra, holds }) => [prerequisite.key, isExtra, holds])).toEqual([
      ['officers', false, true],
      ['trained', true, false],
    ]);
  });

  test('rejects with a coded reason, a text, and what would make it possible or an alternative', async () => {
    const requestId = await reviewed(app(), 'fine');
    expect(await faults(decide(requestId, 3, { ...reject, reasonCode: null }))).toEqual(['/reasonCode invalid_value']);
    expect(await faults(decide(requestId, 3, { ...reject, text: '' }))).toEqual(['/text required']);
    expect(outcomeOf(await decide(requestId, 3, { ...reject, wouldBePossibleIf: '' }))).toBe('422 alternative_required');
    expect(outcomeOf(await decide(requestId, 3, { ...reject, alternativeItemId: 'no-item' }))).toBe('422 alternative_required');
    const { body } = await decide(requestId, 3, { ...reject, wouldBePossibleIf: '', alternativeItemId: itemOf('relief') });
    expect(body).toMatchObject({ state: 'rejected', withWhom: null, dueAt: null });
    expect(body.timeline.at(-1)?.facts).toMatchObject({ reasonCode: 'not_ready', alternativeName: '抗旱补助给付' });
    expect(sql('SELECT id FROM tasks WHERE closed_at IS NULL')).toEqual([]);
  });

  test('does not approve what the township has come to hold meanwhile', async () => {
    const requestId = await reviewed(app(), 'relief');
    app().arrange((tx) => {
      tx.$client
        .prepare(
          `INSERT INTO grants (id, item_id, power_id, township_id, department_id, carrier, prerequisites, document_number, issued_at, term_ends_at, observed_from_at, is_trial_extended, version, created_at)
        VALUES ('imported', 'item-relief', 'relief', 'east', 'water', 'service_window', '[]', '旧文1号', 0, 253402300799000, 0, 0, 1, 0)`,
        )
        .run();
      tx.$client
        .prepare(
          `INSERT INTO holdings (grant_id, power_id, township_id, from_at, to_at) VALUES ('imported', 'relief', 'east', 0, 253402300799000)`,
        )
        .run();
    });
    expect(outcomeOf(await decide(requestId, 3))).toBe('409 already_held');
  });

  test('decides at its stage only, and not on what the person took part in', async () => {
    const requestId = await supported(app(), 'fine');
    expect(outcomeOf(await decide(requestId, 2))).toBe('409 wrong_stage');
    app().arrange((tx) => tx.$client.prepare(`UPDATE request_events SET at = at WHERE 0`).run());
    const other = await reviewed(app(), 'inspect');
    // The legal reviewer has become a decider meanwhile.
    app().arrange((tx) =>
      tx.$client.prepare(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('legal', 'county', 'decider')`).run(),
    );
    const reply = await app()
      .as('legal')
      .call('POST /requests/{requestId}/decision', { params: { requestId: other }, version: 3, body: { ...approve } });
    expect(outcomeOf(reply)).toBe('403 acted_on_other_stage');
    app().arrange((tx) =>
      tx.$client.prepare(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('decider', 'east', 'clerk')`).run(),
    );
    expect(outcomeOf(await decide(other, 3))).toBe('403 interested_party');
  });

  test('a clerk who drafted and then moved to the county stays an interested party', async () => {
    const lines = [lineFor('fine')];
    const order = await app()
      .as('eastclerk')
      .ok('POST /orders', { body: { name: '草稿', lines } });
    await app()
      .as('eastlead')
      .ok('POST /orders/{orderId}/submission', { params: { orderId: order.id }, version: 1 });
    const requestId = order.lines[0]?.requestId ?? '';
    await opinion(requestId, 2);
    await app().as('legal').ok('POST /requests/{requestId}/legal-review', { params: { requestId }, version: 3, body: lawful });
    app().arrange((tx) =>
      tx.$client.prepare(`UPDATE memberships SET organisation_id = 'county', role = 'decider' WHERE account_id = 'eastclerk'`).run(),
    );
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /requests/{requestId}/decision', { params: { requestId }, version: 4, body: { ...approve } }),
    ).toBe('403 interested_party');
  });
});

describe('sent back for supplement', () => {
  test('the clock stops with what is left, and runs on when the same request comes again', async () => {
    const requestId = await submitted(app(), 'fine');
    const params = { requestId };
    // Two of ten working days are used by Wednesday.
    app().clock.advance(2 * 86_400_000);
    const back = await app()
      .as('urbanreviewer')
      .ok('POST /requests/{requestId}/send-back', {
        params,
        version: 1,
        body: { reasonCode: 'officers_missing', missing: '请补充承接人员' },
      });
    expect(back).toMatchObject({ state: 'sent_back', stage: 'department', dueAt: null, withWhom: { id: 'east' } });
    expect(back.route.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
    expect(back.timeline.at(-1)?.facts).toMatchObject({ reasonCode: 'officers_missing', remainingWorkingDays: 8 });
    expect(sql(`SELECT kind, organisation_id AS body FROM tasks WHERE closed_at IS NULL`)).toEqual([{ kind: 'supplement', body: 'east' }]);
    app().clock.advance(20 * 86_400_000);
    const lead = app().as('eastlead');
    const body = { ...said, need: '补充说明', officerIds: ['officer-li', 'officer-wang'], answer: '已补充' };
    expect(await lead.refusal('POST /requests/{requestId}/resubmission', { params, version: 2, body: { ...body, need: '' } })).toBe(
      '422 line_incomplete',
    );
    expect(
      await lead.refusal('POST /requests/{requestId}/resubmission', {
        params,
        version: 2,
        body: { ...body, officerIds: ['officer-qian'] },
      }),
    ).toBe('422 officer_unknown');
    expect(await app().as('westlead').refusal('POST /requests/{requestId}/resubmission', { params, version: 2, body })).toBe(
      '404 not_found',
    );
    const again = await lead.ok('POST /requests/{requestId}/resubmission', { params, version: 2, body });
    expect(again).toMatchObject({
      state: 'in_review',
      stage: 'department',
      need: '补充说明',
      officers: [{ name: '李执法' }, { name: '王执法' }],
    });
    // Eight working days after Tuesday, 24 March: 3 April; the Qingming holiday begins on the 4th.
    expect(again.dueAt).toBe(Date.UTC(2026, 3, 3, 16));
  });
});

describe('the township', () => {
  test('withdraws at any time before the grant', async () => {
    const requestId = await supported(app(), 'fine');
    const gone = await app()
      .as('eastlead')
      .ok('POST /requests/{requestId}/withdrawal', { params: { requestId }, version: 2, body: { text: '条件变化' } });
    expect(gone).toMatchObject({ state: 'withdrawn', allowedActions: [] });
    expect(gone.route.map(({ status }) => status)).toEqual(['done', 'stopped', 'stopped']);
    const { id } = await granted(app(), 'relief');
    const { version } = await fileOf(app(), id);
    expect(
      await app()
        .as('eastlead')
        .refusal('POST /requests/{requestId}/withdrawal', { params: { requestId: id }, version, body: { text: '太晚' } }),
    ).toBe('409 wrong_state');
    // A power once withdrawn may be asked for again.
    await submitted(app(), 'fine');
  });

  test('has a rejection looked at again, once, by other people', async () => {
    const requestId = await reviewed(app(), 'fine');
    const params = { requestId };
    await decide(requestId, 3, reject);
    const lead = app().as('eastlead');
    const asked = await lead.ok('POST /requests/{requestId}/reconsideration', { params, version: 4, body: { grounds: '已增加人员' } });
    expect(asked).toMatchObject({ state: 'in_review', stage: 'county' });
    expect(outcomeOf(await decide(requestId, 5, reject))).toBe('403 same_people');
    const again = await decide(requestId, 5, reject, 'decider2');
    const decisions = again.body.timeline.filter(({ kind }) => kind === 'decision');
    expect(decisions[1]?.facts).toMatchObject({ supersedes: decisions[0]?.id });
    expect(await lead.refusal('POST /requests/{requestId}/reconsideration', { params, version: 6, body: { grounds: '再来' } })).toBe(
      '409 reconsideration_used',
    );
  });

  test('cannot have it looked at again while it asks for the same anew', async () => {
    const requestId = await reviewed(app(), 'fine');
    await decide(requestId, 3, reject);
    await submitted(app(), 'fine');
    const refusal = app()
      .as('eastlead')
      .refusal('POST /requests/{requestId}/reconsideration', { params: { requestId }, version: 4, body: { grounds: '已增加人员' } });
    expect(await refusal).toBe('409 already_requested');
  });
});

describe('a substitute', () => {
  test('acts for the person away, and both stand in the record', async () => {
    const requestId = await submitted(app(), 'fine');
    await app()
      .as('urbanreviewer')
      .ok('POST /me/substitutions', {
        body: { substituteAccountId: 'urbanreviewer2', firstOn: '2026-03-02', lastOn: '2026-03-06', reason: '出差' },
      });
    const input = { params: { requestId }, version: 1, body: support, actingFor: 'urbanreviewer' as const };
    const { timeline } = await app().as('urbanreviewer2').ok('POST /requests/{requestId}/opinion', input);
    expect(timeline.at(-1)?.by).toEqual({ name: '城管副手', organisation: '青禾县城市管理局', onBehalfOf: '城管审核' });
    expect(sql(`SELECT actor_name AS who, on_behalf_of AS whom FROM audit_records WHERE subject_id = ?`, requestId)).toEqual([
      { who: '城管副手', whom: '城管审核' },
    ]);
  });
});

test('approved twice in a row, the second learns of the first', async () => {
  const requestId = await approved(app(), 'fine');
  const late = await decide(requestId, 3, approve, 'decider2');
  expect(outcomeOf(late)).toBe('412 version_stale');
  expect(late.problem.changes).toMatchObject([{ actor: '县领导', action: 'decided' }]);
});
