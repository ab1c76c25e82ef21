import { asc, eq, sql } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { attestations, waivers } from '#db/schema/preparation.ts';
import type { RequestRow } from './request-queries.ts';

// The very words of the index requests_slots: SQLite takes a partial index only where its condition is repeated.
const hasOrWantsSlot = `state IN ('approved','preparing')`;

const statements = prepared((db: Db) => ({
  attestations: db
    .select()
    .from(attestations)
    .where(eq(attestations.requestId, sql.placeholder('id')))
    .orderBy(asc(attestations.attestedAt))
    .prepare(),
  waivers: db
    .select()
    .from(waivers)
    .where(eq(waivers.requestId, sql.placeholder('id')))
    .orderBy(asc(waivers.createdAt))
    .prepare(),
  openTasks: db.$client.prepare(
    `SELECT kind, organisation_id AS organisationId FROM tasks WHERE subject_kind = 'request' AND subject_id = ? AND closed_at IS NULL`,
  ),
  preparing: db.$client
    .prepare(`SELECT count(*) FROM requests WHERE township_id = ? AND state = 'preparing' AND ${hasOrWantsSlot}`)
    .pluck(),
  waiting: db.$client.prepare(
    `SELECT id, approved_at AS approvedAt FROM requests WHERE township_id = ? AND state = 'approved' AND ${hasOrWantsSlot} ORDER BY approved_at, id LIMIT ?`,
  ),
  ahead: db.$client
    .prepare(
      `SELECT count(*) FROM requests
       WHERE township_id = :townshipId AND state = 'approved' AND ${hasOrWantsSlot} AND (approved_at, id) < (:approvedAt, :id)`,
    )
    .pluck(),
  preparingIds: db.$client
    .prepare(`SELECT id FROM requests WHERE township_id = ? AND state = 'preparing' AND ${hasOrWantsSlot} ORDER BY approved_at, id`)
    .pluck(),
  approved: db.$client
    .prepare(`SELECT count(*) FROM requests WHERE township_id = ? AND power_id IN (SELECT value FROM json_each(?)) AND ${hasOrWantsSlot}`)
    .pluck(),
  grantStart: db.$client.prepare('SELECT from_at FROM holdings WHERE grant_id = ?').pluck(),
  due: db.$client.prepare(
    `SELECT id, due_at AS dueAt FROM requests
     WHERE due_at IS NOT NULL AND escalated_at IS NULL AND due_at <= :now AND (due_at, id) > (:dueAt, :id) ORDER BY due_at, id LIMIT :limit`,
  ),
  // Left to itself, SQLite takes the index by state and reads every request with a slot once for each township: minutes, with the event
  // loop held, in a county of 2,000 townships.
  waitingTownships: db.$client
    .prepare(
      `WITH RECURSIVE recent(townshipId) AS (
         SELECT min(township_id) FROM requests INDEXED BY requests_slots WHERE ${hasOrWantsSlot}
         UNION ALL
         SELECT (SELECT min(township_id) FROM requests INDEXED BY requests_slots WHERE township_id > townshipId AND ${hasOrWantsSlot}) FROM recent WHERE townshipId IS NOT NULL
       )
       SELECT townshipId FROM recent
       WHERE EXISTS (SELECT 1 FROM requests WHERE township_id = townshipId AND state = 'approved' AND ${hasOrWantsSlot})`,
    )
    .pluck(),
}));

export const attestationsOf = (db: Db, id: string) => statements(db).attestations.all({ id });
export const waiversOf = (db: Db, id: string) => statements(db).waivers.all({ id });
export const openTasksOf = (db: Db, id: string) =>
  statements(db).openTasks.all(id) as { readonly kind: string; readonly organisationId: string }[];

export const preparingCount = (db: Db, townshipId: string): number => statements(db).preparing.get(townshipId) as number;
export const preparingIds = (db: Db, townshipId: string): string[] => statements(db).preparingIds.all(townshipId) as string[];
/** How many requests of a township for these powers are approved and not granted yet. */
export const approvedAmong = (db: Db, townshipId: string, powerIds: readonly string[]): number =>
  statements(db).approved.get(townshipId, JSON.stringify(powerIds)) as number;
/** Approved requests of a township that wait for a slot, the longest waiting first. */
export const waitingRequests = (db: Db, townshipId: string, limit: number) =>
  statements(db).waiting.all(townshipId, limit) as { readonly id: string; readonly approvedAt: number }[];
export const waitingAhead = (db: Db, row: Pick<RequestRow, 'id' | 'townshipId' | 'approvedAt'>): number =>
  statements(db).ahead.get({ townshipId: row.townshipId, approvedAt: row.approvedAt ?? 0, id: row.id }) as number;
/** Townships in which a request waits for a slot; goes from township to township, however many requests each has. */
export const townshipsWaiting = (db: Db): string[] => statements(db).waitingTownships.all() as string[];

export const grantStart = (db: Db, grantId: string): number | null =>
  (statements(db).grantStart.get(grantId) as number | undefined) ?? null;

export interface DueRequest {
  readonly id: string;
  readonly dueAt: number;
}
/** Requests whose deadline has passed and has not been told, in the order of the deadlines, behind the one given. */
export const dueRequests = (db: Db, now: number, after: DueRequest | null, limit: number): DueRequest[] =>
  statements(db).due.all({ now, dueAt: after?.dueAt ?? -1, id: after?.id ?? '', limit }) as DueRequest[];
