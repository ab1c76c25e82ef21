import { expect, test } from 'vitest';
import {
  allFindings,
  allRows,
  discardedBefore,
  fileOf,
  findingPage,
  importById,
  importPage,
  rowPage,
  unsettledImports,
} from '#server/features/imports/queries.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

const tables = /\b(?:imports|import_files|import_findings|import_rows)\b/;

// A county imports for as long as it lasts, and each import keeps its rows.
test('imports, their findings and rows are found through an index, whatever is asked', async () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const page = { after: 'a', limit: 25 };
  const own = { accountId: ['admin'], organisationId: ['county', 'east'] };
  const seen = [{ kind: ['menu'] }, { kind: ['directory'] }, { kind: ['duty_lists'] }];
  const township = [
    { ...own, ownKind: ['menu', 'duty_lists'] },
    { ...own, ownKind: ['rosters'], target: ['{}', '{"townshipId":"east"}'] },
  ];
  const statements = await statementsOf(db, () => {
    for (const scope of [township, [...seen, { ...own, ownKind: ['rosters'] }]])
      for (const kind of [undefined, 'menu', 'rosters'])
        for (const state of [undefined, 'checked'] as const) importPage(db, { ...page, scope, kind, state });
    importById(db, 'a');
    fileOf(db, 'a');
    findingPage(db, 'a', { severity: 'error', after: '3', limit: 25 });
    rowPage(db, 'a', { effect: 'added', after: '3', limit: 25 });
    allFindings(db, 'a');
    allRows(db, 'a');
    unsettledImports(db);
    discardedBefore(db, 1, 50);
  });
  expect(statements.length).toBeGreaterThanOrEqual(30);
  for (const sql of statements.filter((one) => tables.test(one))) {
    const steps = planOf(db, sql);
    expect(
      steps.filter((step) => step.startsWith('SCAN') && tables.test(step)),
      `${sql}\n${steps.join('\n')}`,
    ).toEqual([]);
  }
});
