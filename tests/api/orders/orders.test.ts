import { describe, expect, test } from 'vitest';
import { itemOf, menu, seedCounty } from '#tests/builders/county.ts';
import { fileOf, granted, lineFor, placeOrder, prepared } from '#tests/builders/orders.ts';
import { startApp, useApp } from '#tests/support/app.ts';

const app = useApp();

const draft = (lines: ReturnType<typeof lineFor>[] = [lineFor('fine')]) =>
  app()
    .as('eastclerk')
    .ok('POST /orders', { body: { name: '四月草稿', lines } });
const { itemId: _itemId, ...answers } = lineFor('relief');

describe('a draft', () => {
  test('is kept by name with what has been said so far, for everybody of the township', async () => {
    const order = await draft([lineFor('fine', { need: '', casesPerYear: null, officerIds: [] })]);
    expect(order).toMatchObject({ number: null, name: '四月草稿', status: 'draft', createdBy: '东河经办', submittedAt: null, version: 1 });
    expect(order.lines).toMatchObject([
      { powerId: 'fine', powerName: menu.fine.name, state: 'draft', need: '', casesPerYear: null, officerIds: [] },
    ]);
    expect(order.allowedActions).toEqual(['edit', 'discard']);
    const seen = await app()
      .as('eastlead')
      .ok('GET /orders/{orderId}', { params: { orderId: order.id } });
    expect(seen).toEqual({ ...order, allowedActions: ['edit', 'submit', 'discard'] });
  });

  test('takes lines in, saves what is typed, lets lines go, is renamed and thrown away', async () => {
    const clerk = app().as('eastclerk');
    const { id: orderId } = await draft();
    const params = { orderId, itemId: itemOf('relief') };
    expect((await clerk.ok('PUT /orders/{orderId}/lines/{itemId}', { params, version: 1, body: answers })).lines).toHaveLength(2);
    const saved = await clerk.ok('PUT /orders/{orderId}/lines/{itemId}', { params, version: 2, body: { ...answers, need: '抗旱' } });
    expect(saved.lines.map(({ need }) => need)).toEqual([answers.need, '抗旱']);
    expect((await clerk.ok('DELETE /orders/{orderId}/lines/{itemId}', { params, version: 3 })).lines.map(({ powerId }) => powerId)).toEqual(
      ['fine'],
    );
    const renamed = await clerk.ok('PATCH /orders/{orderId}', { params: { orderId }, version: 4, body: { name: '五月' } });
    expect(renamed).toMatchObject({ name: '五月', version: 5 });
    await clerk.ok('DELETE /orders/{orderId}', { params: { orderId }, version: 5 });
    expect(await clerk.refusal('GET /orders/{orderId}', { params: { orderId } })).toBe('404 not_found');
    expect(app().db.$client.prepare('SELECT count(*) FROM requests').pluck().get()).toBe(0);
  });

  test('belongs to its township alone: others, the county too, find nothing', async () => {
    const { id: orderId } = await draft();
    const params = { orderId };
    for (const person of ['westlead', 'decider', 'auditor'] as const) {
      expect(await app().as(person).refusal('GET /orders/{orderId}', { params }), person).toBe('404 not_found');
    }
    const west = app().as('westlead');
    expect(await west.refusal('PATCH /orders/{orderId}', { params, version: 1, body: { name: '别人的' } })).toBe('404 not_found');
    expect(await west.refusal('DELETE /orders/{orderId}', { params, version: 1 })).toBe('404 not_found');
    expect(await west.refusal('GET /orders/{orderId}/check', { params })).toBe('404 not_found');
    expect(await west.refusal('POST /orders/{orderId}/submission', { params, version: 1 })).toBe('404 not_found');
    expect(
      await west.refusal('PUT /orders/{orderId}/lines/{itemId}', {
        params: { ...params, itemId: itemOf('relief') },
        version: 1,
        body: answers,
      }),
    ).toBe('404 not_found');
    expect(
      await app()
        .as('decider')
        .ok('GET /orders', { query: { kind: 'draft' } }),
    ).toMatchObject({ items: [], total: 0 });
    const line = app().db.$client.prepare('SELECT id FROM requests').pluck().get() as string;
    expect(
      await app()
        .as('eastlead')
        .refusal('GET /requests/{requestId}', { params: { requestId: line } }),
    ).toBe('404 not_found');
  });

  test('is not overwritten by somebody who saw an older version, and says what changed', async () => {
    const { id: orderId } = await draft();
    await app()
      .as('eastlead')
      .ok('PATCH /orders/{orderId}', { params: { orderId }, version: 1, body: { name: '镇长改名' } });
    const late = await app()
      .as('eastclerk')
      .call('PATCH /orders/{orderId}', { params: { orderId }, version: 1, body: { name: '经办改名' } });
    expect([late.status, late.problem.code, late.problem.currentVersion]).toEqual([412, 'version_stale', 2]);
    expect(late.problem.changes).toMatchObject([{ actor: '东河镇长', action: 'order_renamed' }]);
    const without = await app()
      .as('eastclerk')
      .send('PATCH', `/orders/${orderId}`, {
        headers: { 'content-type': 'application/json', 'idempotency-key': 'without-version' },
        body: '{"name":"无版本"}',
      });
    expect(without.status).toBe(428);
  });

  test('holds fifty powers and no more', async () => {
    const { id: orderId } = await draft([lineFor('fine')]);
    app().arrange(({ $client }) => {
      $client.exec(`INSERT INTO menu_editions (id, number, title, state, version, created_at) VALUES ('more', 9, '另一版', 'draft', 1, 1)`);
      const own = $client.prepare('SELECT * FROM requests WHERE order_id = ?').get(orderId) as Record<string, unknown>;
      const copy = $client.prepare(
        `INSERT INTO requests (${Object.keys(own).join(', ')}) VALUES (${Object.keys(own)
          .map((name) => `@${name}`)
          .join(', ')})`,
      );
      for (let nth = 1; nth < 50; nth += 1) {
        const id = `more-${String(nth)}`;
        $client
          .prepare(
            `INSERT INTO powers (id, code, name, statutory_type, category, field, department_id, version, created_at)
             SELECT ?, ?, name, statutory_type, category, field, department_id, 1, 1 FROM powers WHERE id = 'relief'`,
          )
          .run(id, id);
        $client
          .prepare(
            `INSERT INTO menu_items (id, edition_id, power_id, terms, version, created_at)
             SELECT ?, 'more', ?, terms, 1, 1 FROM menu_items WHERE id = 'item-relief'`,
          )
          .run(id, id);
        copy.run({ ...own, id, power_id: id, item_id: id });
      }
    });
    const put = (power: 'relief' | 'fine') =>
      app()
        .as('eastclerk')
        .call('PUT /orders/{orderId}/lines/{itemId}', { params: { orderId, itemId: itemOf(power) }, version: 1, body: answers });
    expect((await put('relief')).problem).toMatchObject({ status: 409, code: 'order_full' });
    expect((await put('fine')).status).toBe(200);
  });

  test('a repeated key gets the same answer and has one effect', async () => {
    const body = { name: '只一份', lines: [lineFor('fine')] };
    const lead = app().as('eastlead');
    const first = await lead.call('POST /orders', { body, key: 'the-same-key' });
    const second = await lead.call('POST /orders', { body, key: 'the-same-key' });
    expect(second.body).toEqual(first.body);
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect((await lead.ok('GET /orders')).total).toBe(1);
    expect(await lead.refusal('POST /orders', { body: { ...body, name: '另一份' }, key: 'the-same-key' })).toBe(
      '422 idempotency_key_reused',
    );
  });

  test.each([
    ['a power twice', [lineFor('fine'), lineFor('fine')], '409 line_exists'],
    ['people of another roster', [lineFor('fine', { officerIds: ['officer-qian'] })], '422 officer_unknown'],
    ['what is on no menu', [{ ...lineFor('fine'), itemId: 'item-of-nothing' }], '422 not_orderable'],
    ['a grant that is not held', [lineFor('fine', { replacesGrantId: 'no-grant' })], '409 replaced_grant_unavailable'],
  ])('cannot hold %s', async (_, lines, refusal) => {
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /orders', { body: { name: '草稿', lines } }),
    ).toBe(refusal);
  });

  test('cannot hold people who have left, nor swap a power for itself', async () => {
    const { grantId } = await granted(app(), 'relief');
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /orders', { body: { name: '换', lines: [lineFor('relief', { replacesGrantId: grantId })] } }),
    ).toBe('422 swap_same_power');
    app().arrange((tx) => tx.$client.prepare(`UPDATE officers SET left_on = '2026-03-01' WHERE id = 'officer-li'`).run());
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /orders', { body: { name: '草稿', lines: [lineFor('fine')] } }),
    ).toBe('422 officer_unknown');
  });

  test('needs a menu', async () => {
    const county = await startApp({
      seed: (tx) => {
        seedCounty(tx);
        tx.$client.prepare(`UPDATE menu_editions SET state = 'superseded'`).run();
      },
    });
    expect(await county.as('eastclerk').refusal('POST /orders', { body: { name: '草稿', lines: [lineFor('fine')] } })).toBe(
      '409 no_published_edition',
    );
    await county.close();
  });
});

describe('orders are listed', () => {
  test('to a township its own, drafts and submitted apart; to the county what was submitted', async () => {
    await draft();
    const east = await placeOrder(app(), ['fine', 'inspect']);
    const west = await placeOrder(app(), ['relief'], { by: 'westlead' });
    const ids = async (
      person: 'eastclerk' | 'westlead' | 'decider' | 'auditor',
      query: { kind?: 'draft' | 'submitted'; townshipId?: string } = {},
    ) => (await app().as(person).ok('GET /orders', { query })).items.map(({ id }) => id);
    expect(await ids('eastclerk', { kind: 'submitted' })).toEqual([east.id]);
    expect(await ids('eastclerk')).toHaveLength(2);
    expect(await ids('eastclerk', { townshipId: 'west' })).toEqual([]);
    expect(await ids('westlead')).toEqual([west.id]);
    expect(await ids('decider')).toEqual([west.id, east.id]);
    expect(await ids('auditor', { townshipId: 'east' })).toEqual([east.id]);
    const [row] = (
      await app()
        .as('decider')
        .ok('GET /orders', { query: { townshipId: 'east' } })
    ).items;
    expect(row).toMatchObject({
      number: east.number,
      status: 'in_review',
      lineCount: 2,
      powerNames: [menu.fine.name, menu.inspect.name],
      townshipName: '东河镇人民政府',
    });
  });

  test('and a line says when its preparation is complete', async () => {
    const requestId = await prepared(app(), 'well');
    const { order } = await fileOf(app(), requestId);
    const { lines, status } = await app()
      .as('eastlead')
      .ok('GET /orders/{orderId}', { params: { orderId: order.id } });
    expect([lines[0]?.state, status]).toEqual(['ready', 'preparing']);
  });

  test('page by page, newest first', async () => {
    for (const power of ['fine', 'inspect', 'relief'] as const) await placeOrder(app(), [power]);
    const first = await app()
      .as('eastlead')
      .ok('GET /orders', { query: { limit: '2' } });
    expect(first).toMatchObject({ total: 3, isTotalExact: true });
    const second = await app()
      .as('eastlead')
      .ok('GET /orders', { query: { limit: '2', cursor: first.nextCursor ?? '' } });
    expect([first.items, second.items].map((items) => items.map(({ number }) => number))).toEqual([
      ['点单〔2026〕3号', '点单〔2026〕2号'],
      ['点单〔2026〕1号'],
    ]);
    expect(second.nextCursor).toBeNull();
  });
});
