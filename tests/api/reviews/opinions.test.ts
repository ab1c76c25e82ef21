import { describe, expect, test } from 'vitest';
import { submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

import { faults, lawful, outcomeOf, reject, reviewingIn, support } from './given.ts';

const app = useApp();
const { sql, opinion, decide } = reviewingIn(app);

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
