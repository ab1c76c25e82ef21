import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Db, type Tx } from '#db/connection.ts';
import { dataFolder, type DataFolder } from '#db/data-folder.ts';
import { applyMigrations, migrateInstallation } from '#db/migrate.ts';
import { findMigrations, readMigrations } from '#db/migrations.ts';
import { createUnitOfWork, type UnitOfWork, type UnitOfWorkOptions } from '#db/unit-of-work.ts';

export const migrations = readMigrations(findMigrations());

export interface TestDatabase {
  readonly db: Db;
  /** For arranging and for looking: writes at once, outside of any unit of work. */
  readonly tx: Tx;
  readonly unitOfWork: UnitOfWork;
  readonly close: () => Promise<void>;
}

let template: Buffer | undefined;

function migratedOnce(): Buffer {
  if (!template) {
    const { $client } = openDatabase(':memory:');
    applyMigrations($client, migrations);
    template = $client.serialize();
    $client.close();
  }
  return template;
}

/** A database of its own for each test, in well under a millisecond: migrated once per process, then cloned. */
export function createTestDatabase(options: UnitOfWorkOptions = {}): TestDatabase {
  const db = openDatabase(migratedOnce(), { check: false });
  const unitOfWork = createUnitOfWork(db, options);
  return { db, tx: db as Tx, unitOfWork, close: () => unitOfWork.close() };
}

/** A folder that is gone after `dispose`; tests of files and processes live in one. */
export function createTestFolder(): { readonly directory: string; readonly dispose: () => void } {
  const directory = mkdtempSync(join(tmpdir(), 'county-'));
  return { directory, dispose: () => rmSync(directory, { recursive: true, force: true }) };
}

/** A new installation on the disk, as `npm run migrate -- --create` makes it. */
export async function createTestInstallation(directory: string): Promise<DataFolder> {
  const backUp = () => Promise.reject(new Error('a new installation has nothing to back up'));
  await migrateInstallation({ directory, migrations, now: 0, create: true, backUp });
  return dataFolder(directory);
}
