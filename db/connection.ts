import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import { findingIn } from './finding.ts';
import { cacheStatements } from './statements/statement-cache.ts';
import { OperatorError } from './operator-error.ts';
import { storageFaultOf } from './storage-fault.ts';

export type Connection = Database.Database;
type Drizzle = BetterSQLite3Database & { readonly $client: Connection };
type ReadMethods = 'select' | 'selectDistinct' | '$with' | '$count' | 'all' | 'get' | 'values' | '$client';

/** The database for reading. What changes it is reached through `transact` alone, which hands out a Tx. */
export type Db = Pick<Drizzle, ReadMethods> & {
  readonly with: (...queries: Parameters<Drizzle['with']>) => Pick<ReturnType<Drizzle['with']>, 'select' | 'selectDistinct'>;
};

declare const insideTransaction: unique symbol;
/** The same connection inside a unit of work. A Tx is a Db; a Db is no Tx. */
export type Tx = Omit<Drizzle, 'transaction' | '_'> & { readonly [insideTransaction]: true };

export interface OpenOptions {
  readonly readonly?: boolean;
  /** Make the file if it is missing. Otherwise a missing file is an error: an empty folder is not a new installation. */
  readonly create?: boolean;
  /** Read the whole file before trusting it (RULES.md R10). */
  readonly check?: boolean;
  readonly busyTimeoutMs?: number;
}

const howToRestore = 'Restore the latest backup with: npm run restore -- <backup file>';

/** Opens one database with the settings that the promises of RULES.md R1 and R4 rest on: a file, `:memory:`, or a serialised one held in memory. */
export function openDatabase(source: string | Buffer, options: OpenOptions = {}): Db {
  const { readonly = false, create = false, check = true, busyTimeoutMs = 1000 } = options;
  const path = typeof source === 'string' ? source : ':memory:';
  if (path !== ':memory:' && !create && !existsSync(path)) {
    throw new OperatorError('missing', `There is no database at ${path}. ${howToRestore}`);
  }
  return guarded(path, () => {
    const client = new Database(source, { readonly, timeout: busyTimeoutMs });
    cacheStatements(client);
    try {
      applySettings(client, readonly);
      if (check) demandSound(client, path);
    } catch (error) {
      client.close();
      throw error;
    }
    return drizzle(client);
  });
}

function applySettings(client: Connection, readonly: boolean): void {
  if (!readonly) {
    client.pragma('journal_mode = WAL');
    // The driver's default in WAL is NORMAL, which loses the last commits at a power cut.
    client.pragma('synchronous = FULL');
    // The unit of work moves the checkpoint out of the commit path.
    client.pragma('wal_autocheckpoint = 0');
    client.pragma('journal_size_limit = 67108864');
  }
  client.pragma('foreign_keys = ON');
  // Or INSERT OR REPLACE would delete rows past the triggers that keep tables append-only.
  client.pragma('recursive_triggers = ON');
  client.pragma('temp_store = MEMORY');
  // Inner pages of the indexes of a large county; its leaves are asked for too rarely to be kept, and the system keeps them anyway.
  client.pragma('cache_size = -12288');
  // No mmap: a failing disk would kill the process with SIGBUS instead of giving an error to answer with.
}

function demandSound(client: Connection, path: string): void {
  const finding = findingIn(client);
  // The check has filled the page cache with whatever came last; a process at rest need not keep it.
  client.pragma('shrink_memory');
  if (finding !== null) throw damaged(path, finding);
}

export function damaged(path: string, finding: string, cause?: unknown): OperatorError {
  return new OperatorError('damaged', `The database at ${path} is damaged (${finding}). It was left untouched. ${howToRestore}`, { cause });
}

function guarded<T>(path: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    const fault = storageFaultOf(error);
    if (fault?.kind === 'corrupt') throw damaged(path, error instanceof Error ? error.message : 'unreadable', error);
    throw error;
  }
}

/**
 * Statements made once per database instead of once per call: building a query costs ten times as much as running it.
 * `build` takes a Tx where the statements write, so that only a unit of work can reach them.
 */
export function prepared<D extends Db, S>(build: (db: D) => S): (db: D) => S {
  const known = new WeakMap<D, S>();
  return (db) => {
    let statements = known.get(db);
    if (statements === undefined) {
      statements = build(db);
      known.set(db, statements);
    }
    return statements;
  };
}
