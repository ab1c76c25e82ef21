import Database from 'better-sqlite3';
import { tokenFor } from '#tests/bench/county/frame.ts';
import { scattered } from '#tests/bench/county/ids.ts';
import { powerOf, requestsPerTownship, type Size } from '#tests/bench/county/sizes.ts';

/** What the driver asks for: real ids of a filled county, and people with a session. */
export interface Plan {
  readonly departments: readonly { readonly id: string; readonly token: string }[];
  readonly deciders: readonly string[];
  readonly requestIds: readonly string[];
  readonly undecided: readonly { readonly id: string; readonly version: number }[];
  readonly leads: readonly Lead[];
  readonly counts: Counts;
}
interface Lead {
  readonly accountId: string;
  readonly token: string;
  readonly townshipId: string;
  readonly officerIds: readonly string[];
  /** Items that this township has never ordered. */
  readonly itemIds: readonly string[];
}
export interface Counts {
  readonly orders: number;
  readonly requests: number;
  readonly decisions: number;
}

const requestsToRead = 20_000;
const mostUndecided = 200_000;
const mostLeads = 400;
const mostItems = 1_200;
const hour = 3_600_000;

export function readPlan(path: string, size: Size): Plan {
  const db = new Database(path, { readonly: true });
  try {
    const departments = db
      .prepare(
        `SELECT o.id, a.username FROM organisations o JOIN memberships m ON m.organisation_id = o.id AND m.role = 'reviewer' JOIN accounts a ON a.id = m.account_id
         ORDER BY a.id`,
      )
      .all() as { id: string; username: string }[];
    const undecided = db
      .prepare(`SELECT id, version FROM requests WHERE state = 'in_review' AND stage = 'county' LIMIT ?`)
      .all(mostUndecided) as Plan['undecided'][number][];
    const deciders = db
      .prepare(`SELECT username FROM accounts WHERE username LIKE 'decider-%' ORDER BY username`)
      .pluck()
      .all() as string[];
    const every = Math.max(1, Math.floor((size.orders * 3) / requestsToRead));
    return {
      departments: departments.map(({ id, username }) => ({ id, token: tokenFor(username) })),
      // The first two have decided long ago; a person may not act on two stages of one request.
      deciders: deciders.slice(2).map(tokenFor),
      requestIds: db.prepare('SELECT id FROM requests WHERE rowid % ? = 0').pluck().all(every) as string[],
      undecided: shuffled(undecided),
      leads: leadsOf(db, size),
      counts: countsOf(db),
    };
  } finally {
    db.close();
  }
}

function leadsOf(db: Database.Database, size: Size): Lead[] {
  const items = db.prepare('SELECT id FROM menu_items ORDER BY rowid').pluck().all() as string[];
  const townships = db
    .prepare(
      `SELECT o.id AS townshipId, a.id AS accountId, a.username FROM organisations o JOIN memberships m ON m.organisation_id = o.id AND m.role = 'lead'
       JOIN accounts a ON a.id = m.account_id WHERE o.kind = 'township' ORDER BY o.rowid LIMIT ?`,
    )
    .all(mostLeads) as { townshipId: string; accountId: string; username: string }[];
  const officers = db.prepare('SELECT id FROM officers WHERE township_id = ? LIMIT 2').pluck();
  const ordered = requestsPerTownship(size);
  const free = Math.min(mostItems, size.powers - ordered);
  return townships.map(({ townshipId, accountId, username }, township) => ({
    ...{ accountId, townshipId, token: tokenFor(username), officerIds: officers.all(townshipId) as string[] },
    itemIds: Array.from({ length: free }, (_, nth) => items[powerOf(size, township, ordered + nth)] ?? ''),
  }));
}

export function countsOf(db: Database.Database): Counts {
  const count = (sql: string): number => db.prepare(sql).pluck().get() as number;
  return {
    orders: count('SELECT count(*) FROM orders WHERE submitted_at IS NOT NULL'),
    requests: count('SELECT count(*) FROM requests'),
    decisions: count(`SELECT count(*) FROM request_events WHERE kind = 'decision'`),
  };
}

function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = scattered(last, last + 1);
    const one = result[last] as T;
    result[last] = result[other] as T;
    result[other] = one;
  }
  return result;
}

/** Everybody has just signed in. */
export function refreshSessions(path: string, now: number): void {
  const db = new Database(path);
  db.prepare('UPDATE sessions SET created_at = ?, last_seen_at = ?, expires_at = ?').run(now, now, now + 11 * hour);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
