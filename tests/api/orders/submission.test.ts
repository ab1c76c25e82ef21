import { describe, expect, test } from 'vitest';
import { itemOf, menu } from '#tests/builders/county.ts';
import { approved, granted, lineFor, placeOrder, submitted } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const db = () => app().db.$client;

const draft = async (lines: ReturnType<typeof lineFor>[]) =>
  app()
    .as('eastclerk')
    .ok('POST /orders', { body: { name: '草稿', lines } });
const submit = async (lines: ReturnType<typeof lineFor>[]) => {
  const { id: orderId, version } = await draft(lines);
  return app().as('eastlead').call('POST /orders/{orderId}/submission', { params: { orderId }, version });
};

describe('submitting', () => {
  test('gives a number, starts every line on its route, opens tasks, writes audit and outbox, all at once', async () => {
    const { body: order } = await submit([lineFor('fine'), lineFor('well')]);
    expect(order).toMatchObject({
      number: '点单〔2026〕1号',
      status: 'in_review',
      version: 2,
      allowedActions: [],
      submittedBy: { name: '东河镇长', organisation: '东河镇人民政府', onBehalfOf: null },
    });
    expect(order.lines.map(({ state, stage, version }) => [state, stage, version])).toEqual([
      ['in_review', 'department', 2],
      ['in_review', 'department', 2],
    ]);
    // Ten working days after Monday, 2 March 2026: the last day is 16 March.
    expect(new Set(order.lines.map(({ dueAt }) => dueAt))).toEqual(new Set([Date.UTC(2026, 2, 16, 16)]));
    const tasks = db()
      .prepare('SELECT kind, organisation_id AS body, role, power_id AS power, township_id AS township FROM tasks ORDER BY id')
      .all();
    expect(tasks).toEqual([
      { kind: 'department_opinion', body: 'urban', role: 'reviewer', power: 'fine', township: 'east' },
      { kind: 'department_opinion', body: 'water', role: 'reviewer', power: 'well', township: 'east' },
    ]);
    expect(db().prepare(`SELECT action, actor_name AS who FROM audit_records WHERE subject_id = ? ORDER BY seq`).all(order.id)).toEqual([
      { action: 'order_drafted', who: '东河经办' },
      { action: 'order_submitted', who: '东河镇长' },
    ]);
    expect(db().prepare('SELECT kind FROM outbox').pluck().all()).toEqual(['order_submitted']);
    expect(db().prepare(`SELECT kind, actor_name FROM request_events`).raw().all()).toEqual([
      ['submitted', '东河镇长'],
      ['submitted', '东河镇长'],
    ]);
  });

  test('is the act of the lead', async () => {
    const { id: orderId } = await draft([lineFor('fine')]);
    expect(await app().as('eastclerk').refusal('POST /orders/{orderId}/submission', { params: { orderId }, version: 1 })).toBe(
      '403 forbidden',
    );
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /orders', { body: { name: '直接', lines: [lineFor('fine')], submit: true } }),
    ).toBe('403 forbidden');
  });

  test('happens once: a repeated key, and a second press, make one order', async () => {
    const body = { name: '一次', lines: [lineFor('fine')], submit: true };
    const first = await app().as('eastlead').call('POST /orders', { body, key: 'pressed-twice' });
    const again = await app().as('eastlead').call('POST /orders', { body, key: 'pressed-twice' });
    expect(again.body).toEqual(first.body);
    expect(await app().as('eastlead').refusal('POST /orders', { body })).toBe('409 already_requested');
    const params = { orderId: first.body.id };
    expect(await app().as('eastlead').refusal('POST /orders/{orderId}/submission', { params, version: 1 })).toBe('409 order_submitted');
    expect(
      await app()
        .as('eastlead')
        .refusal('PATCH /orders/{orderId}', { params, version: 1, body: { name: '改' } }),
    ).toBe('409 order_submitted');
    expect(await app().as('eastlead').refusal('DELETE /orders/{orderId}', { params, version: 1 })).toBe('409 order_submitted');
    expect(db().prepare('SELECT count(*) FROM requests').pluck().get()).toBe(1);
  });

  test('numbers are gapless within a year and start again with the next', async () => {
    await placeOrder(app(), ['fine']);
    expect(
      await app()
        .as('eastlead')
        .refusal('POST /orders', { body: { name: '重复', lines: [lineFor('fine')], submit: true } }),
    ).toBe('409 already_requested');
    expect((await placeOrder(app(), ['inspect'])).number).toBe('点单〔2026〕2号');
    app().clock.set(Date.UTC(2026, 11, 31, 16));
    expect((await placeOrder(app(), ['relief'])).number).toBe('点单〔2027〕1号');
  });

  test.each([
    ['nothing', [], '422 order_empty', undefined],
    [
      'a line that is not finished',
      [lineFor('fine', { need: '', casesPerYear: null })],
      '422 line_incomplete',
      ['/lines/0/need', '/lines/0/casesPerYear'],
    ],
    [
      'two unfinished lines',
      [lineFor('fine', { need: '' }), lineFor('relief', { officerIds: [] })],
      '422 line_incomplete',
      ['/lines/0/need', '/lines/1/officerIds'],
    ],
    ['exclusive powers', [lineFor('litter'), lineFor('ditch')], '422 mutually_exclusive', ['/lines/0/itemId', '/lines/1/itemId']],
    [
      'several faults',
      [lineFor('litter'), lineFor('ditch', { need: '' })],
      '422 line_has_many_conflicts',
      ['/lines/0/itemId', '/lines/1/itemId', '/lines/1/need'],
    ],
  ])('refuses %s', async (_, lines, refusal, pointers) => {
    const { status, problem } = await submit(lines);
    expect(`${String(status)} ${problem.code}`).toBe(refusal);
    expect(problem.errors?.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(db().prepare(`SELECT count(*) FROM requests WHERE state <> 'draft'`).pluck().get()).toBe(0);
  });

  test('refuses what the township is not eligible for, with the reason', async () => {
    const line = { officerIds: ['officer-qian'] };
    for (const power of ['towns', 'populous', 'well'] as const) {
      await expect(placeOrder(app(), [power], { by: 'westlead', line })).rejects.toThrow('not_eligible');
    }
    expect((await placeOrder(app(), ['towns', 'populous', 'well'])).status).toBe('in_review');
  });

  test('refuses what is held, and what is being replaced already', async () => {
    const { grantId } = await granted(app(), 'relief');
    await expect(submitted(app(), 'relief')).rejects.toThrow('already_held');
    await submitted(app(), 'inspect', { line: { replacesGrantId: grantId } });
    await expect(submitted(app(), 'fine', { line: { replacesGrantId: grantId } })).rejects.toThrow('replaced_grant_unavailable');
  });

  test('refuses to swap away what cannot be returned', async () => {
    const { grantId } = await granted(app(), 'mandated');
    await expect(submitted(app(), 'fine', { line: { replacesGrantId: grantId } })).rejects.toThrow('replaced_grant_unavailable');
  });
});

describe('before submitting, the check says', () => {
  const check = async (lines: ReturnType<typeof lineFor>[]) => {
    const { id: orderId } = await draft(lines);
    return app().as('eastclerk').ok('GET /orders/{orderId}/check', { params: { orderId } });
  };

  test('what is missing, met, owed and how the route will run', async () => {
    const { lines, isReady } = await check([lineFor('fine')]);
    expect(isReady).toBe(true);
    expect(lines[0]).toMatchObject({ itemId: itemOf('fine'), conflicts: [], notEligible: [] });
    expect(lines[0]?.companionsMissing).toEqual([{ itemId: itemOf('inspect'), code: menu.inspect.code, name: menu.inspect.name }]);
    expect(lines[0]?.prerequisites).toMatchObject([
      { holds: true, have: 2, need: 2, people: ['李执法', '王执法'], certificateKindName: '行政执法证', isExtra: false },
    ]);
    expect(lines[0]?.resources).toMatchObject([{ key: 'vehicle', organisationId: 'urban', amount: 1 }]);
    expect(lines[0]?.route.map(({ stage, organisation, dueOn, status }) => [stage, organisation.shortName, dueOn, status])).toEqual([
      ['department', '城管局', '2026-03-16', 'ahead'],
      ['legal', '司法局', '2026-03-23', 'ahead'],
      ['county', '县政府', '2026-04-07', 'ahead'],
    ]);
  });

  test('every conflict and every reason, without refusing', async () => {
    const { lines, isReady } = await check([lineFor('litter', { need: '' }), lineFor('ditch'), lineFor('inspect')]);
    expect(isReady).toBe(false);
    expect(lines.map(({ conflicts }) => conflicts.map(({ code, with: other }) => [code, other]))).toEqual([
      [
        ['mutually_exclusive', menu.ditch.name],
        ['line_incomplete', ''],
      ],
      [['mutually_exclusive', menu.litter.name]],
      [],
    ]);
  });

  test('how long such requests have taken', async () => {
    expect((await check([lineFor('relief')])).lines[0]?.waiting).toEqual({ decided: 0, medianWorkingDays: null, p90WorkingDays: null });
    const requestId = await approved(app(), 'relief', { by: 'westlead' });
    app().arrange((tx) => tx.$client.prepare('UPDATE requests SET approved_at = ? WHERE id = ?').run(Date.UTC(2026, 2, 9, 2), requestId));
    expect((await check([lineFor('relief')])).lines[0]?.waiting).toEqual({ decided: 1, medianWorkingDays: 5, p90WorkingDays: 5 });
  });
});
