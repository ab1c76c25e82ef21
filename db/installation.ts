import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { noteCleanStop, takeCleanStop } from './clean-stop.ts';
import { openDatabase, type Connection, type Db } from './connection.ts';
import { claimDataFolder, dataFolder, noInstallation, type DataFolder } from './data-folder.ts';
import { writeDurably } from './durable-file.ts';
import { OperatorError } from './operator-error.ts';
import { demandCurrent, readMigrations } from './migrations.ts';

export interface Installation {
  readonly id: string;
  readonly createdAt: number;
}

export interface OpenInstallation {
  readonly db: Db;
  readonly folder: DataFolder;
  readonly installation: Installation;
  /** False when the whole file has not been read yet: a start that trusts a clean stop checks it while it serves. */
  readonly isChecked: boolean;
  /** Gives the folder free. The database itself is closed by its unit of work; `soundAndClosed` notes that it stopped in good order. */
  readonly release: (end?: 'soundAndClosed') => void;
}

export interface InstallationOptions {
  /** Take a file that stopped in good order, and that has not been changed since, without reading all of it first. */
  readonly trustCleanStop?: boolean;
  /** Below this a file is read before it is opened, whatever is noted about it: it takes no time. */
  readonly smallBytes?: number;
}

/** Read in a tenth of a second. */
const small = 64 * 1024 * 1024;

/** What the server starts with: the folder is ours alone, the file is sound, of this program's schema, and of this installation. */
export function openInstallation(
  directory: string,
  program: string,
  migrationsFolder: string,
  { trustCleanStop = false, smallBytes = small }: InstallationOptions = {},
): OpenInstallation {
  const folder = dataFolder(directory);
  const claim = claimDataFolder(folder, program);
  try {
    if (!existsSync(folder.database)) throw readMarker(folder) ? lostDatabase(folder) : noInstallation(folder);
    const isTrusted = takeCleanStop(folder) && trustCleanStop && statSync(folder.database).size > smallBytes;
    const db = openDatabase(folder.database, { check: !isTrusted });
    try {
      demandCurrent(db.$client, readMigrations(migrationsFolder), folder.database);
      const installation = demandSameInstallation(db.$client, folder);
      const release = (end?: 'soundAndClosed'): void => {
        if (end) noteCleanStop(folder);
        claim.release();
      };
      return { db, folder, installation, isChecked: !isTrusted, release };
    } catch (error) {
      db.$client.close();
      throw error;
    }
  } catch (error) {
    claim.release();
    throw error;
  }
}

export function lostDatabase(folder: DataFolder): OperatorError {
  return new OperatorError(
    'missing',
    `The database of this installation is gone: ${folder.database} does not exist although ${folder.marker} does. ` +
      'Nothing was created. Restore the latest backup with: npm run restore -- <backup file>',
  );
}

export function readMarker(folder: DataFolder): Installation | null {
  if (!existsSync(folder.marker)) return null;
  try {
    const marker = JSON.parse(readFileSync(folder.marker, 'utf8')) as Partial<Installation>;
    if (typeof marker.id === 'string' && typeof marker.createdAt === 'number') return { id: marker.id, createdAt: marker.createdAt };
  } catch (error) {
    throw unreadableMarker(folder, error);
  }
  throw unreadableMarker(folder);
}

const unreadableMarker = (folder: DataFolder, cause?: unknown) =>
  new OperatorError('unfinished', `${folder.marker} cannot be read. If the database is the right one, remove this file and start again.`, {
    cause,
  });

export function readInstallation(client: Connection): Installation | null {
  const row = client.prepare('SELECT id, created_at AS createdAt FROM installation').get();
  return (row as Installation | undefined) ?? null;
}

function demandSameInstallation(client: Connection, folder: DataFolder): Installation {
  const written = readInstallation(client);
  const marker = readMarker(folder);
  if (!written)
    throw new OperatorError('unfinished', `The installation in ${folder.directory} was never finished. Run: npm run migrate -- --create`);
  if (marker && marker.id !== written.id) throw strangers(folder);
  // The file was moved here without its marker, which is a fair way to move an installation.
  if (!marker) writeMarker(folder, written);
  return written;
}

const strangers = (folder: DataFolder) =>
  new OperatorError(
    'other_installation',
    `The database in ${folder.directory} belongs to another installation than its marker ${folder.marker} says. ` +
      'Nothing was changed. Put the right database back, or remove the marker if this one is meant.',
  );

export function writeMarker(folder: DataFolder, installation: Installation): void {
  writeDurably(folder.marker, `${JSON.stringify(installation)}\n`);
}

/** Finishes a new installation; on one that is finished it only compares. */
export function ensureInstallation(client: Connection, folder: DataFolder, now: number): Installation {
  if (!readInstallation(client)) {
    const marker = readMarker(folder);
    const fresh = marker ?? { id: randomUUID(), createdAt: now };
    client.prepare('INSERT INTO installation (id, created_at) VALUES (?, ?)').run(fresh.id, fresh.createdAt);
  }
  return demandSameInstallation(client, folder);
}
