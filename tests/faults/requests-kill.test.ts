import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Order } from '#contract/orders.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { verifyAudit } from '#server/records/audit.ts';
import type { PowerKey } from '#tests/builders/county.ts';
import { countyOf } from '#tests/builders/many-townships.ts';
import { lineFor } from '#tests/builders/orders.ts';
import { createTestFolder } from '#tests/support/database.ts';
import { createCounty, send, startServer } from '#tests/support/server-process.ts';

const townships = 32;
const baskets: readonly (readonly PowerKey[])[] = [['fine', 'inspect'], ['relief', 'well', 'towns'], ['mandated'], ['litter']];

interface Attempt {
  readonly account: string;
  readonly key: string;
  readonly body: unknown;
}
/** Every order that the townships mean to place; each has its key before it is sent. */
const attempts: readonly Attempt[] = baskets.flatMap((powers, basket) =>
  Array.from({ length: townships }, (_, index): Attempt => {
    const id = `t${String(index)}`;
    const lines = powers.map((power) => lineFor(power, { officerIds: [`officer-${id}`] }));
    return { account: `lead-${id}`, key: `order-${id}-${String(basket)}`, body: { name: '点单', lines, submit: true } };
  }),
);

const place = async (origin: string, { account, key, body }: Attempt): Promise<Order> => {
  const { status, body: answer } = await send(origin, account, '/orders', { key, body });
  if (status !== 201) throw new Error(JSON.stringify(answer));
  return answer as Order;
};

it('keeps every acknowledged order exactly once through kill -9, and repeated keys double nothing', async () => {
  const folder = createTestFolder();
  const directory = join(folder.directory, 'data');
  try {
    await createCounty(directory, countyOf(townships));
    const acknowledged = new Map<string, Order>();
    const first = await startServer(directory);
    // Killed in the middle: some orders are acknowledged, some are under way, some were never sent.
    const sending = attempts.map((attempt) =>
      place(first.origin, attempt).then((order) => {
        acknowledged.set(attempt.key, order);
        if (acknowledged.size === 40) void first.kill();
      }),
    );
    const outcomes = await Promise.allSettled(sending);
    await first.kill();
    expect(acknowledged.size).toBeGreaterThanOrEqual(40);
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);

    // Everybody presses again, twice, with the same key: the acknowledged get their answer again, the others get their order now.
    const second = await startServer(directory);
    const again = await Promise.all(attempts.flatMap((attempt) => [place(second.origin, attempt), place(second.origin, attempt)]));
    await second.kill();
    const byKey = new Map(attempts.map(({ key }, index) => [key, again.slice(index * 2, index * 2 + 2)]));
    for (const [key, order] of acknowledged) expect(byKey.get(key)).toEqual([order, order]);

    const { db, release } = openInstallation(directory, 'test', findMigrations());
    const all = (sql: string) => db.$client.prepare(sql).pluck().all();
    const numbers = all('SELECT number FROM orders').map((number) => Number(/〕(\d+)号$/.exec(String(number))?.[1]));
    expect(numbers.sort((a, b) => a - b)).toEqual(attempts.map((_, index) => index + 1));
    const lines = baskets.reduce((sum, powers) => sum + powers.length, 0) * townships;
    expect(all('SELECT count(*) FROM requests')).toEqual([lines]);
    for (const table of ['request_events', 'tasks']) expect(all(`SELECT count(*) FROM ${table}`), table).toEqual([lines]);
    for (const where of [`audit_records WHERE action = 'order_submitted'`, `outbox WHERE kind = 'order_submitted'`, 'idempotency_keys']) {
      expect(all(`SELECT count(*) FROM ${where}`), where).toEqual([attempts.length]);
    }
    expect((await verifyAudit(db)).isIntact).toBe(true);
    db.$client.close();
    release();
  } finally {
    folder.dispose();
  }
});
