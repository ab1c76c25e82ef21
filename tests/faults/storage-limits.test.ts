import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Db, type Tx } from '#db/connection.ts';
import type { Checkpointed } from '#db/checkpoint.ts';
import { claimDataFolder, type DataFolder } from '#db/data-folder.ts';
import type { StorageFault } from '#db/storage-fault.ts';
import { createUnitOfWork, type UnitOfWork, type UnitOfWorkOptions } from '#db/unit-of-work.ts';
import { nextInSequence } from '#server/records/sequences.ts';
import { createTestFolder, createTestInstallation } from '#tests/support/database.ts';

let test: ReturnType<typeof createTestFolder>;
let folder: DataFolder;
let db: Db;
let unitOfWork: UnitOfWork;
let faults: StorageFault['kind'][];
let checkpoints: Checkpointed[];

beforeEach(async () => {
  test = createTestFolder();
  folder = await createTestInstallation(join(test.directory, 'data'));
  faults = [];
  checkpoints = [];
});
afterEach(async () => {
  await unitOfWork.close();
  test.dispose();
});

function open(options: UnitOfWorkOptions = {}): void {
  db = openDatabase(folder.database);
  unitOfWork = createUnitOfWork(db, {
    ...options,
    onFault: (fault) => faults.push(fault.kind),
    onCheckpointed: (checkpointed) => checkpoints.push(checkpointed),
  });
}

const note = (tx: Tx, bytes: number): number => {
  const seq = nextInSequence(tx, 'notes');
  const insert = tx.$client.prepare(`INSERT INTO outbox (at, kind, subject_kind, subject_id, payload) VALUES (0, 'note', 'order', 'O', ?)`);
  insert.run('x'.repeat(bytes));
  return seq;
};
const notes = (): number => db.$client.prepare('SELECT count(*) FROM outbox').pluck().get() as number;
const walBytes = (): number => statSync(`${folder.database}-wal`).size;

describe('a full disk', () => {
  it('says so, keeps no half of anything, lets reads go on, and heals by itself', async () => {
    open();
    const room = Number(db.$client.pragma('page_count', { simple: true })) + 20;
    db.$client.pragma(`max_page_count = ${room}`);
    const settled = await Promise.allSettled(Array.from({ length: 40 }, () => unitOfWork.transact((tx) => note(tx, 4_000))));
    const stored = settled.filter((one) => one.status === 'fulfilled').length;
    const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as StorageFault] : []));
    expect(reasons.length).toBeGreaterThan(0);
    expect(new Set(reasons.map((reason) => reason.kind))).toEqual(new Set(['full']));
    expect(unitOfWork.read(() => notes())).toBe(stored);
    await expect(unitOfWork.transact((tx) => note(tx, 400_000))).rejects.toMatchObject({ kind: 'full' });
    expect(unitOfWork.fault()?.kind).toBe('full');
    expect(faults.length).toBeGreaterThan(0);

    db.$client.pragma(`max_page_count = ${room + 10_000}`);
    await unitOfWork.probe();
    expect(unitOfWork.fault()).toBeNull();
    // No number was lost to the works that failed.
    expect(await unitOfWork.transact((tx) => note(tx, 10))).toBe(stored + 1);
  });

  it('fails alone where the others fit', async () => {
    open();
    db.$client.pragma(`max_page_count = ${Number(db.$client.pragma('page_count', { simple: true })) + 10}`);
    const works = [10, 400_000, 10].map((bytes) => unitOfWork.transact((tx) => note(tx, bytes)));
    const fates = (await Promise.allSettled(works)).map((one) =>
      one.status === 'fulfilled' ? one.value : (one.reason as StorageFault).kind,
    );
    const stored = fates.filter((fate) => typeof fate === 'number');
    expect(fates[1]).toBe('full');
    expect(notes()).toBe(stored.length);
  });
});

describe('a file that may not be written', () => {
  it('is a fault of its own kind, and is read all the same', async () => {
    open();
    await unitOfWork.transact((tx) => note(tx, 10));
    db.$client.pragma('query_only = ON');
    await expect(unitOfWork.transact((tx) => note(tx, 10))).rejects.toMatchObject({ kind: 'read_only' });
    expect(notes()).toBe(1);
    db.$client.pragma('query_only = OFF');
    await unitOfWork.transact((tx) => note(tx, 10));
  });
});

describe('the WAL', () => {
  it('is copied back in a quiet moment, and gives its space back', async () => {
    open({ quietMs: 30 });
    await unitOfWork.transact((tx) => note(tx, 6_000_000));
    expect(walBytes()).toBeGreaterThan(6_000_000);
    for (let waited = 0; walBytes() > 0 && waited < 5_000; waited += 20) await pause(20);
    expect(walBytes()).toBe(0);
    expect(checkpoints.every((checkpoint) => checkpoint.isComplete)).toBe(true);
  });

  it('gives its space back later where a reader still uses it', async () => {
    open({ quietMs: 30 });
    await unitOfWork.transact((tx) => note(tx, 6_000_000));
    const reader = openDatabase(folder.database, { readonly: true }).$client;
    const rows = reader.prepare('SELECT * FROM sqlite_schema').iterate();
    rows.next();
    for (let waited = 0; checkpoints.at(-1)?.isComplete !== true && waited < 5_000; waited += 20) await pause(20);
    await pause(100);
    expect(walBytes()).toBeGreaterThan(6_000_000);
    rows.return?.();
    reader.close();
    await unitOfWork.transact((tx) => note(tx, 10));
    for (let waited = 0; walBytes() > 0 && waited < 5_000; waited += 20) await pause(20);
    expect(walBytes()).toBe(0);
  });

  it('is bounded when no moment is quiet', async () => {
    open({ quietMs: 60_000, walPages: 100 });
    for (let round = 0; round < 100; round += 1) await unitOfWork.transact((tx) => note(tx, 40_000));
    expect(checkpoints.length).toBeGreaterThan(5);
    expect(walBytes()).toBeLessThan(150 * 4_120);
  });

  it('waits for no reader, and is copied back after the last one', async () => {
    open({ quietMs: 30, walPages: 100 });
    const reader = openDatabase(folder.database, { readonly: true }).$client;
    const rows = reader.prepare('SELECT * FROM sqlite_schema').iterate();
    rows.next();
    for (let round = 0; round < 30; round += 1) {
      const begun = performance.now();
      await unitOfWork.transact((tx) => note(tx, 40_000));
      expect(performance.now() - begun).toBeLessThan(900);
    }
    expect(checkpoints.some((checkpoint) => !checkpoint.isComplete)).toBe(true);
    rows.return?.();
    reader.close();
    for (let waited = 0; checkpoints[checkpoints.length - 1]?.isComplete !== true && waited < 5_000; waited += 20) await pause(20);
    expect(checkpoints[checkpoints.length - 1]?.isComplete).toBe(true);
  });
});

describe('the data folder', () => {
  it('belongs to one process, and is free after a kill -9', async () => {
    open();
    const script = `
      const { claimDataFolder, dataFolder } = await import('#db/data-folder.ts');
      claimDataFolder(dataFolder(process.argv[1]), 'holder');
      process.stdout.write('held');
      setInterval(() => undefined, 1000);`;
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const words = ['--import', 'tsx', '--input-type=module', '--eval', script, folder.directory];
    const holder = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    await once(holder.stdout, 'data');
    expect(() => claimDataFolder(folder, 'test')).toThrow(`in use by another process (holder, process ${holder.pid})`);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const claim = claimDataFolder(folder, 'test');
    expect(() => claimDataFolder(folder, 'twice')).toThrow('in use');
    claim.release();
    claimDataFolder(folder, 'again').release();
  });
});
