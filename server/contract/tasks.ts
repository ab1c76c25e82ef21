import { z } from 'zod';
import { Cursor, Id, Instant, Limit } from './common.ts';
import { operation, signedIn } from './operation.ts';
import { TaskKind } from './words.ts';

const feature = 'tasks';

export const Task = z.strictObject({
  id: Id,
  kind: TaskKind,
  subjectKind: z.enum(['request', 'grant', 'commitment', 'statute_version', 'edition']),
  subjectId: Id,
  /** The power, or the statute that has ended. */
  powerName: z.string(),
  powerCode: z.string(),
  townshipName: z.string(),
  openedAt: Instant,
  dueAt: Instant.nullable(),
  isOverdue: z.boolean(),
  /** The reader acted on it before, or belongs to the township: a colleague with the same role has to do it. */
  isForColleague: z.boolean(),
});
export const listTasks = operation({
  id: 'listTasks',
  feature,
  method: 'GET',
  path: '/tasks',
  summary: 'What the actor has to do: by deadline, or newest first',
  access: signedIn,
  query: z.strictObject({ kind: TaskKind.optional(), sort: z.enum(['due', 'newest']).optional(), limit: Limit, cursor: Cursor }),
  response: z.strictObject({ items: z.array(Task), nextCursor: z.string().nullable() }),
  status: 200,
});
export const countTasks = operation({
  id: 'countTasks',
  feature,
  method: 'GET',
  path: '/tasks/count',
  summary: 'How many tasks are open and overdue; counting stops at 1,000',
  access: signedIn,
  response: z.strictObject({ open: z.int(), overdue: z.int(), isExact: z.boolean() }),
  status: 200,
});
