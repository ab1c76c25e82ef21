import { prepared, type Db } from '#db/connection.ts';

const hot = prepared((db: Db) => ({
  replaced: db.$client.prepare('SELECT r.replaces_grant_id FROM grants g JOIN requests r ON r.id = g.request_id WHERE g.id = ?').pluck(),
}));

/** The grant for which this one was swapped, or null. */
export const replacedBy = (db: Db, grantId: string): string | null => (hot(db).replaced.get(grantId) as string | null | undefined) ?? null;
