import type { AuditAction } from '#contract/audit/audit-trail.ts';
import type { Db } from '#db/connection.ts';
import { registerCited } from '#server/features/statutes/index.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';
import type { Act } from '#server/records/change.ts';
import { powerStanding, type DutyRow, type EntryRow, type TownshipPowerRow } from './queries.ts';
import * as store from './store.ts';

/** The acts that change something which is there. */
type ActOn<S extends string, Others extends string> = Exclude<Extract<AuditAction, `${S}_${string}`>, `${S}_${Others}`>;

/** Writes an entry with its line in the audit trail; answers its id. */
export function addEntry(act: Act, fields: store.EntryFields): string {
  const id = act.newId();
  registerCited(act, fields.bases);
  store.insertEntry(act.tx, { ...fields, id, createdAt: act.now });
  act.record({ action: 'directory_entry_added', subjectKind: 'directory_entry', subjectId: id, detail: { after: fields } });
  return id;
}
/** The next version of an entry; false when somebody else wrote first. */
export function changeEntry(
  act: Act,
  before: EntryRow,
  fields: Partial<store.EntryFields>,
  action: ActOn<'directory_entry', 'added'> = 'directory_entry_changed',
): boolean {
  if (!store.updateEntry(act.tx, before, fields)) return false;
  registerCited(act, fields.bases ?? []);
  act.record({ action, subjectKind: 'directory_entry', subjectId: before.id, detail: { before: former(before, fields), after: fields } });
  return true;
}

export function addDuty(act: Act, fields: store.DutyFields): string {
  const id = act.newId();
  store.insertDuty(act.tx, { ...fields, id, createdAt: act.now });
  act.record({ action: 'duty_added', subjectKind: 'duty_entry', subjectId: id, detail: { after: fields } });
  return id;
}
export function changeDuty(
  act: Act,
  before: DutyRow,
  fields: Partial<store.DutyFields>,
  action: ActOn<'duty', 'added' | 'removed'> = 'duty_changed',
): boolean {
  if (!store.updateDuty(act.tx, before, fields)) return false;
  act.record({ action, subjectKind: 'duty_entry', subjectId: before.id, detail: { before: former(before, fields), after: fields } });
  return true;
}
export function dropDuty(act: Act, before: DutyRow): boolean {
  if (!store.deleteDuty(act.tx, before)) return false;
  act.record({ action: 'duty_removed', subjectKind: 'duty_entry', subjectId: before.id, detail: { before } });
  return true;
}

export function addTownshipPower(act: Act, fields: store.TownshipPowerFields): string {
  const id = act.newId();
  registerCited(act, fields.bases);
  store.insertTownshipPower(act.tx, { ...fields, id, createdAt: act.now });
  act.record({ action: 'township_power_added', subjectKind: 'township_power', subjectId: id, detail: { after: fields } });
  return id;
}
export function changeTownshipPower(
  act: Act,
  before: TownshipPowerRow,
  fields: Partial<store.TownshipPowerFields>,
  action: ActOn<'township_power', 'added' | 'removed'> = 'township_power_changed',
): boolean {
  if (!store.updateTownshipPower(act.tx, before, fields)) return false;
  registerCited(act, fields.bases ?? []);
  act.record({ action, subjectKind: 'township_power', subjectId: before.id, detail: { before: former(before, fields), after: fields } });
  return true;
}
export function dropTownshipPower(act: Act, before: TownshipPowerRow): boolean {
  if (!store.deleteTownshipPower(act.tx, before)) return false;
  act.record({ action: 'township_power_removed', subjectKind: 'township_power', subjectId: before.id, detail: { before } });
  return true;
}

const former = <T extends object>(before: T, fields: object): Partial<T> =>
  Object.fromEntries(Object.entries(before).filter(([name]) => name in fields)) as Partial<T>;

/** An entry speaks of a power that is there and still used, or of none. */
export function refuseLink(db: Db, powerId: string | null): Refused | null {
  if (powerId === null) return null;
  const power = powerStanding(db, powerId);
  if (!power) return refuse('invalid_input', {}, ['/powerId']);
  return power.mergedIntoId === null ? null : refuse('power_retired', {}, ['/powerId']);
}
