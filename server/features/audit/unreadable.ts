import type { Db } from '#db/connection.ts';
import { isReadable } from './read-record.ts';
import { eachRecord } from './queries.ts';

/** Records that no shape fits, for `doctor`: each by its number and act. The chain says whether they are as they were written; this, whether they can be read. */
export function unreadableRecords(db: Db): string[] {
  const found: string[] = [];
  for (const record of eachRecord(db)) if (!isReadable(record)) found.push(`audit record ${String(record.sequence)}: ${record.action}`);
  return found;
}
