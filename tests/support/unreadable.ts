import type { Db } from '#db/connection.ts';
import { unreadableRecords } from '#server/features/audit/unreadable.ts';
import { unreadableGrantEvents } from '#server/features/grants/unreadable.ts';
import { unreadableRequestEvents } from '#server/features/requests/unreadable.ts';

/** What a database holds of its history that this version cannot read; a file of every released schema is asked. */
export const unreadableHistory = (db: Db): string[] => [
  ...unreadableRequestEvents(db),
  ...unreadableGrantEvents(db),
  ...unreadableRecords(db),
];
