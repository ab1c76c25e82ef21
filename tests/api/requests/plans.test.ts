import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { approved, fileOf, handOverList, lineFor, placeOrder, prepared, reviewed, supported } from '#tests/builders/orders.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { planOf } from '#tests/support/plans.ts';
import { scansOf, traceStatements, type Trace } from '#tests/support/statements.ts';

let app: TestApp;
let trace: Trace;

beforeEach(async () => {
  app = await startApp({ before: (db) => (trace = traceStatements(db)) });
});
afterEach(() => app.close());

const approval = { outcome: 'approve', text: '' } as const;

/** What an operation asks of the database, without the frame of every transaction. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  trace.take();
  await work();
  return trace.take().filter((sql) => !/^(BEGIN|COMMIT|PRAGMA|SAVEPOINT|RELEASE|delete from "sessions"|insert into "sessions")/.test(sql));
}

const scans = (statements: readonly string[]): string[] =>
  [...new Set(statements)].flatMap((sql) => scansOf(app.db, sql).map((step) => `${step}: ${sql}`));

describe('no operation reads a growing table from end to end', () => {
  const reads = [
    'GET /requests',
    'GET /orders',
    'GET /requests/{requestId}',
    'GET /requests/{requestId}/consequences',
    'GET /requests/{requestId}/preparation',
  ] as const;

  test.each(['eastlead', 'urbanreviewer', 'legal', 'decider', 'auditor'] as const)('reading, as %s', async (person) => {
    const requestId = await approved(app, 'fine');
    const all: string[] = [];
    for (const route of reads) all.push(...(await statementsOf(() => app.as(person).call(route, { params: { requestId }, query: {} }))));
    for (const state of ['in_review', 'rejected'] as const)
      all.push(...(await statementsOf(() => app.as(person).call('GET /requests', { query: { state } }))));
    expect(scans(all)).toEqual([]);
  });

  test('ordering, checking and looking at badges', async () => {
    const lead = app.as('eastlead');
    const statements = await statementsOf(async () => {
      const draft = await lead.ok('POST /orders', { body: { name: '草稿', lines: [lineFor('fine'), lineFor('well')] } });
      await lead.ok('GET /orders/{orderId}/check', { params: { orderId: draft.id } });
      await lead.ok('GET /menu/badges', { query: { itemIds: `${itemOf('fine')},${itemOf('towns')}` } });
      await lead.ok('POST /orders/{orderId}/submission', { params: { orderId: draft.id }, version: draft.version });
      for (const standing of ['orderable', 'held', 'ordered', 'favourite'] as const)
        await lead.ok('GET /menu/items', { query: { standing } });
      await lead.ok('GET /menu/items', { query: { sort: 'popular' } });
      await lead.ok('PUT /menu/favourites/{powerId}', { params: { powerId: 'fine' } });
      await lead.ok('GET /menu/favourites');
    });
    expect(scans(statements)).toEqual([]);
  });

  test('deciding, preparing, granting and sweeping', async () => {
    const statements = await statementsOf(async () => {
      const requestId = await prepared(app, 'fine');
      const params = { requestId };
      const { version } = await fileOf(app, requestId);
      await app.as('urbanreviewer').ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList });
      await app.as('urbanreviewer').ok('POST /requests/{requestId}/hand-over/signatures', { params, version: version + 1 });
      await app.as('eastlead').ok('POST /requests/{requestId}/hand-over/signatures', { params, version: version + 2 });
      await supported(app, 'inspect');
      app.clock.advance(90 * 86_400_000);
      await app.sweep();
    });
    expect(scans(statements)).toEqual([]);
  });

  test('the sweep goes from township to township, not through all requests once for each', async () => {
    const statements = await statementsOf(() => app.sweep());
    const walks = statements.filter((sql) => /^\s*WITH RECURSIVE recent/.test(sql));
    expect(walks).toHaveLength(1);
    for (const step of walks.flatMap((sql) => planOf(app.db, sql)).filter((one) => / requests /.test(one)))
      expect(step).toContain('USING COVERING INDEX requests_slots');
  });
});

describe('operations stay lean', () => {
  test('placing an order of three powers', async () => {
    await placeOrder(app, ['mandated']);
    const body = { name: '三月点单', lines: [lineFor('fine'), lineFor('inspect'), lineFor('relief')], submit: true };
    const statements = await statementsOf(() => app.as('eastlead').ok('POST /orders', { body }));
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(24);
  });

  test('reading a file', async () => {
    const requestId = await reviewed(app, 'fine');
    await fileOf(app, requestId);
    const statements = await statementsOf(() => fileOf(app, requestId));
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(5);
  });

  test('approving', async () => {
    await approved(app, 'relief');
    const requestId = await reviewed(app, 'inspect');
    const statements = await statementsOf(() =>
      app.as('decider').ok('POST /requests/{requestId}/decision', { params: { requestId }, version: 3, body: approval }),
    );
    expect(statements.length, statements.join('\n')).toBeLessThanOrEqual(28);
  });
});
