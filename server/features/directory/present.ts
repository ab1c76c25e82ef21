import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { DirectoryEntry } from '#contract/directory/directory-entries.ts';
import type { DutyEntry } from '#contract/directory/duties.ts';
import type { TownshipPower } from '#contract/directory/township-powers.ts';
import type { LinkedDuty, LinkedEntry, LinkedTownshipPower, Rows } from './queries.ts';

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

export function presentPage<R, T>({ rows, total }: Rows<R>, limit: number, cursorOf: (row: R) => string, present: (row: R) => T) {
  const { shown, nextCursor } = pageOf(rows, limit, cursorOf);
  return { items: shown.map(present), nextCursor, ...totalOf(total) };
}
