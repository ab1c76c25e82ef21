import { prepared, type Db } from '#db/connection.ts';
import { FOREVER } from '#server/domain/time/time.ts';

// The very words of the partial indexes: SQLite takes one only where its condition is repeated.
const isRunning = `state IN ('in_review','sent_back','approved','preparing')`;

const statements = prepared((db: Db) => ({
  held: db.$client.prepare(
    `SELECT h.power_id AS powerId, p.code, p.name FROM holdings h JOIN powers p ON p.id = h.power_id
     WHERE h.township_id = ? AND h.to_at > ? AND h.from_at < h.to_at`,
  ),
  running: db.$client.prepare(
    `SELECT r.power_id AS powerId, p.code, p.name FROM requests r JOIN powers p ON p.id = r.power_id WHERE r.township_id = ? AND r.${isRunning}`,
  ),
  // Only what has not ended and what is under way is read: neither grows with the years.
  demand: db.$client
    .prepare(
      `SELECT powerId, sum(townships) FROM (
         SELECT power_id AS powerId, count(*) AS townships FROM holdings
           WHERE to_at > :now AND to_at <= ${String(FOREVER)} AND from_at <= :now GROUP BY power_id
         UNION ALL
         SELECT power_id AS powerId, count(*) AS townships FROM requests INDEXED BY requests_wanted
           WHERE ${isRunning} AND power_id > '' GROUP BY power_id
       ) GROUP BY powerId`,
    )
    .raw(),
}));

export interface StandingPower {
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
}
/** All that a township holds or is promised. */
export const allHeldBy = (db: Db, townshipId: string, now: number): StandingPower[] =>
  statements(db).held.all(townshipId, now) as StandingPower[];
/** All that a township has asked for and has no final answer to. */
export const allRunningOf = (db: Db, townshipId: string): StandingPower[] => statements(db).running.all(townshipId) as StandingPower[];
/** How many townships hold each power now or have asked for it. */
export const demandOf = (db: Db, now: number): ReadonlyMap<string, number> =>
  new Map(statements(db).demand.all({ now }) as [string, number][]);
