import { expect, test } from 'vitest';
import type { Db } from '#db/connection.ts';
import { grantPage } from '#server/features/grants/list-queries.ts';
import { orderPage } from '#server/features/orders/order-queries.ts';
import { requestPage } from '#server/features/requests/request-queries.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { planOf, statementsOf } from '#tests/support/plans.ts';

const places = [{ townshipId: ['east', 'west'] }, { departmentId: ['urban'] }];
const everyGrant = { state: undefined, townshipId: undefined, powerId: undefined, after: undefined, limit: 10, now: 1 };
const pages: readonly (readonly [string, (db: Db) => unknown])[] = [
  ['requests', (db) => requestPage(db, { scope: [...places, { legalStage: ['yes'] }] }, null, 10)],
  ['grants', (db) => grantPage(db, { scope: places, ...everyGrant })],
  ['orders', (db) => orderPage(db, { scope: [{ townshipId: ['east', 'west'] }], kind: undefined, townshipId: undefined }, null, 10)],
];

// What is walked is one stretch for each place, none longer than a page; only the names of those stretches and the places themselves are read through.
test.each(pages)('%s of somebody with several posts are found by the index of each place', async (_name, ask) => {
  const { db } = createTestDatabase();
  const texts = await statementsOf(db, () => void ask(db));
  const steps = texts.flatMap((text) => planOf(db, text, ...Array.from({ length: text.split('?').length - 1 }, () => 1)));
  expect(steps.filter((step) => step.startsWith('SCAN') && !/^SCAN (body|counted|\(subquery)/.test(step))).toEqual([]);
  expect(steps.some((step) => /USING (COVERING )?INDEX \w+ \(township_id=\?/.test(step))).toBe(true);
});
