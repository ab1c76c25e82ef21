import { describe, expect, test } from 'vitest';
import { monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

import { useCommitments } from './given.ts';

const app = useApp();
const { tasks, facts, commitmentId, requestId } = useCommitments(app);

describe('delivery', () => {
  const evidence = { evidence: '青城管交〔2026〕3号交接单' };

  test('passes the obligation to the township, whose confirmation alone counts', async () => {
    const params = { commitmentId: await commitmentId() };
    const delivered = await app()
      .as('urbanreviewer')
      .ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(delivered).toMatchObject({ state: 'delivered', ...evidence, deliveredAt: monday, allowedActions: [], version: 2 });
    expect(tasks()).toEqual([{ kind: 'confirm_commitment', organisationId: 'east', role: 'lead', dueAt: null }]);
    expect(facts()).toEqual([{ key: 'car', state: 'delivered' }]);
    expect((await app().as('eastclerk').ok('GET /commitments')).items[0]?.allowedActions).toEqual(['confirm', 'dispute']);
    const confirmed = await app().as('eastlead').ok('POST /commitments/{commitmentId}/confirmation', { params, version: 2 });
    expect(confirmed).toMatchObject({ state: 'confirmed', confirmedAt: monday, version: 3 });
    expect(tasks()).toEqual([]);
    const audit = app()
      .db.$client.prepare('SELECT action, actor_name FROM audit_records WHERE subject_id = ? ORDER BY seq')
      .raw()
      .all(params.commitmentId);
    expect(app().db.$client.prepare('SELECT kind FROM request_events WHERE request_id = ? ORDER BY id').pluck().all(requestId())).toEqual([
      'commitment_delivered',
      'commitment_confirmed',
    ]);
    expect(audit).toEqual([
      ['commitment_delivered', '城管审核'],
      ['commitment_confirmed', '东河镇长'],
    ]);
    expect(app().db.$client.prepare("SELECT count(*) FROM outbox WHERE kind LIKE 'commitment_%'").pluck().get()).toBe(2);
  });

  test('that is disputed is owed again by the same day', async () => {
    const params = { commitmentId: await commitmentId() };
    const [before] = tasks();
    await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    const disputed = await app()
      .as('eastclerk')
      .ok('POST /commitments/{commitmentId}/dispute', { params, body: { text: '车辆无法启动' }, version: 2 });
    expect(disputed).toMatchObject({ state: 'disputed', disputeText: '车辆无法启动', allowedActions: [] });
    expect(tasks()).toEqual([before]);
    const again = await app().as('urbanreviewer2').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 3 });
    expect(again).toMatchObject({ state: 'delivered', disputeText: '车辆无法启动' });
  });

  test('is refused where there is nothing to deliver or to answer', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (version: number) =>
      app().as('urbanreviewer').refusal('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version });
    const confirm = (version: number) => app().as('eastlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version });
    const dispute = (version: number) =>
      app()
        .as('eastlead')
        .refusal('POST /commitments/{commitmentId}/dispute', { params, body: { text: '没有' }, version });
    expect(await confirm(1)).toBe('409 commitment_not_delivered');
    expect(await dispute(1)).toBe('409 commitment_not_delivered');
    await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(await deliver(2)).toBe('409 commitment_delivered');
    await app().as('eastlead').ok('POST /commitments/{commitmentId}/confirmation', { params, version: 2 });
    expect(await deliver(3)).toBe('409 commitment_confirmed');
    expect(await confirm(3)).toBe('409 commitment_confirmed');
    expect(await dispute(3)).toBe('409 commitment_confirmed');
  });

  test('is for the owing body and the receiving township only', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (person: 'waterreviewer' | 'decider' | 'eastlead') =>
      app().as(person).refusal('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    expect(await deliver('waterreviewer')).toBe('404 not_found');
    expect(await deliver('decider')).toBe('403 forbidden');
    expect(await deliver('eastlead')).toBe('403 forbidden');
    expect(await app().as('westlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 1 })).toBe(
      '404 not_found',
    );
    expect(await app().anonymous.refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 1 })).toBe(
      '401 not_signed_in',
    );
    const unversioned = await app()
      .as('eastlead')
      .send('POST', `/commitments/${params.commitmentId}/confirmation`, { headers: { 'idempotency-key': 'some-key-1' } });
    expect(unversioned.status).toBe(428);
  });

  test('by two people at once happens once, and the second hears who was first', async () => {
    const params = { commitmentId: await commitmentId() };
    const deliver = (person: 'urbanreviewer' | 'urbanreviewer2') =>
      app().as(person).call('POST /commitments/{commitmentId}/delivery', { params, body: evidence, version: 1 });
    const replies = await Promise.all([deliver('urbanreviewer'), deliver('urbanreviewer2')]);
    const loser = replies.find(({ status }) => status === 412);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(loser?.problem).toMatchObject({ code: 'version_stale', currentVersion: 2, changes: [{ action: 'commitment_delivered' }] });
  });

  test('with a repeated key is answered again and done once', async () => {
    const input = { params: { commitmentId: await commitmentId() }, body: evidence, version: 1, key: 'pressed-twice' };
    const first = await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', input);
    expect(await app().as('urbanreviewer').ok('POST /commitments/{commitmentId}/delivery', input)).toEqual(first);
    expect(
      await app()
        .as('urbanreviewer')
        .refusal('POST /commitments/{commitmentId}/delivery', { ...input, body: { evidence: '别的' } }),
    ).toBe('422 idempotency_key_reused');
  });
});
