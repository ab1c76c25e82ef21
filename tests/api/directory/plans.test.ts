import { expect, test } from 'vitest';
import { dutyByName, dutyPage, entryByCode, entryById, entryPage, townshipPowerByName } from '#server/features/directory/queries.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

// Thirty townships with three hundred lines each: their lists are found by township, names and codes by what makes them unique.
test('entries and duties are found through an index', async () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const search = { q: undefined, link: undefined, after: null, limit: 50 };
  const statements = await statementsOf(db, () => {
    entryById(db, 'one');
    entryByCode(db, 'S-001');
    entryPage(db, { ...search, today: '2026-03-02', after: 'S-001' });
    dutyByName(db, 'basic', null, '甲');
    dutyByName(db, 'basic', 'east', '甲');
    dutyPage(db, { ...search, whose: { readBy: 'east' } });
    dutyPage(db, { ...search, whose: { only: 'east' }, list: 'basic' });
    dutyPage(db, { ...search, whose: 'county' });
    townshipPowerByName(db, '甲');
  });
  const watched = statements.filter((sql) => /from "(directory_entries|duty_entries|township_powers)"/.test(sql) && !sql.includes('"one"'));
  expect(watched.length).toBeGreaterThanOrEqual(8);
  for (const sql of watched) {
    if (/select count/.test(sql) || /^select 1/.test(sql)) continue;
    const scans = planOf(db, sql).filter((step) => /^SCAN (directory_entries|duty_entries|township_powers)/.test(step));
    expect(
      scans.filter((step) => !/USING (COVERING )?INDEX/.test(step)),
      sql,
    ).toEqual([]);
  }
});
