import type { Db } from '#db/connection.ts';
import { presentEvent } from './request-events.ts';
import { eachEvent } from './request-row-queries.ts';

/** Events of requests that no shape fits, for `doctor`. */
export function unreadableRequestEvents(db: Db): string[] {
  const found: string[] = [];
  for (const row of eachEvent(db))
    if (presentEvent(row).kind === 'unreadable') found.push(`event ${row.id} of request ${row.requestId}: ${row.kind}`);
  return found;
}
