import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { auditHead, verifyAudit } from '#server/records/audit.ts';
import { createTestFolder, createTestInstallation } from '#tests/support/database.ts';

const writer = fileURLToPath(new URL('./storage-writer.child.ts', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

/** Lets the writer work until it has acknowledged so many changes, then ends it as a power cut would. Answers what it acknowledged. */
async function killAfter(directory: string, changes: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (complaints += part));
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    if (said.length > changes * 27) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect({ signal, complaints }).toEqual({ signal: 'SIGKILL', complaints: '' });
  return said.split('\n').slice(0, -1);
}

it('keeps all that was acknowledged, whole, through kill -9 in the middle of the work', async () => {
  const folder = createTestFolder();
  try {
    const { directory } = await createTestInstallation(join(folder.directory, 'data'));
    const acknowledged: string[] = [];
    for (const changes of [300, 2_000, 1_100]) {
      acknowledged.push(...(await killAfter(directory, changes)));
      // Opening at once also shows that the dead process holds no lock.
      const { db, release } = openInstallation(directory, 'test', findMigrations());
      const ids = (table: string, column: string) =>
        db.$client.prepare(`SELECT ${column} FROM ${table} ORDER BY 1`).pluck().all() as string[];
      const stored = ids('audit_records', 'subject_id');
      const isStored = new Set(stored);
      expect(acknowledged.filter((id) => !isStored.has(id))).toEqual([]);
      // Each change is there with all its parts, exactly once, or not at all.
      expect(isStored.size).toBe(stored.length);
      for (const [table, column] of [
        ['outbox', 'subject_id'],
        ['tasks', 'subject_id'],
        ['idempotency_keys', 'key'],
      ] as const) {
        expect(ids(table, column)).toEqual(stored);
      }
      expect(await verifyAudit(db)).toMatchObject({ isIntact: true, ...auditHead(db) });
      db.$client.close();
      release();
    }
    expect(acknowledged.length).toBeGreaterThan(3_400);
  } finally {
    folder.dispose();
  }
});
