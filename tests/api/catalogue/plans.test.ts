import { expect, test } from 'vitest';
import type { Tx } from '#db/connection.ts';
import { createCatalogue } from '#server/features/catalogue/catalogue.ts';
import { checkedRows, editionPage, itemRow, namedCodes } from '#server/features/editions/queries.ts';
import { itemOf, seedCounty } from '#tests/builders/county.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

// Every edition brings its own items, so their table grows for as long as the county has a menu.
test('items are found through an index, whatever is asked', async () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const page = { q: '水', departmentId: 'water', after: 'A', limit: 50 };
  const statements = await statementsOf(db, () => {
    const catalogue = createCatalogue({ db });
    catalogue.read(itemOf('fine'));
    itemRow(db, itemOf('well'));
    namedCodes(db, 'edition-1', ['CG-JC-001']);
    checkedRows(db, 'edition-1');
    editionPage(db, 'edition-1', page);
  });
  const onItems = statements.filter((sql) => sql.includes('menu_items'));
  expect(onItems.length).toBeGreaterThanOrEqual(6);
  for (const sql of onItems) {
    const steps = planOf(db, sql).filter((step) => /\bmenu_items\b/.test(step));
    expect(steps.length, sql).toBeGreaterThan(0);
    expect(
      steps.filter((step) => !step.startsWith('SEARCH')),
      sql,
    ).toEqual([]);
  }
});

test('a page of the menu and an item asked for before cost no statement at all', async () => {
  const { tx: db }: { tx: Tx } = createTestDatabase();
  seedCounty(db);
  const catalogue = createCatalogue({ db });
  catalogue.read(itemOf('fine'));
  catalogue.itemById(itemOf('well'));
  // The statements are there by now; without the database behind them, none could run.
  db.$client.close();
  expect(catalogue.list({ q: '许可' })?.body.toString()).toContain('SL-XK-001');
  expect(catalogue.read(itemOf('fine'))?.body.toString()).toContain('CG-CF-001');
  expect(catalogue.itemById(itemOf('well'))?.terms.termMonths).toBe(36);
  expect(catalogue.rowById(itemOf('towns'))?.code).toBe('SL-QR-001');
});
