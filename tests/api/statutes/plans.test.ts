import { expect, test } from 'vitest';
import { restingSql } from '#server/features/statutes/resting-queries.ts';
import { statutePage, statuteSql, briefVersions, citationsOf, isCited } from '#server/features/statutes/queries.ts';
import { reviewedCopies } from '#server/features/editions/queries.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

const county = () => {
  const { tx } = createTestDatabase();
  seedCounty(tx);
  return tx;
};
const scans = (steps: readonly string[]): string[] =>
  steps.filter((step) => step.startsWith('SCAN') && !/^SCAN (\(|CONSTANT|asked|json_each|basis|counted)/.test(step));

test.each(Object.entries({ ...statuteSql, ...restingSql }))('%s goes through an index', (_name, sql) => {
  const steps = planOf(county(), sql);
  expect(scans(steps), steps.join('\n')).toEqual([]);
  // Lists come in the order of their index, a page at a time.
  if (_name.startsWith('open ') || _name.startsWith('done '))
    expect(steps.filter((step) => step.includes('TEMP B-TREE FOR ORDER BY'))).toEqual([]);
});

test('what is asked through drizzle goes through an index', async () => {
  const db = county();
  const statements = await statementsOf(db, () => {
    statutePage(db, { q: '处罚', state: 'ended', today: '2026-03-02', after: 'law-penalty', limit: 50 });
    statutePage(db, { q: undefined, state: undefined, today: '2026-03-02', after: undefined, limit: 50 });
    briefVersions(db, ['law-penalty']);
    citationsOf(db, { kind: 'grant', id: 'a' });
    isCited(db, '法');
    isCited(db, '法', '2020-01-01');
    reviewedCopies(db, 'edition-1', 'edition-2');
  });
  expect(statements.length).toBeGreaterThanOrEqual(8);
  for (const sql of statements) expect(scans(planOf(db, sql)), sql).toEqual([]);
});
