import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Connection } from './connection.ts';
import { claimDataFolder, dataFolder, noInstallation, type DataFolder } from './data-folder.ts';
import { ensureInstallation, lostDatabase, readMarker } from './installation.ts';
import { demandKnown, migrationState, type Migration } from './migrations.ts';
import { OperatorError } from './operator-error.ts';
import { copyDatabase, countRows, removeDatabase, type RowCounts } from './snapshot.ts';

export interface MigrateOptions {
  readonly directory: string;
  readonly migrations: readonly Migration[];
  readonly now: number;
  /** Begin a new installation if the folder holds none. */
  readonly create?: boolean;
  /** Copies the file before it is touched; called only when there is something to lose. Answers where the copy lies. */
  readonly backUp: (folder: DataFolder) => Promise<string>;
}

export interface Migrated {
  readonly applied: readonly string[];
  readonly isNew: boolean;
  readonly backup: string | null;
}

/** Brings a data folder to the schema of the program. Either all of it happens, or the file stays as it was. */
export async function migrateInstallation(options: MigrateOptions): Promise<Migrated> {
  const folder = dataFolder(options.directory);
  const claim = claimDataFolder(folder, 'migrate', { create: options.create ?? false });
  try {
    if (!existsSync(folder.database)) demandMayBegin(folder, options);
    return await migrateFile(folder, options);
  } finally {
    claim.release();
  }
}

/** An empty folder, or an empty file, is a new installation only if somebody says so and nothing says otherwise. */
function demandMayBegin(folder: DataFolder, options: MigrateOptions): void {
  if (readMarker(folder)) throw lostDatabase(folder);
  if (!options.create) throw noInstallation(folder);
}

async function migrateFile(folder: DataFolder, options: MigrateOptions): Promise<Migrated> {
  const client = openDatabase(folder.database, { create: options.create ?? false }).$client;
  try {
    const isNew = countRows(client).size === 0;
    if (isNew) demandMayBegin(folder, options);
    const pending = pendingOf(client, options.migrations, folder);
    const backup = pending.length > 0 && !isNew ? await options.backUp(folder) : null;
    if (pending.length > 0) applyMigrations(client, pending);
    ensureInstallation(client, folder, options.now);
    client.pragma('wal_checkpoint(TRUNCATE)');
    return { applied: pending.map((migration) => migration.tag), backup, isNew };
  } finally {
    client.close();
  }
}

function pendingOf(client: Connection, migrations: readonly Migration[], folder: DataFolder): readonly Migration[] {
  const state = migrationState(client, migrations);
  demandKnown(state, folder.database);
  return state.kind === 'pending' ? state.pending : [];
}

/** `--dry-run`: everything that a migration does and checks, on a copy, while the server may go on. Answers what would be applied. */
export async function rehearseMigration(directory: string, migrations: readonly Migration[]): Promise<readonly string[]> {
  const folder = dataFolder(directory);
  if (!existsSync(folder.database)) throw readMarker(folder) ? lostDatabase(folder) : noInstallation(folder);
  const copy = join(folder.directory, `rehearsal-${process.pid}.sqlite`);
  try {
    await copyDatabase(folder.database, copy);
    const client = openDatabase(copy).$client;
    try {
      const pending = pendingOf(client, migrations, folder);
      if (pending.length > 0) applyMigrations(client, pending);
      return pending.map((migration) => migration.tag);
    } finally {
      client.close();
    }
  } finally {
    removeDatabase(copy);
  }
}

/**
 * Applies migrations in one transaction that is committed only after every check. drizzle's own migrator commits before
 * anybody can look, so this keeps its books (`__drizzle_migrations`) but not its loop.
 */
export function applyMigrations(client: Connection, pending: readonly Migration[]): void {
  // Inside a transaction SQLite ignores this pragma, and with keys on a table rebuild empties or blocks its children (RULES.md R7).
  client.pragma('foreign_keys = OFF');
  try {
    client.exec('BEGIN IMMEDIATE');
    const before = countRows(client);
    for (const migration of pending) applyOne(client, migration);
    demandIntactKeys(client);
    demandNoLoss(before, countRows(client), pending);
    client.exec('COMMIT');
  } catch (error) {
    if (client.inTransaction) client.exec('ROLLBACK');
    throw error;
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

function applyOne(client: Connection, migration: Migration): void {
  try {
    for (const statement of migration.statements) client.exec(statement);
    client.exec('CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)');
    client.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(migration.hash, migration.when);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError('migration_failed', `Migration ${migration.tag} failed: ${reason}. The database is as it was before.`, {
      cause: error,
    });
  }
}

function demandIntactKeys(client: Connection): void {
  const broken = client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[];
  const [first] = broken;
  if (!first) return;
  const text = `${broken.length} row(s) would point nowhere, the first in ${first.table} (row ${first.rowid}, to ${first.parent})`;
  throw new OperatorError('migration_failed', `The migration was undone: ${text}. The database is as it was before.`);
}

/** A migration that means to lose rows says so in a line of its own, which the review sees: `-- reviewed: drops <table>`. */
function demandNoLoss(before: RowCounts, after: RowCounts, pending: readonly Migration[]): void {
  const meant = new Set(
    pending.flatMap(({ source }) => [...source.matchAll(/^-- reviewed: (?:drops|shrinks) (\w+)/gm)].map((found) => found[1])),
  );
  for (const [table, rows] of before) {
    const left = after.get(table) ?? 0;
    if (left >= rows || meant.has(table)) continue;
    const text = `${table} would keep ${left} of ${rows} rows`;
    throw new OperatorError('migration_failed', `The migration was undone: ${text}. The database is as it was before.`);
  }
}
