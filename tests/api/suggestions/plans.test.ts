import { expect, test } from 'vitest';
import { startApp } from '#tests/support/app.ts';
import { scansOf, traceStatements, type Trace } from '#tests/support/statements.ts';

test('a suggestion judges the menu in memory and reads no growing table from end to end', async () => {
  let trace: Trace | undefined;
  const app = await startApp({ before: (db) => (trace = traceStatements(db)) });
  const lead = app.as('eastlead');
  await lead.ok('GET /suggestions/questions');
  trace?.take();
  await lead.ok('GET /suggestions/guided-order', { query: { problems: '综合' } });
  await lead.ok('GET /suggestions/similar');
  await lead.ok('GET /suggestions/ready');
  const statements = trace?.take() ?? [];
  expect(
    statements
      .flatMap((sql) => scansOf(app.db, sql).map((step) => `${step}: ${sql}`))
      .filter((step) => !step.startsWith('SCAN organisations')),
  ).toEqual([]);
  // The terms of the edition were read once, for the questions.
  expect(statements.filter((sql) => sql.includes('menu_items'))).toEqual([]);
  await app.close();
});
