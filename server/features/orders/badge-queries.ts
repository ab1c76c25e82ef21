import { prepared, type Db } from '#db/connection.ts';

const statements = prepared((db: Db) => ({
  drafts: db.$client
    .prepare(
      `SELECT DISTINCT r.power_id FROM requests r JOIN orders o ON o.id = r.order_id
       WHERE r.township_id = ? AND r.state = 'draft' AND o.submitted_at IS NULL`,
    )
    .pluck(),
  others: db.$client.prepare(
    `SELECT h.power_id AS powerId, count(*) AS held,
       sum(g.trial_ends_at IS NOT NULL AND (g.trial_closed_at IS NULL OR :now < g.trial_closed_at)) AS onTrial
     FROM holdings h JOIN grants g ON g.id = h.grant_id
     WHERE h.power_id IN (SELECT value FROM json_each(:powerIds)) AND h.from_at <= :now AND h.to_at > :now AND h.township_id <> :townshipId
     GROUP BY h.power_id`,
  ),
  wanted: db.$client.prepare(
    `SELECT power_id AS powerId, count(*) AS townships FROM requests INDEXED BY requests_wanted
     WHERE power_id IN (SELECT value FROM json_each(:powerIds)) AND township_id <> :townshipId AND state IN ('in_review','sent_back','approved','preparing')
     GROUP BY power_id`,
  ),
}));

export const draftedPowers = (db: Db, townshipId: string): string[] => statements(db).drafts.all(townshipId) as string[];

export interface OthersRow {
  readonly powerId: string;
  readonly held: number;
  readonly onTrial: number;
}
/** How many other townships hold each of these powers now, and how many of them on trial. */
export const heldByOthers = (db: Db, powerIds: readonly string[], townshipId: string, now: number): OthersRow[] =>
  statements(db).others.all({ powerIds: JSON.stringify(powerIds), townshipId, now }) as OthersRow[];

/** How many other townships have asked for each of these powers and have no final answer yet. */
export const wantedByOthers = (db: Db, powerIds: readonly string[], townshipId: string): ReadonlyMap<string, number> =>
  new Map(
    (
      statements(db).wanted.all({ powerIds: JSON.stringify(powerIds), townshipId }) as {
        readonly powerId: string;
        readonly townships: number;
      }[]
    ).map(({ powerId, townships }) => [powerId, townships]),
  );
