import { and, asc, desc, eq, gt, isNull, lt, lte, ne, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { holdings, suspensions } from '#db/schema/grants.ts';
import { tasks } from '#db/schema/records.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';

const placeholder = sql.placeholder;

const held = prepared((db: Db) => ({
  running: db
    .select({ grantId: holdings.grantId, powerId: holdings.powerId, fromAt: holdings.fromAt, toAt: holdings.toAt })
    .from(holdings)
    .where(
      and(eq(holdings.townshipId, placeholder('townshipId')), gt(holdings.toAt, placeholder('now')), lt(holdings.fromAt, holdings.toAt)),
    )
    .orderBy(asc(holdings.powerId), asc(holdings.fromAt))
    .prepare(),
  runningOf: db
    .select({ grantId: holdings.grantId, powerId: holdings.powerId, fromAt: holdings.fromAt, toAt: holdings.toAt })
    .from(holdings)
    .where(
      and(
        eq(holdings.powerId, placeholder('powerId')),
        eq(holdings.townshipId, placeholder('townshipId')),
        gt(holdings.toAt, placeholder('now')),
        lt(holdings.fromAt, holdings.toAt),
      ),
    )
    .orderBy(asc(holdings.fromAt))
    .prepare(),
}));

/** A holding that runs or is still to begin. */
export interface RunningGrant extends Interval {
  readonly grantId: string;
  readonly powerId: string;
}
/** What the township holds or is promised. */
export const runningGrants = (db: Db, townshipId: string, now: number): RunningGrant[] => held(db).running.all({ townshipId, now });
/** The holding of a power by a township that runs or, failing that, begins next. */
export const runningGrantOf = (db: Db, powerId: string, townshipId: string, now: number): RunningGrant | null =>
  held(db).runningOf.get({ powerId, townshipId, now }) ?? null;

/** How many other townships hold each power now; powers that no other township holds are left out. */
export function heldByOthers(db: Db, powerIds: readonly string[], townshipId: string, now: number): ReadonlyMap<string, number> {
  const rows = db
    .select({ powerId: holdings.powerId, count: sql<number>`count(*)` })
    .from(holdings)
    .where(and(isOneOf(holdings.powerId, powerIds), ne(holdings.townshipId, townshipId), lte(holdings.fromAt, now), gt(holdings.toAt, now)))
    .groupBy(holdings.powerId)
    .all();
  return new Map(rows.map(({ powerId, count }) => [powerId, count]));
}

/** Grants about which something may be due: those with open tasks, and those that a lapse suspends before `horizonAt`. */
export function grantsToSettle(db: Db, now: number, horizonAt: number): string[] {
  const withTasks = db
    .selectDistinct({ id: tasks.subjectId })
    .from(tasks)
    .where(and(eq(tasks.subjectKind, 'grant'), isNull(tasks.closedAt)))
    .all();
  const lapsing = db
    .selectDistinct({ id: suspensions.grantId })
    .from(suspensions)
    .where(
      and(
        eq(suspensions.kind, 'lapse'),
        gt(suspensions.fromAt, now),
        lte(suspensions.fromAt, horizonAt),
        lt(suspensions.fromAt, suspensions.toAt),
      ),
    )
    .orderBy(desc(suspensions.grantId))
    .all();
  return [...new Set([...withTasks, ...lapsing].map(({ id }) => id))];
}
