import type { LegalBasis } from '#server/domain/menu/terms.ts';
import type { Act } from '#server/records/change.ts';
import { demand } from './change-entry.ts';
import { entryById, townshipPowerById } from './queries.ts';
import { changeEntry, changeTownshipPower } from './write-entry.ts';

/** A statute ended and the county said on what the entry rests instead: `statutes` hands the new bases up. */
export function rebaseEntry(act: Act, kind: 'directory_entry' | 'township_power', id: string, bases: readonly LegalBasis[]): void {
  const isWritten =
    kind === 'directory_entry'
      ? changeEntry(act, demand(entryById(act.tx, id)).row, { bases }, 'directory_entry_rebased')
      : changeTownshipPower(act, demand(townshipPowerById(act.tx, id)).row, { bases }, 'township_power_rebased');
  if (!isWritten) throw new Error(`${kind} ${id} changed inside its own transaction`);
}
