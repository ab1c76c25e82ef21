import { prepared, type Db } from './connection.ts';

const statements = prepared(({ $client }: Db) => ({ begin: $client.prepare('BEGIN DEFERRED'), end: $client.prepare('COMMIT') }));
const reading = new WeakSet<Db['$client']>();

/**
 * Runs statements that must speak of one state, whatever another connection commits meanwhile. What `work` does after its first pause is no
 * part of it: the connection is also the one that writes, and must not be held.
 */
export function readOneState<T>(db: Db, work: () => T): T {
  const { $client } = db;
  if ($client.inTransaction) return work();
  const { begin, end } = statements(db);
  begin.run();
  reading.add($client);
  try {
    return work();
  } finally {
    reading.delete($client);
    if ($client.inTransaction) end.run();
  }
}

/** Whether a transaction of this connection is open that may yet be undone. */
export const isWriting = ({ $client }: Pick<Db, '$client'>): boolean => $client.inTransaction && !reading.has($client);
