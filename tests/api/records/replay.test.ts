import { expect, test } from 'vitest';
import { approved, granted, lineFor, placeOrder, submitted } from '#tests/builders/orders.ts';
import { itemOf } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp({ repeats: true });
const rows = (text: string, ...values: unknown[]): unknown[] =>
  app()
    .db.$client.prepare(text)
    .all(...values);
const count = (table: string): unknown => app().db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

// Every change here is sent twice: `repeats` demands that the second answer is the first, presented anew.
test('a case from the order to the return happens once, though each act of it is sent twice', async () => {
  const { grantId } = await granted(app(), 'fine');
  const params = { grantId: grantId ?? '' };
  const { version } = await app().as('eastlead').ok('GET /grants/{grantId}', { params });
  const body = { reasonCode: 'other' as const, text: '人员不足，暂不能承接', wishedOn: '2026-09-01', pendingCases: [] };
  await app().as('eastlead').ok('POST /grants/{grantId}/return', { params, version, body });
  expect([count('orders'), count('requests'), count('grants'), count('return_cases')]).toEqual([1, 1, 1, 1]);
  const acts = rows(
    `SELECT action, count(*) AS times FROM audit_records GROUP BY action HAVING action IN ('order_submitted', 'return_filed')`,
  );
  expect(acts).toEqual([
    { action: 'order_submitted', times: 1 },
    { action: 'return_filed', times: 1 },
  ]);
});

test('what is kept of an act is a reference, and nothing of an edit of a draft', async () => {
  const lead = app().as('eastlead');
  const need = '只写在草稿里的话';
  const order = await lead.ok('POST /orders', { body: { name: '草稿', lines: [lineFor('fine', { need })] } });
  const before = count('idempotency_keys');
  const params = { orderId: order.id, itemId: itemOf('fine') };
  const { itemId: _itemId, ...answers } = lineFor('fine', { need: `${need}，又改了` });
  const saved = await lead.ok('PUT /orders/{orderId}/lines/{itemId}', { params, version: order.version, body: answers });
  await lead.ok('PATCH /orders/{orderId}', { params, version: saved.version, body: { name: '改名' } });
  expect(count('idempotency_keys')).toBe(before);
  await lead.ok('DELETE /orders/{orderId}', { params, version: saved.version + 1 });
  expect(JSON.stringify(rows('SELECT * FROM idempotency_keys'))).not.toContain(need);
  expect(rows('SELECT operation, result_id FROM idempotency_keys ORDER BY created_at, rowid')).toEqual([
    { operation: 'createOrder', result_id: order.id },
    { operation: 'discardOrder', result_id: null },
  ]);
});

test('an edit of a draft that is sent again because its answer was lost is found done, and is refused once somebody else has changed it', async () => {
  const lead = app().as('eastlead');
  const order = await lead.ok('POST /orders', { body: { name: '草稿', lines: [lineFor('fine')] } });
  const params = { orderId: order.id, itemId: itemOf('fine') };
  const { itemId: _itemId, ...answers } = lineFor('fine', { need: '第一次' });
  const edit = { params, version: order.version, body: answers };
  const first = await lead.ok('PUT /orders/{orderId}/lines/{itemId}', edit);
  const audits = count('audit_records');
  expect(await lead.ok('PUT /orders/{orderId}/lines/{itemId}', edit)).toEqual(first);
  expect(count('audit_records')).toBe(audits);
  const other = { ...edit, version: first.version, body: { ...answers, need: '别人写的' } };
  await app().as('eastclerk').ok('PUT /orders/{orderId}/lines/{itemId}', other);
  expect(await lead.refusal('PUT /orders/{orderId}/lines/{itemId}', edit)).toBe('412 version_stale');
});

test('shows what has become of the result: changed, gone, or not for these eyes any more', async () => {
  const lead = app().as('eastlead');
  const key = 'the-same-key-again';
  const draft = { key, body: { name: '草稿', lines: [lineFor('relief')] } };
  const order = await lead.ok('POST /orders', draft);
  await lead.ok('PATCH /orders/{orderId}', { params: { orderId: order.id }, version: order.version, body: { name: '改了名的草稿' } });
  const changed = await lead.call('POST /orders', draft);
  expect([changed.status, changed.body.name, changed.headers.get('etag')]).toEqual([201, '改了名的草稿', '"2"']);
  await lead.ok('DELETE /orders/{orderId}', { params: { orderId: order.id }, version: 2 });
  expect(await lead.refusal('POST /orders', draft)).toBe('404 not_found');
  expect(await lead.refusal('POST /orders', { ...draft, body: { ...draft.body, name: '另一个' } })).toBe('422 idempotency_key_reused');
  expect(count('orders')).toBe(0);

  const placed = { key: 'another-key-again', body: { name: '点单', lines: [lineFor('fine')], submit: true } };
  await lead.ok('POST /orders', placed);
  app().arrange((tx) => tx.$client.prepare(`UPDATE memberships SET organisation_id = 'west' WHERE account_id = 'eastlead'`).run());
  expect(await lead.refusal('POST /orders', placed)).toBe('404 not_found');
  expect(count('orders')).toBe(1);
});

test('two of the same at once count once', async () => {
  const requestId = await submitted(app(), 'fine');
  await placeOrder(app(), ['inspect'], { by: 'westlead' });
  const opinion = {
    params: { requestId },
    version: 1,
    key: 'both-at-once',
    body: { position: 'support', text: '' },
  } as const;
  const both = await Promise.all([1, 2].map(() => app().as('urbanreviewer').call('POST /requests/{requestId}/opinion', opinion)));
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  expect(rows(`SELECT kind FROM request_events WHERE request_id = ? AND kind = 'opinion'`, requestId)).toHaveLength(1);
  await approved(app(), 'relief');
});
