import { describe, expect, test } from 'vitest';
import { approved, fileOf, reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const sql = (text: string, ...values: unknown[]) =>
  app()
    .db.$client.prepare(text)
    .all(...values);
const day = 86_400_000;

/** The department's ten working days after 2 March 2026 end with the 16th. */
const silentAt = Date.UTC(2026, 2, 16, 16);

describe('a department that says nothing', () => {
  test('has let the file pass at its deadline, also when it is first read later', async () => {
    const requestId = await submitted(app(), 'fine');
    app().clock.set(silentAt - 1);
    expect((await fileOf(app(), requestId)).stage).toBe('department');
    app().clock.set(silentAt + 3 * day);
    const file = await fileOf(app(), requestId);
    // Five working days after the department's last one, as the route said before submission.
    expect(file).toMatchObject({ stage: 'legal', sinceAt: silentAt, dueAt: Date.UTC(2026, 2, 23, 16), version: 1 });
    expect(file.route.map(({ status }) => status)).toEqual(['silent', 'current', 'ahead']);
    expect(file.timeline.at(-1)).toMatchObject({ kind: 'opinion_silent', at: silentAt, by: null });
    const late = { params: { requestId }, version: 1, body: { position: 'support', text: '' } } as const;
    expect(await app().as('urbanreviewer').refusal('POST /requests/{requestId}/opinion', late)).toBe('409 wrong_stage');
    const review = { params: { requestId }, version: 1, body: { finding: 'lawful', citation: '', text: '' } } as const;
    const after = await app().as('legal').ok('POST /requests/{requestId}/legal-review', review);
    expect(after.timeline.map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['submitted', '东河镇长'],
      ['opinion_silent', null],
      ['legal_review', '法制审核'],
    ]);
    expect(sql(`SELECT kind FROM tasks WHERE closed_at IS NULL`)).toEqual([{ kind: 'county_decision' }]);
  });

  test('is written down by the sweep, once, with the task of the next stage', async () => {
    const requestId = await submitted(app(), 'fine');
    app().clock.set(silentAt);
    await Promise.all([app().sweep(), app().sweep()]);
    await app().sweep();
    expect(sql('SELECT kind, at, actor_name AS who FROM request_events ORDER BY id').slice(1)).toEqual([
      { kind: 'opinion_silent', at: silentAt, who: null },
    ]);
    expect(sql(`SELECT kind, outcome FROM tasks ORDER BY id`)).toEqual([
      { kind: 'department_opinion', outcome: 'opinion_silent' },
      { kind: 'legal_review', outcome: null },
    ]);
    expect(sql(`SELECT action, actor_id AS actor, actor_name AS who FROM audit_records WHERE subject_id = ?`, requestId)).toEqual([
      { action: 'opinion_silent', actor: null, who: '系统' },
    ]);
    expect((await fileOf(app(), requestId)).version).toBe(2);
  });
});

describe('a review that is late', () => {
  test.each([
    ['legal', supported],
    ['county', reviewed],
  ] as const)('at the %s stage is told once and stays where it is', async (stage, reach) => {
    const requestId = await reach(app(), 'fine');
    const { version } = await fileOf(app(), requestId);
    app().clock.advance(60 * day);
    await app().sweep();
    await app().sweep();
    const file = await fileOf(app(), requestId);
    expect(file).toMatchObject({ state: 'in_review', stage, version });
    expect(file.timeline.filter(({ kind }) => kind === 'escalated')).toMatchObject([{ by: null, stage }]);
    expect(sql(`SELECT kind FROM outbox WHERE kind = 'escalated'`)).toHaveLength(1);
  });
});

test('each stage that is late is told for itself, and says since when it has the file', async () => {
  const requestId = await supported(app(), 'fine');
  app().clock.advance(60 * day);
  await app().sweep();
  const { version } = await fileOf(app(), requestId);
  const body = { finding: 'lawful', citation: '', text: '' } as const;
  await app().as('legal').ok('POST /requests/{requestId}/legal-review', { params: { requestId }, version, body });
  expect((await fileOf(app(), requestId)).sinceAt).toBe(app().clock.now());
  app().clock.advance(60 * day);
  await app().sweep();
  const told = (await fileOf(app(), requestId)).timeline.filter(({ kind }) => kind === 'escalated');
  expect(told.map(({ stage }) => stage)).toEqual(['legal', 'county']);
});

describe('a preparation past its deadline', () => {
  const exhaust = async (requestId: string) => {
    const { dueAt } = await fileOf(app(), requestId);
    app().clock.set(dueAt ?? 0);
  };

  test('lapses: what was promised is released, its slot goes to the next', async () => {
    app().arrange((tx) => tx.$client.prepare(`UPDATE settings SET "values" = json_set("values", '$.preparationSlots', 1)`).run());
    const requestId = await approved(app(), 'fine');
    const next = await approved(app(), 'inspect');
    await exhaust(requestId);
    expect((await fileOf(app(), requestId)).state).toBe('lapsed');
    await app().sweep();
    await app().sweep();
    expect((await fileOf(app(), next)).state).toBe('ready');
    expect((await fileOf(app(), requestId)).timeline.filter(({ kind }) => kind === 'lapsed')).toHaveLength(1);
    expect(sql(`SELECT state FROM commitments WHERE request_id = ?`, requestId)).toEqual([{ state: 'waived' }]);
    // The same power may be asked for again.
    await submitted(app(), 'fine');
  });

  test('does not lapse while it is ready, or was extended', async () => {
    const ready = await approved(app(), 'inspect');
    const extended = await approved(app(), 'fine');
    await app()
      .as('decider')
      .ok('POST /requests/{requestId}/extension', { params: { requestId: extended }, version: 4, body: { text: '推迟' } });
    await exhaust(ready);
    await app().sweep();
    expect((await fileOf(app(), ready)).state).toBe('ready');
    expect((await fileOf(app(), extended)).state).toBe('preparing');
  });
});

test('the sweep goes through more than one page of deadlines', async () => {
  const requestId = await submitted(app(), 'fine');
  app().arrange((tx) => {
    const columns = (tx.$client.prepare(`SELECT name FROM pragma_table_info('requests')`).pluck().all() as string[]).filter(
      (name) => name !== 'id' && name !== 'township_id' && name !== 'order_id',
    );
    for (let index = 0; index < 230; index += 1) {
      const id = `copy-${String(index)}`;
      const from = `SELECT ? AS id`;
      tx.$client
        .prepare(
          `INSERT INTO organisations SELECT ?, kind, duty, system, system_basis, ?, short_name, ?, township_kind, profile, contact_phone, complaint_phone, address, is_active, version, created_at FROM organisations WHERE id = 'east'`,
        )
        .run(id, id, String(980_000_000 + index));
      tx.$client
        .prepare(
          `INSERT INTO orders SELECT ?, ?, name, ?, created_by, created_at, submitted_by, submitted_at, updated_at, version FROM orders LIMIT 1`,
        )
        .run(id, id, id);
      tx.$client
        .prepare(
          `INSERT INTO requests (id, township_id, order_id, ${columns.map((name) => `"${name}"`).join(', ')}) ${from}, ? , ?, ${columns.map((name) => `"${name}"`).join(', ')} FROM requests WHERE id = ?`,
        )
        .run(id, id, id, requestId);
    }
  });
  app().clock.set(silentAt);
  await app().sweep();
  expect(sql(`SELECT count(*) AS n FROM requests WHERE stage = 'legal'`)).toEqual([{ n: 231 }]);
});
