import type { Db } from '#db/connection.ts';
import { dueAt } from '#server/domain/time/deadlines.ts';
import { dutiesOf, type GrantDuty } from '#server/domain/grants/grant-duties.ts';
import { countyOrganisation, countySettings, workCalendar } from '#server/features/organisations/index.ts';
import type { Act } from '#server/records/change.ts';
import type { GrantRecord } from './grant-record.ts';
import { openTasksOf } from '../queries.ts';

interface Settlement {
  readonly opening: readonly GrantDuty[];
  readonly closing: readonly string[];
}

/** What the list of open tasks lacks or has too many, compared with what is owed now. */
export function settlementOf(db: Db, { row, file }: GrantRecord, now: number): Settlement {
  const duties = dutiesOf(file, now);
  const open = openTasksOf(db, row.id);
  // The time to decide a recall was given with its notice and stays.
  const isSame = (duty: GrantDuty, task: (typeof open)[number]): boolean =>
    duty.kind === task.kind && (duty.kind === 'decide_recall' || duty.dueAt === task.dueAt);
  return {
    opening: duties.filter((duty) => !open.some((task) => isSame(duty, task))),
    closing: open.filter((task) => !duties.some((duty) => isSame(duty, task))).map(({ kind }) => kind),
  };
}

/** Opens and closes tasks until they are what is owed: an act need not know whose duties it ends. */
export function settleTasks(act: Act, record: GrantRecord, outcome: string): void {
  const { opening, closing } = settlementOf(act.tx, record, act.now);
  const subject = { subjectKind: 'grant', subjectId: record.row.id } as const;
  for (const kind of closing) act.closeTasks({ ...subject, kind }, outcome);
  for (const duty of opening) {
    const { powerId, townshipId } = record.row;
    act.openTask({
      ...subject,
      kind: duty.kind,
      ...ownerOf(act.tx, duty, townshipId),
      powerId,
      townshipId,
      dueAt: deadlineOf(act.tx, duty),
      // Who opened a recall does not decide it.
      excluded: duty.kind === 'decide_recall' ? (record.file.openRecall?.openedBy ?? []) : [],
    });
  }
}

function ownerOf(db: Db, { by }: GrantDuty, townshipId: string): { organisationId: string; role: string } {
  if (by === 'township') return { organisationId: townshipId, role: 'lead' };
  const county = countyOrganisation(db);
  if (!county) throw new Error('the county itself is missing among the organisations');
  return { organisationId: county.id, role: 'decider' };
}

function deadlineOf(db: Db, duty: GrantDuty): number {
  if (duty.kind !== 'decide_recall') return duty.dueAt;
  const count = countySettings(db).settings.countyDecisionDays;
  return dueAt(workCalendar(db), duty.dueAt, { count, unit: 'working_days' }).dueAt;
}
