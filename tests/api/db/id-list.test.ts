import { expect, test } from 'vitest';
import { colleaguesOf, membershipRows } from '#server/features/accounts/queries.ts';
import { dutyPage } from '#server/features/directory/queries.ts';
import { namedCodes } from '#server/features/editions/queries.ts';
import { grantPage } from '#server/features/grants/list-queries.ts';
import { importPage } from '#server/features/imports/queries.ts';
import { linesOfOrders, orderPage } from '#server/features/orders/order-queries.ts';
import { openAmong, requestPage } from '#server/features/requests/request-queries.ts';
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
    orderPage(db, { scope: [{ townshipId: ids }], kind: undefined, townshipId: undefined }, null, 10);
    requestPage(db, { scope: [{ townshipId: ids }, { departmentId: ids }] }, null, 10);
    openAmong(db, [{ townshipId: ids }], ids);
    const scope = [{ townshipId: ids }, { departmentId: ids }];
    grantPage(db, { scope, state: undefined, townshipId: undefined, powerId: undefined, after: undefined, limit: 10, now: 1 });
    for (const townshipId of ['a', undefined])
      commitmentPage(
        db,
        {
          scope: [{ organisationId: ids }, { townshipId: ids }],
          state: undefined,
          townshipId,
          requestId: undefined,
          commitmentId: undefined,
          now: 1,
        },
        null,
        10,
      );
    briefVersions(db, ids);
    certificatesOf(db, ids);
    officersByIds(db, ids);
    officersOf(db, { scope: [{ townshipId: ids }], today: '2026-03-02', withLeft: false });
    dutyPage(db, { scope: [{ townshipId: ids }], townshipId: undefined, after: null, limit: 10 });
    importPage(db, {
      scope: [{ accountId: ['a'], organisationId: ids, ownKind: ids, target: ids }],
      kind: undefined,
      state: undefined,
      after: null,
      limit: 10,
    });
    staleVersion(db, { id: 'a', version: 2 }, 1, ids);
  };
  const texts = new Set(await statementsOf(db, ask(2)));
  expect(texts.size).toBeGreaterThan(10);
  for (const count of [3, 4, 50, 200]) for (const text of await statementsOf(db, ask(count))) expect(texts).toContain(text);
});
