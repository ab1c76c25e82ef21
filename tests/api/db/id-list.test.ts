import { expect, test } from 'vitest';
import { colleaguesOf, membershipRows } from '#server/features/accounts/queries.ts';
import { namedCodes } from '#server/features/editions/queries.ts';
import { grantPage } from '#server/features/grants/list-queries.ts';
import { linesOfOrders, orderPage } from '#server/features/orders/order-queries.ts';
import { requestPage } from '#server/features/requests/request-queries.ts';
import { commitmentPage } from '#server/features/resources/queries.ts';
import { briefVersions } from '#server/features/statutes/queries.ts';
import { certificatesOf, officersByIds, officersOf } from '#server/features/training/queries.ts';
import { staleVersion } from '#server/records/stale.ts';
import { createTestDatabase } from '#tests/support/database.ts';
import { statementsOf } from '#tests/support/plans.ts';

// Each text stays prepared as long as the process: 28 KiB for each length that a list ever had.
test('however many ids are asked for, no statement has another text', async () => {
  const { db } = createTestDatabase();
  const ask = (count: number) => () => {
    const ids = Array.from({ length: count }, (_, index) => `id-${String(index)}`);
    membershipRows(db, ids);
    colleaguesOf(db, 'a');
    namedCodes(db, 'a', ids);
    linesOfOrders(db, ids);
    orderPage(db, { kind: undefined, townshipIds: ids }, null, 10);
    requestPage(db, { scope: { kind: 'townships', ids } }, null, 10);
    const scope = { kind: 'some', townshipIds: ids, departmentIds: ids } as const;
    grantPage(db, { scope, state: undefined, townshipId: undefined, powerId: undefined, after: undefined, limit: 10, now: 1 });
    commitmentPage(
      db,
      { scope: { owing: ids, receiving: ids }, state: undefined, townshipId: 'a', requestId: undefined, commitmentId: undefined, now: 1 },
      null,
      10,
    );
    briefVersions(db, ids);
    certificatesOf(db, ids);
    officersByIds(db, ids);
    officersOf(db, ids, '2026-03-02', false);
    staleVersion(db, 'a', 2, 1, ids);
  };
  const texts = new Set(await statementsOf(db, ask(2)));
  expect(texts.size).toBeGreaterThan(10);
  for (const count of [3, 4, 50, 200]) for (const text of await statementsOf(db, ask(count))) expect(texts).toContain(text);
});
