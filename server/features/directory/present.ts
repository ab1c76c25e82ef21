import type { DirectoryEntry } from '#contract/directory/directory-entries.ts';
import type { DutyEntry } from '#contract/directory/duties.ts';
import type { TownshipPower } from '#contract/directory/township-powers.ts';
import { countedUpTo, type LinkedDuty, type LinkedEntry, type LinkedTownshipPower, type Rows } from './queries.ts';

// JSON columns are read-only here; on the wire they are the same lists.
const basesOf = (bases: LinkedEntry['row']['bases']): DirectoryEntry['bases'] => bases.map((basis) => ({ ...basis }));

export function presentEntry({ row, powerCode, powerName }: LinkedEntry): DirectoryEntry {
  const { createdAt: _createdAt, ...entry } = row;
  return { ...entry, bases: basesOf(row.bases), powerCode, powerName };
}
export function presentDuty({ row, townshipName, powerCode, powerName }: LinkedDuty): DutyEntry {
  const { createdAt: _createdAt, ...duty } = row;
  return { ...duty, townshipName, powerCode, powerName };
}
export function presentTownshipPower({ row, powerCode, powerName }: LinkedTownshipPower): TownshipPower {
  const { createdAt: _createdAt, ...power } = row;
  return { ...power, kinds: [...row.kinds], bases: basesOf(row.bases), powerCode, powerName };
}

/** One row more than asked for was read, to know whether there is a next page. */
export function presentPage<R, T>({ rows, total }: Rows<R>, limit: number, cursorOf: (row: R) => string, present: (row: R) => T) {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(present),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null,
    total: Math.min(total, countedUpTo),
    isTotalExact: total <= countedUpTo,
  };
}
