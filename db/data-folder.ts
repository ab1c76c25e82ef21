import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { cacheStatements } from './statements/statement-cache.ts';
import { OperatorError } from './operator-error.ts';
import { storageFaultOf } from './storage-fault.ts';
import { operatorErrorOf } from './system-error.ts';

/** Everything that one county owns lies in one folder on a local disk (RULES.md 1.5). */
export interface DataFolder {
  readonly directory: string;
  readonly database: string;
  readonly backups: string;
  /** Where `restore` puts what it replaced. */
  readonly replaced: string;
  /** Names the installation, so that an empty folder is told from a lost database. */
  readonly marker: string;
  /** Says that the database was left in good order; gone while it is open. */
  readonly cleanStop: string;
  readonly lock: string;
  readonly owner: string;
}

export function dataFolder(directory: string): DataFolder {
  const at = resolve(directory);
  return {
    directory: at,
    database: join(at, 'county.sqlite'),
    backups: join(at, 'backups'),
    replaced: join(at, 'replaced'),
    marker: join(at, 'installation.json'),
    cleanStop: join(at, 'clean-stop.json'),
    lock: join(at, 'lock'),
    owner: join(at, 'owner.json'),
  };
}

export interface Claim {
  readonly release: () => void;
}

/**
 * One process per data folder. The operating system holds the lock (SQLite's own, on a file of its own) and drops it with
 * the process, so that nothing is left to clean up after a kill -9 and no reused process id is mistaken for an owner.
 */
export function claimDataFolder(folder: DataFolder, program: string, options: { readonly create?: boolean } = {}): Claim {
  if (options.create) mkdirSync(folder.directory, { recursive: true, mode: 0o700 });
  else if (!existsSync(folder.directory)) throw noInstallation(folder);
  const lock = openLock(folder);
  try {
    writeFileSync(folder.owner, `${JSON.stringify({ pid: process.pid, program })}\n`);
  } catch (error) {
    lock.close();
    throw error;
  }
  let isHeld = true;
  return {
    release() {
      if (!isHeld) return;
      isHeld = false;
      rmSync(folder.owner, { force: true });
      lock.close();
    },
  };
}

function openLock(folder: DataFolder): Database.Database {
  let lock: Database.Database | undefined;
  try {
    lock = new Database(folder.lock, { timeout: 0 });
    cacheStatements(lock);
    lock.pragma('journal_mode = MEMORY');
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const kind = storageFaultOf(error)?.kind;
    if (kind === 'busy') throw inUse(folder, error);
    throw operatorErrorOf(error, folder.directory) ?? error;
  }
}

function inUse(folder: DataFolder, cause: unknown): OperatorError {
  const text = `The data folder ${folder.directory} is in use by another process${ownerOf(folder)}. Stop that one first.`;
  return new OperatorError('in_use', text, { cause });
}

function ownerOf(folder: DataFolder): string {
  try {
    const owner = JSON.parse(readFileSync(folder.owner, 'utf8')) as { pid: number; program: string };
    return ` (${owner.program}, process ${owner.pid})`;
  } catch {
    return '';
  }
}

export function noInstallation(folder: DataFolder): OperatorError {
  return new OperatorError(
    'missing',
    `There is no installation in ${folder.directory}. If there should be one, check that DATA_DIR is right and its disk is mounted, ` +
      'or restore a backup with: npm run restore -- <backup file>. For a new installation: npm run migrate -- --create',
  );
}
