import { pageOf } from '#server/platform/list-page.ts';
import type { listTasks as contract } from '#contract/tasks.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentTask } from './present.ts';
import { newestTasks, tasksByDeadline, type DuePlace, type TaskFilter, type TaskRow } from './queries.ts';

type Call = CallOf<typeof contract>;

/** Sorts after every id. */
const last = '~';
const none = '-';

/** Everyone's first page: what the actor owes, by deadline or newest first (RULES.md 8.7). A substitute sees the inbox of the person away. */
export const listTasks = (ports: Ports) => (call: Call) => {
  const limit = call.query.limit ?? 50;
  const filter = { kind: call.query.kind ?? null, limit: limit + 1 };
  const isNewest = call.query.sort === 'newest';
  const rows = isNewest ? newest(ports, call.actor, filter, call.query.cursor) : byDeadline(ports, call.actor, filter, call.query.cursor);
  const { shown, nextCursor } = pageOf(rows, limit, (last) => cursorAt(last, isNewest));
  return answered({ items: shown.map((row) => presentTask(row, call.actor, call.now)), nextCursor });
};

function newest(ports: Ports, actor: Actor, filter: TaskFilter, cursor: string | undefined): TaskRow[] {
  return merged(
    actor,
    (inbox) => newestTasks(ports.db, inbox, filter, cursor ?? last),
    (a, b) => (idOf(a) < idOf(b) ? 1 : -1),
  );
}

function byDeadline(ports: Ports, actor: Actor, filter: TaskFilter, cursor: string | undefined): TaskRow[] {
  const from = placeOf(cursor);
  return merged(
    actor,
    (inbox) => tasksByDeadline(ports.db, inbox, filter, from),
    (a, b) => (dueOf(a) ?? FOREVER) - (dueOf(b) ?? FOREVER) || (idOf(a) < idOf(b) ? -1 : 1),
  );
}

/** Few people have more than one inbox; those who have see one list. */
function merged(
  actor: Actor,
  load: (inbox: Actor['memberships'][number]) => TaskRow[],
  order: (a: TaskRow, b: TaskRow) => number,
): TaskRow[] {
  const [only, ...others] = actor.memberships;
  if (!only) return [];
  const first = load(only);
  return others.length === 0 ? first : [first, ...others.map(load)].flat().sort(order);
}

const idOf = (row: TaskRow): string => row[0];
const dueOf = (row: TaskRow): number | null => row[8];

function cursorAt(row: TaskRow, isNewest: boolean): string {
  const dueAt = dueOf(row);
  return isNewest ? idOf(row) : `${dueAt === null ? none : String(dueAt)}.${idOf(row)}`;
}

function placeOf(cursor: string | undefined): DuePlace {
  if (cursor === undefined) return { dueAt: 0, id: '' };
  const dot = cursor.indexOf('.');
  const due = cursor.slice(0, Math.max(dot, 0));
  const id = cursor.slice(dot + 1);
  return due === none ? { dueAt: null, id } : { dueAt: Number.isSafeInteger(Number(due)) ? Number(due) : 0, id };
}
