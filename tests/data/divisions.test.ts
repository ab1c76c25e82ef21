import { expect, test } from 'vitest';
import { settings } from '#db/schema/organisations.ts';
import { defaultSettings } from '#server/features/organisations/default-settings.ts';
import { organisationImporter } from '#server/features/organisations/organisation-importer.ts';
import type { RowFinding } from '#server/spreadsheets/importing.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { sharedSheet } from './shared-sheet.ts';

function read(file: string, countyName: string) {
  const { db, tx } = createTestDatabase();
  tx.insert(settings)
    .values({ id: 1, values: defaultSettings(countyName, '赋权'), isDemo: false, version: 1 })
    .run();
  return organisationImporter.readWith(db, {}, 0, sharedSheet(file, organisationImporter));
}
const counted = (findings: readonly RowFinding[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { code } of findings) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
const kinds = (rows: readonly { readonly record: unknown }[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { record } of rows) {
    const { townshipKind } = (record as { readonly fields: { readonly townshipKind: string } }).fields;
    counts[townshipKind] = (counts[townshipKind] ?? 0) + 1;
  }
  return counts;
};

test('divisions.csv gives 汉源县 its 21 townships and explains the 13 other rows', () => {
  const { rows, findings } = read('divisions.csv', '汉源县');
  expect(kinds(rows)).toEqual({ town: 12, township: 4, ethnic_township: 5 });
  expect(counted(findings)).toEqual({ county_taken: 1, county_row: 2, other_county: 11, name_completed: 21, figures_missing: 21 });
});

test('divisions.csv gives 锦江区 its 11 subdistricts', () => {
  const { rows, findings } = read('divisions.csv', '锦江区');
  expect(kinds(rows)).toEqual({ subdistrict: 11 });
  expect(counted(findings)).toMatchObject({ county_row: 2, other_county: 21 });
});

test('divisions_province.csv into one county: every row of the 3,294 is imported or explained', () => {
  const { rows, findings } = read('divisions_province.csv', '汉源县');
  expect(kinds(rows)).toEqual({ town: 12, township: 4, ethnic_township: 5 });
  expect(counted(findings)).toMatchObject({ county_row: 183, statistical_unit: 10, other_county: 3111 - 10 - 21 });
  const explained = new Set([...rows.map(({ row }) => row), ...findings.map(({ row }) => row)]);
  explained.delete(0);
  expect(explained.size).toBe(3294);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('divisions_province.csv into a county that it does not name asks which county', () => {
  const { rows, findings } = read('divisions_province.csv', '青禾县');
  expect(rows).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([
    { row: 0, code: 'county_unclear', params: { count: 183 } },
  ]);
});

test('a county whose name another county of the province also has is asked for', () => {
  const { rows, findings } = read('divisions_province.csv', '市中区');
  expect(rows).toEqual([]);
  expect(findings.filter(({ severity }) => severity === 'error')).toMatchObject([{ row: 0, code: 'county_unclear' }]);
});
