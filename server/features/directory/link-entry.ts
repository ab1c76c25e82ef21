import type { Act } from '#server/records/change.ts';
import { dutiesNamed, dutyById, entriesOfPower, entryById, townshipPowerById } from './queries.ts';
import { changeDuty, changeEntry, changeTownshipPower } from './write-entry.ts';

export type EntryKind = 'directory_entry' | 'duty_entry' | 'township_power';

export interface NamedEntry {
  readonly name: string;
  readonly powerId: string | null;
  /** All lines that say the same: one and the same duty stands on the lists of many townships. */
  readonly ids: readonly string[];
}

/** An entry by its kind, with those that say the same. */
export function namedEntry(act: Act, kind: EntryKind, id: string): NamedEntry | undefined {
  if (kind === 'duty_entry') {
    const duty = dutyById(act.tx, id)?.row;
    return duty && { name: duty.name, powerId: duty.powerId, ids: dutiesNamed(act.tx, duty.list, duty.name) };
  }
  const found = kind === 'directory_entry' ? entryById(act.tx, id)?.row : townshipPowerById(act.tx, id)?.row;
  return found && { name: found.name, powerId: found.powerId, ids: [id] };
}

/** Says of one line which power it speaks of; false when it was not as it had just been read. */
export function linkEntry(act: Act, kind: EntryKind, id: string, powerId: string): boolean {
  if (kind === 'directory_entry') {
    const found = entryById(act.tx, id);
    return found !== undefined && changeEntry(act, found.row, { powerId }, 'directory_entry_linked');
  }
  if (kind === 'duty_entry') {
    const found = dutyById(act.tx, id);
    return found !== undefined && changeDuty(act, found.row, { powerId }, 'duty_linked');
  }
  const found = townshipPowerById(act.tx, id);
  return found !== undefined && changeTownshipPower(act, found.row, { powerId }, 'township_power_linked');
}

/** Everything that speaks of a power that is retired speaks of the one that stays; answers how much that was. */
export function relinkEntries(act: Act, fromPowerId: string, toPowerId: string): number {
  const entries = entriesOfPower(act.tx, fromPowerId);
  for (const { kind, id } of entries) linkEntry(act, kind, id, toPowerId);
  return entries.length;
}
