import { type Db, openDatabase, type Tx } from './connection.ts';
import type { Finished } from './finished.ts';
import { storageFaultOf } from './storage-fault.ts';
import type { UnitOfWork } from './unit-of-work.ts';

export interface SecondWriter extends Pick<UnitOfWork, 'transact'> {
  readonly db: Db;
  /** What was overwritten must not stand on in the WAL file. While somebody reads an older state it is left to a quiet moment. */
  readonly bringHome: () => void;
  readonly close: () => void;
}

/**
 * Another connection that writes to a file whose unit of work belongs to somebody else, who must be holding it back
 * (`exclusively`). One work, one immediate transaction, the same rule: what throws or refuses leaves nothing behind.
 */
export function openSecondWriter(path: string): SecondWriter {
  const db = openDatabase(path, { check: false, busyTimeoutMs: 5000 });
  const { $client } = db;
  return {
    db,
    bringHome: () => void $client.pragma('wal_checkpoint(TRUNCATE)'),
    close: () => void $client.close(),
    async transact<T>(work: (tx: Tx) => Finished<T>): Promise<T> {
      try {
        $client.exec('BEGIN IMMEDIATE');
        const result = work(db as Tx) as T;
        $client.exec(isRefused(result) ? 'ROLLBACK' : 'COMMIT');
        return result;
      } catch (error) {
        if ($client.inTransaction) $client.exec('ROLLBACK');
        throw storageFaultOf(error) ?? error;
      }
    },
  };
}

const isRefused = (value: unknown): boolean => typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
