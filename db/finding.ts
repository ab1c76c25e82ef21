import type Database from 'better-sqlite3';
import { storageFaultOf } from './storage-fault.ts';

/** What is wrong with a database, in SQLite's words; null when every page was read and found sound. */
export function findingOf(open: () => Database.Database): string | null {
  let client: Database.Database | undefined;
  try {
    client = open();
    return findingIn(client);
  } catch (error) {
    if (storageFaultOf(error)?.kind === 'corrupt') return error instanceof Error ? error.message : 'unreadable';
    throw error;
  } finally {
    client?.close();
  }
}

/** Reads every page. Index contents are left to `doctor`, which takes several times as long. */
export function findingIn(client: Database.Database): string | null {
  const found = client.pragma('quick_check(1)', { simple: true });
  // SQLite heads its first finding with a line of stars.
  return found === 'ok' ? null : String(found).replace(/^\*+[^*]*\*+\s*/, '');
}
