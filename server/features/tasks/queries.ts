import { prepared, type Db } from '#db/connection.ts';
import type { Membership } from '#server/domain/people/actor.ts';

/** Who owes: the obligations of one role in one organisation. */
type Inbox = Pick<Membership, 'organisationId' | 'role'>;

/** A task as the statement gives it: making an object twice for each costs more than finding it. */
export type TaskRow = readonly [
  id: string,
  kind: string,
  subjectKind: string,
  subjectId: string,
  powerName: string | null,
  powerCode: string | null,
  townshipName: string | null,
  openedAt: number,
  dueAt: number | null,
  /** JSON text, null where none is excluded. */
  excluded: string | null,
  townshipId: string | null,
];

const kindsOf = 'AND (:kind IS NULL OR task.kind = :kind)';
const tasks = (condition: string, order: string, kinds = kindsOf): string => `
  SELECT task.id, task.kind, task.subject_kind, task.subject_id,
    CASE task.subject_kind WHEN 'statute_version' THEN (SELECT s.title FROM statute_versions v JOIN statutes s ON s.id = v.statute_id WHERE v.id = task.subject_id)
      ELSE power.name END, power.code, township.name, task.opened_at, task.due_at, task.barred AS excluded, task.township_id
  FROM tasks AS task LEFT JOIN powers AS power ON power.id = task.power_id LEFT JOIN organisations AS township ON township.id = task.township_id
  WHERE task.organisation_id = :organisationId AND task.role = :role AND task.closed_at IS NULL AND ${condition} ${kinds}
  ORDER BY ${order} LIMIT :limit`;

/** The text of every statement on tasks, so that a test can ask for their plans. */
export const taskStatements = {
  // The inbox as it opens asks for no kind, and then no row should be asked for its own.
  newest: tasks('task.id < :before', 'task.id DESC', ''),
  newestOfKind: tasks('task.id < :before', 'task.id DESC', 'AND task.kind = :kind'),
  withDeadline: tasks('(task.due_at, task.id) > (:dueAt, :after)', 'task.due_at, task.id'),
  withoutDeadline: tasks('task.due_at IS NULL AND task.id > :after', 'task.id'),
  countOpen: `SELECT count(*) FROM (
    SELECT 1 FROM tasks WHERE organisation_id = :organisationId AND role = :role AND closed_at IS NULL LIMIT :limit)`,
  countOverdue: `SELECT count(*) FROM (
    SELECT 1 FROM tasks WHERE organisation_id = :organisationId AND role = :role AND closed_at IS NULL AND due_at <= :now LIMIT :limit)`,
} as const;

const statements = prepared((db: Db) => ({
  newest: db.$client.prepare(taskStatements.newest).raw(),
  newestOfKind: db.$client.prepare(taskStatements.newestOfKind).raw(),
  withDeadline: db.$client.prepare(taskStatements.withDeadline).raw(),
  withoutDeadline: db.$client.prepare(taskStatements.withoutDeadline).raw(),
  countOpen: db.$client.prepare(taskStatements.countOpen).pluck(),
  countOverdue: db.$client.prepare(taskStatements.countOverdue).pluck(),
}));

export interface TaskFilter {
  readonly kind: string | null;
  readonly limit: number;
}

/** Open tasks of one inbox, newest first, from those older than `before`. */
export function newestTasks(db: Db, { organisationId, role }: Inbox, { kind, limit }: TaskFilter, before: string): TaskRow[] {
  const inbox = { organisationId, role, limit, before };
  const { newest, newestOfKind } = statements(db);
  return (kind === null ? newest.all(inbox) : newestOfKind.all({ ...inbox, kind })) as TaskRow[];
}

/** Where a list by deadline goes on; `dueAt` is null within the tasks that have no deadline. */
export interface DuePlace {
  readonly dueAt: number | null;
  readonly id: string;
}

/** Open tasks of one inbox by deadline, those without one last. */
export function tasksByDeadline(db: Db, { organisationId, role }: Inbox, { kind, limit }: TaskFilter, from: DuePlace): TaskRow[] {
  const { withDeadline, withoutDeadline } = statements(db);
  const inbox = { organisationId, role, kind };
  const dated = from.dueAt === null ? [] : (withDeadline.all({ ...inbox, limit, dueAt: from.dueAt, after: from.id }) as TaskRow[]);
  const left = limit - dated.length;
  const undated = left > 0 ? (withoutDeadline.all({ ...inbox, limit: left, after: from.dueAt === null ? from.id : '' }) as TaskRow[]) : [];
  return undated.length === 0 ? dated : [...dated, ...undated];
}

/** How many tasks of one inbox are open and how many of them are late, each counted up to `limit`. */
export function taskCounts(
  db: Db,
  { organisationId, role }: Inbox,
  now: number,
  limit: number,
): { readonly open: number; readonly overdue: number } {
  const { countOpen, countOverdue } = statements(db);
  const open = countOpen.get({ organisationId, role, limit }) as number;
  return { open, overdue: open === 0 ? 0 : (countOverdue.get({ organisationId, role, limit, now }) as number) };
}
