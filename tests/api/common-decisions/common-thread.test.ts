import { expect, test } from 'vitest';
import { verifyAudit } from '#server/records/audit.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { givenCommon } from '#tests/builders/editions.ts';
import { countyOf } from '#tests/builders/many-townships.ts';
import { useApp } from '#tests/support/app.ts';

const townships = 60;
const app = useApp({ seed: countyOf(townships), inFile: true });
const decider = () => app().as('decider');

const count = (sql: string) => app().db.$client.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();

// The thread is started from its source, which takes seconds where others are busy.
test('a decision that is long is taken beside the main thread: once for one key, whole, while others read and write', async () => {
  const itemId = await givenCommon(app(), 'relief');
  const { seen, counts } = await decider().ok('GET /menu/items/{itemId}/common-preview', { params: { itemId } });
  expect(counts.granted).toBe(townships + 2);
  const body = { itemId, text: '全县统一赋予。', startsOn: '2026-03-02', seen };
  const deciding = [1, 2].map(() => decider().call('POST /common-decisions', { body, key: 'common-in-thread-1' }));
  const writing = app()
    .as('eastclerk')
    .ok('POST /orders', { body: { name: '点单', lines: [] } });
  const reading = app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'SL-JF-001' } });
  const [first, again] = await Promise.all(deciding);
  expect([first?.status, again?.status]).toEqual([201, 201]);
  expect(again?.body).toEqual(first?.body);
  expect(first?.body.counts).toEqual({ granted: townships + 2, preparing: 0, leftOut: 0 });
  await Promise.all([writing, reading]);

  const whole = townships + 2;
  expect(count('common_decisions')).toBe(1);
  for (const table of [`grants WHERE origin = 'common'`, 'holdings', `requests WHERE state = 'granted'`, 'ledger_entries'])
    expect(count(table), table).toBe(whole);
  expect(count(`audit_records WHERE action IN ('common_decided', 'grant_opened')`)).toBe(2 * whole);
  expect(count(`outbox WHERE kind IN ('common_decided', 'grant_opened')`)).toBe(2 * whole);
  expect(count(`audit_records WHERE action = 'common_decision' AND actor_id = 'decider' AND actor_name = '县领导'`)).toBe(1);
  expect((await verifyAudit(app().db)).isIntact).toBe(true);
  expect(proveLedger(app().db).faults).toEqual([]);

  // What others hold by now is seen from every thread and by every account; a refusal crosses the threads as it is.
  const late = await app().as('decider2').call('POST /common-decisions', { body });
  expect(late.problem).toMatchObject({ status: 409, code: 'common_changed' });
  expect(
    (await decider().call('POST /common-decisions', { body: { ...body, text: '别的' }, key: 'common-in-thread-1' })).problem.code,
  ).toBe('idempotency_key_reused');
  const register = await app().anonymous.ok('GET /register/powers/{code}', { params: { code: 'SL-JF-001' } });
  expect(register.holders.length).toBeGreaterThan(0);
}, 90_000);
