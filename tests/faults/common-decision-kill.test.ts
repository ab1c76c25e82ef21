import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Answer } from '#client/lib/call-types.ts';
import { openDatabase, type Tx } from '#db/connection.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import { dataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { storageFaultOf } from '#db/storage-fault.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { verifyAudit } from '#server/records/audit.ts';
import { menu } from '#tests/builders/county.ts';
import { countyOf } from '#tests/builders/many-townships.ts';
import { createTestFolder } from '#tests/support/database.ts';
import { createCounty, send, startServer } from '#tests/support/server-process.ts';

const townships = 400;
const itemId = 'common-relief';
const key = 'one-common-decision';
const whole = townships + 2;

/** A county with an edition in force on which a power is a common item. */
function seed(tx: Tx): void {
  countyOf(townships)(tx);
  tx.insert(menuEditions).values({ id: 'edition-2', number: 2, title: '第二版', state: 'draft', version: 1, createdAt: 1 }).run();
  const terms = { ...menu.relief.terms, release: 'common' as const };
  tx.insert(menuItems).values({ id: itemId, editionId: 'edition-2', powerId: 'relief', terms, version: 1, createdAt: 1 }).run();
  tx.update(menuEditions).set({ state: 'superseded' }).where(eq(menuEditions.id, 'edition-1')).run();
  const published = { state: 'published', documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-02-05', publishedAt: 2 } as const;
  tx.update(menuEditions).set(published).where(eq(menuEditions.id, 'edition-2')).run();
}

async function body(origin: string): Promise<{ itemId: string; text: string; startsOn: string; seen: string }> {
  const headers = { cookie: '__Host-session=decider', origin };
  const answer = await fetch(`${origin}/api/v1/menu/items/${itemId}/common-preview`, { headers });
  const { seen, counts } = (await answer.json()) as Answer<'GET /menu/items/{itemId}/common-preview'>;
  expect(counts.granted).toBe(whole);
  return { itemId, text: '全县统一赋予。', startsOn: dayOf(Date.now()), seen };
}

/** Whether somebody is writing to the file just now: no other connection can begin. */
function isBeingWritten(tx: Tx): boolean {
  try {
    tx.$client.exec('BEGIN IMMEDIATE; ROLLBACK');
    return false;
  } catch (error) {
    if (storageFaultOf(error)?.kind !== 'busy') throw error;
    return true;
  }
}

it('killed in the middle of one decision for hundreds of townships, nothing of it is there; sent again with its key, all of it is, once', async () => {
  const folder = createTestFolder();
  const directory = join(folder.directory, 'data');
  try {
    await createCounty(directory, seed);
    const first = await startServer(directory);
    const asked = await body(first.origin);
    const answered = send(first.origin, 'decider', '/common-decisions', { key, body: asked }).then(
      ({ status }) => status,
      () => 'gone' as const,
    );
    const watcher = openDatabase(dataFolder(directory).database, { check: false, busyTimeoutMs: 0 });
    let isWriting = false;
    for (let left = 6000; left > 0 && !isWriting; left -= 1) {
      // One look may meet another short write, two in a row are the long one.
      isWriting = isBeingWritten(watcher as Tx) && (await pause(20, true)) && isBeingWritten(watcher as Tx);
      if (!isWriting) await pause(5);
    }
    await first.kill();
    watcher.$client.close();
    expect(isWriting).toBe(true);
    expect(await answered).toBe('gone');
    expect(countsIn(directory)).toEqual({
      decisions: 0,
      orders: 0,
      requests: 0,
      grants: 0,
      holdings: 0,
      tasks: 0,
      documents: 0,
      facts: 0,
      keys: 0,
    });

    const second = await startServer(directory);
    const again = await send(second.origin, 'decider', '/common-decisions', { key, body: asked });
    expect(again.status).toBe(201);
    expect((await send(second.origin, 'decider', '/common-decisions', { key, body: asked })).body).toEqual(again.body);
    await second.kill();
    const all = {
      decisions: 1,
      orders: whole,
      requests: whole,
      grants: whole,
      holdings: whole,
      documents: 1,
      facts: 2 * whole + 1,
      keys: 1,
    };
    expect(countsIn(directory)).toMatchObject(all);
    const { db, release } = openInstallation(directory, 'test', findMigrations());
    expect((await verifyAudit(db)).isIntact).toBe(true);
    expect(proveLedger(db).faults).toEqual([]);
    db.$client.close();
    release();
  } finally {
    folder.dispose();
  }
  // Two servers and two threads are started from their sources.
}, 240_000);

function countsIn(directory: string) {
  const db = openDatabase(dataFolder(directory).database, { check: false });
  const of = (sql: string) => Number(db.$client.prepare(`SELECT count(*) FROM ${sql}`).pluck().get());
  try {
    return {
      decisions: of('common_decisions'),
      orders: of('orders'),
      requests: of('requests'),
      grants: of('grants'),
      holdings: of('holdings'),
      tasks: of('tasks'),
      documents: of('issued_documents'),
      facts: of(`audit_records WHERE action IN ('common_decision', 'common_decided', 'grant_opened')`),
      keys: of('idempotency_keys'),
    };
  } finally {
    db.$client.close();
  }
}
