import { prepared, type Db } from '#db/connection.ts';

const statements = prepared((db: Db) => ({
  held: db.$client.prepare(
    `SELECT h.township_id AS townshipId, p.code, h.from_at AS sinceAt FROM holdings h JOIN powers p ON p.id = h.power_id
     WHERE h.township_id IN (SELECT value FROM json_each(:townshipIds)) AND h.from_at <= :now AND h.to_at > :now`,
  ),
}));

export interface HeldRow {
  readonly townshipId: string;
  readonly code: string;
  readonly sinceAt: number;
}
/** What a few townships hold now; who holds what is public. */
export const heldNow = (db: Db, townshipIds: readonly string[], now: number): HeldRow[] =>
  statements(db).held.all({ townshipIds: JSON.stringify(townshipIds), now }) as HeldRow[];
