import type { z } from 'zod';
import type { Task } from '#contract/tasks.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { isForColleague } from '#server/domain/people/task-exclusions.ts';
import { isOverdue } from '#server/domain/time/deadlines.ts';
import type { TaskRow } from './queries.ts';

type TaskView = z.infer<typeof Task>;
const none: readonly string[] = [];

export function presentTask(row: TaskRow, actor: Actor, now: number): TaskView {
  const [id, kind, subjectKind, subjectId, powerName, powerCode, townshipName, openedAt, dueAt, text, townshipId] = row;
  const excluded = text === null ? none : (JSON.parse(text) as readonly string[]);
  return {
    id,
    // Tasks are opened by features with the words of the contract; the answer is checked against it on its way out.
    kind: kind as TaskView['kind'],
    subjectKind: subjectKind as TaskView['subjectKind'],
    subjectId,
    powerName: powerName ?? '',
    powerCode: powerCode ?? '',
    townshipName: townshipName ?? '',
    openedAt,
    dueAt,
    isOverdue: isOverdue(dueAt, now),
    isForColleague: isForColleague(actor, { kind, excluded, townshipId }),
  };
}
