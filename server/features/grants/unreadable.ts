import type { Db } from '#db/connection.ts';
import { eventsAfter } from './queries.ts';
import { presentEvent } from './timeline.ts';

const batch = 500;

/** Events of grants that no shape fits, for `doctor`. */
export function unreadableGrantEvents(db: Db): string[] {
  const found: string[] = [];
  for (let rows = eventsAfter(db, '', batch); rows.length > 0; rows = eventsAfter(db, rows.at(-1)?.id ?? '', batch)) {
    for (const row of rows) if (presentEvent(row).kind === 'unreadable') found.push(`event ${row.id} of grant ${row.grantId}: ${row.kind}`);
  }
  return found;
}
