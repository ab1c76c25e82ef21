import { prepared, type Db } from '#db/connection.ts';

/** What ties two grants of one swap; their plans are tested. */
export const swapSql = {
  replaced: 'SELECT r.replaces_grant_id FROM grants g JOIN requests r ON r.id = g.request_id WHERE g.id = :grantId',
  exchanged: `SELECT min(h.from_at) FROM requests r JOIN grants g ON g.request_id = r.id JOIN holdings h ON h.grant_id = g.id
    WHERE r.replaces_grant_id = :grantId AND r.replaces_grant_id IS NOT NULL AND h.from_at < h.to_at`,
} as const;

const statements = prepared((db: Db) => ({
  replaced: db.$client.prepare(swapSql.replaced).pluck(),
  exchanged: db.$client.prepare(swapSql.exchanged).pluck(),
}));

/** The grant for which this one was swapped, or null. */
export const replacedBy = (db: Db, grantId: string): string | null =>
  (statements(db).replaced.get({ grantId }) as string | null | undefined) ?? null;

/** When what was given in exchange for a grant begins; null where it was never exchanged, or the new grant was emptied before it began. */
export const exchangedFor = (db: Db, grantId: string): number | null => statements(db).exchanged.get({ grantId }) as number | null;
