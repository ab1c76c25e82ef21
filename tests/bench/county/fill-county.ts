import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, type Connection, type Tx } from '#db/connection.ts';
import { dataFolder } from '#db/data-folder.ts';
import { migrateInstallation } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';
import { fillCases } from './cases.ts';
import { fillFrame } from './frame.ts';
import { createIdAt } from './ids.ts';
import { fillMenu } from './menu.ts';
import type { Size } from './sizes.ts';

const day = 86_400_000;
/** Deadlines lie sixty days ahead of the day of filling; the product must not find them missed. */
const keepsFor = 30 * day;

/** A data folder of the size, filled if there is none, or only one that other code or an older day has made. */
export async function ensureCounty(folder: string, size: Size, now: number): Promise<void> {
  const stamp = join(folder, 'bench.json');
  const print = fingerprint();
  if (existsSync(stamp)) {
    const made = JSON.parse(readFileSync(stamp, 'utf8')) as { print: string; at: number };
    if (made.print === print && now - made.at < keepsFor) return;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await fillCounty(folder, size, now);
  writeFileSync(stamp, JSON.stringify({ print, at: now }));
}

/** What a kept folder depends on: the schema and the files beside this one. */
function fingerprint(): string {
  const hash = createHash('sha256');
  for (const migration of readMigrations(findMigrations())) hash.update(migration.hash);
  const here = fileURLToPath(new URL('.', import.meta.url));
  for (const file of readdirSync(here).sort()) hash.update(readFileSync(join(here, file)));
  return hash.digest('hex');
}

async function fillCounty(folder: string, size: Size, now: number): Promise<void> {
  console.log(`filling a county of size ${size.name}`);
  const begun = performance.now();
  await newInstallation(folder, now);
  const db = openDatabase(dataFolder(folder).database, { check: false });
  hurry(db.$client);
  const idAt = createIdAt();
  const startedAt = now - 1000 * day;
  const frame = fillFrame(db.$client, size, startedAt, idAt);
  const items = fillMenu(db.$client, size, frame, startedAt, idAt);
  // The audit chain is the product's own; no other process has this file open, so its transactions can be ours.
  fillCases(db.$client, db as Tx, size, frame, items, now, idAt);
  settle(db.$client);
  db.$client.close();
  console.log(`  filled in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

/** The schema as the product makes it, by its own migrations. */
export async function newInstallation(folder: string, now: number): Promise<void> {
  await migrateInstallation({
    directory: folder,
    migrations: readMigrations(findMigrations()),
    now,
    create: true,
    backUp: () => Promise.reject(new Error('nothing to back up')),
  });
}

/** Nothing of value is in the file yet, so a power cut may cost it. */
export function hurry(client: Connection): void {
  // Not OFF: the driver's defensive mode leaves the WAL as it is then, and a large county would fill a WAL of tens of gigabytes.
  client.pragma('journal_mode = MEMORY');
  client.pragma('synchronous = OFF');
  client.pragma('cache_size = -400000');
}

/** As the product left it: WAL, and nothing in the WAL. */
export function settle(client: Connection): void {
  client.pragma('journal_mode = WAL');
  client.pragma('wal_checkpoint(TRUNCATE)');
}
