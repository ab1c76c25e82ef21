import { expect, test } from 'vitest';
import {
  dutiesNamed,
  dutyByName,
  dutyPage,
  entriesOfPower,
  entryByCode,
  entryById,
  entryPage,
  townshipPowerByName,
} from '#server/features/directory/queries.ts';
import { limitedPowers, standingFacts, unlinkedLimits } from '#server/features/directory/standing-queries.ts';
import { alikePowers, unlinkedNames, verdictOn } from '#server/features/powers/alike-queries.ts';
import { usesOfPower } from '#server/features/powers/queries.ts';
import { seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

// Thirty townships with three hundred lines each: their lists are found by township, names and codes by what makes them unique.
test('entries and duties are found through an index', async () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const search = { q: undefined, link: undefined, after: null, limit: 50 };
  const own = [{ townshipId: ['east'] }];
  const both = [{ townshipId: ['east', 'west'] }];
  const statements = await statementsOf(db, () => {
    entryById(db, 'one');
    entryByCode(db, 'S-001');
    entryPage(db, { ...search, today: '2026-03-02', after: 'S-001' });
    dutyByName(db, 'basic', null, '甲');
    dutyByName(db, 'basic', 'east', '甲');
    dutyPage(db, { ...search, scope: own, townshipId: undefined });
    dutyPage(db, { ...search, scope: both, townshipId: undefined });
    dutyPage(db, { ...search, scope: own, townshipId: 'east', list: 'basic' });
    dutyPage(db, { ...search, scope: 'all', townshipId: 'county' });
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

test('what is said of powers, and what is not linked yet, is found through indexes', async () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const statements = await statementsOf(db, () => {
    standingFacts(db, ['fine', 'litter']);
    limitedPowers(db);
    unlinkedLimits(db);
    dutiesNamed(db, 'basic', '甲');
    entriesOfPower(db, 'fine');
    alikePowers(db, 'CG');
    for (const kind of ['directory_entry', 'duty_entry', 'township_power'] as const) unlinkedNames(db, kind, 'A');
    verdictOn(db, 'power', 'fine', 'litter');
    usesOfPower(db, 'fine');
  });
  for (const sql of statements) {
    const scans = planOf(db, sql).filter((step) => /^SCAN (?!.*(json_each|VIRTUAL|CONSTANT|SUBQUERY|union))/i.test(step));
    expect(scans, sql).toEqual([]);
  }
});
