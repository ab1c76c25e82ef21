import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { applyMigrations } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';

const hour = 3_600_000;

test('whole answers that were kept become references; edits of drafts and what is older than 72 hours go', () => {
  const client = new Database(':memory:');
  const migrations = readMigrations(findMigrations());
  const at = migrations.findIndex(({ tag }) => tag === '0016_kept_keys');
  applyMigrations(client, migrations.slice(0, at));
  const keep = client.prepare(
    `INSERT INTO idempotency_keys (actor_id, key, operation, body_hash, status, answer, created_at) VALUES ('A', ?, ?, 'B', 'done', ?, ?)`,
  );
  const now = 1_000 * hour;
  keep.run('k1', 'createOrder', JSON.stringify({ id: 'O1', lines: [{ need: '草稿里的话' }] }), now);
  keep.run('k2', 'createAccount', JSON.stringify({ account: { id: 'P1' }, initialSecret: null }), now - hour);
  keep.run('k3', 'enrol', JSON.stringify({ session: { id: 'S1' }, attendees: [] }), now - 72 * hour);
  keep.run('k4', 'discardOrder', 'null', now);
  keep.run('k5', 'putLine', JSON.stringify({ id: 'O1', lines: [{ need: '草稿里的话' }] }), now);
  keep.run('k6', 'createOrder', JSON.stringify({ id: 'O0' }), now - 73 * hour);
  applyMigrations(client, migrations.slice(at, at + 1));
  expect(client.prepare('SELECT key, operation, body_hash, result_id FROM idempotency_keys ORDER BY key').raw().all()).toEqual([
    ['k1', 'createOrder', 'B', 'O1'],
    ['k2', 'createAccount', 'B', 'P1'],
    ['k3', 'enrol', 'B', 'S1'],
    ['k4', 'discardOrder', 'B', null],
  ]);
  // Nor do the words stand on in pages that nothing uses any more.
  expect(client.serialize().includes('草稿里的话')).toBe(false);
  expect(() => client.prepare(`UPDATE idempotency_keys SET result_id = 'O2'`).run()).toThrow('append_only');
  client.close();
});
