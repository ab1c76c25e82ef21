import { prepared, type Tx } from '#db/connection.ts';

/** An obligation: every deadline has an owner (RULES.md 7.9). */
export interface NewTask {
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organisationId: string;
  readonly role: string;
  readonly powerId?: string | null;
  readonly townshipId?: string | null;
  readonly dueAt: number | null;
  /** Accounts that may not do it, since they acted on the subject before: their colleagues must. */
  readonly excluded?: readonly string[];
}

/** Which open tasks of a subject an act fulfils; what is left out matches all. */
export interface TaskFilter {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly kind?: string;
  readonly organisationId?: string;
}

const statements = prepared((tx: Tx) => ({
  insert: tx.$client.prepare(
    `INSERT INTO tasks (id, kind, subject_kind, subject_id, organisation_id, role, power_id, township_id, due_at, opened_at, barred)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10
     FROM json_each(?)`,
  ),
  close: tx.$client.prepare(
    `UPDATE tasks SET closed_at = :at, outcome = :outcome
     WHERE subject_kind = :subjectKind AND subject_id = :subjectId AND closed_at IS NULL
       AND (:kind IS NULL OR kind = :kind) AND (:organisationId IS NULL OR organisation_id = :organisationId)`,
  ),
}));

export interface IdentifiedTask extends NewTask {
  readonly id: string;
}

/** In one statement, however many. */
export function openTasks(tx: Tx, tasks: readonly IdentifiedTask[], now: number): void {
  if (tasks.length > 0) statements(tx).insert.run(JSON.stringify(tasks.map((task) => columnsOf(task, now))));
}

function columnsOf(task: IdentifiedTask, now: number): readonly unknown[] {
  const { id, kind, subjectKind, subjectId, organisationId, role, powerId = null, townshipId = null, dueAt, excluded = [] } = task;
  const stored = excluded.length === 0 ? null : JSON.stringify(excluded);
  return [id, kind, subjectKind, subjectId, organisationId, role, powerId, townshipId, dueAt, now, stored];
}

/** Returns how many tasks were closed. */
export function closeTasks(
  tx: Tx,
  { subjectKind, subjectId, kind = undefined, organisationId = undefined }: TaskFilter,
  outcome: string,
  now: number,
): number {
  const filter = { subjectKind, subjectId, kind: kind ?? null, organisationId: organisationId ?? null };
  return statements(tx).close.run({ ...filter, outcome, at: now }).changes;
}
