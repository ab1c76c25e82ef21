import type { Db } from '#db/connection.ts';
import { startOfDay } from '#server/domain/time/time.ts';
import { countyOrganisation, organisationsOfKind } from '#server/features/organisations/index.ts';
import type { Act } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Sweeper } from '#server/records/sweep.ts';
import { endedVersions, openTasksOf, versionById, type OpenTask } from './queries.ts';
import { restingIds, subjectKinds } from './resting-queries.ts';

/** Far more than a county's law books hold. */
const most = 10_000;
const kind = 'review_law_change';

/** Who must look at what rests on an ended version: the administrator of the menu and the legal office, as long as anything is left. */
function owed(db: Db, versionId: string, now: number): OpenTask[] {
  const version = versionById(db, versionId);
  if (!version || version.endedOn === null) return [];
  const asked = { versionId, at: now, limit: 1 };
  if (!subjectKinds.some((subject) => restingIds(db, subject, 'open', asked).length > 0)) return [];
  // Once the day has come, each day counts; before it, the work is to be done by then.
  const startsAt = startOfDay(version.endedOn);
  const dueAt = startsAt > (version.markedAt ?? now) ? startsAt : null;
  const county = countyOrganisation(db);
  const legal = organisationsOfKind(db, 'department').filter(({ duty, isActive }) => duty === 'legal' && isActive);
  return [
    ...(county ? [{ organisationId: county.id, role: 'admin', dueAt }] : []),
    ...legal.map(({ id }) => ({ organisationId: id, role: 'legal_reviewer', dueAt })),
  ];
}

const isSame = (a: OpenTask, b: OpenTask): boolean => a.organisationId === b.organisationId && a.role === b.role && a.dueAt === b.dueAt;

function settlementOf(db: Db, versionId: string, now: number) {
  const due = owed(db, versionId, now);
  const open = openTasksOf(db, versionId);
  return {
    opening: due.filter((task) => !open.some((one) => isSame(one, task))),
    closing: open.filter((task) => !due.some((one) => isSame(one, task))),
  };
}

/** Makes the open tasks of a version what is owed now: an act need not know whether it was the last one. */
export function settleLawTasks(act: Act, versionId: string): void {
  const { opening, closing } = settlementOf(act.tx, versionId, act.now);
  const subject = { subjectKind: 'statute_version', subjectId: versionId, kind };
  for (const { organisationId } of closing) act.closeTasks({ ...subject, organisationId }, 'reviewed');
  for (const task of opening) act.openTask({ ...subject, ...task });
}

/** New grants, editions and recalls change what is left without anybody touching the statute: tasks follow, rights do not depend on it. */
export function sweepStatutes({ db }: Pick<Ports, 'db'>, sweeper: Sweeper, now: number): Promise<number> {
  const ids = [...new Set(endedVersions(db, null, most).map(({ id }) => id))];
  return sweeper.each('sweepStatutes', ids, now, (act, versionId) => {
    const { opening, closing } = settlementOf(act.tx, versionId, now);
    if (opening.length + closing.length === 0) return 'nothing';
    settleLawTasks(act, versionId);
    act.record({ action: 'tasks_settled', subjectKind: 'tasks', subjectId: 'statutes', detail: { versionId } });
    return 'changed';
  });
}
