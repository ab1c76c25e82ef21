import { holdsIdentityNumber, withoutIdentityNumbers } from '#server/domain/people/identity-number.ts';
import { said, type RowFinding } from './importing.ts';
import { columnName } from './column-name.ts';
import type { ReadGrid } from './xlsx-sheets.ts';

/** So many places are enough to show what has to be removed. */
const mostNamed = 200;
const ofImporters: ReadonlySet<string> = new Set(['identity_number', 'identity_numbers']);

/** Every cell of every sheet, wherever it stands: the file as a whole may not be kept once one of them holds an identity number. */
export function identityFindings(grids: readonly ReadGrid[]): RowFinding[] {
  const found: RowFinding[] = [];
  for (const { name, rows } of grids) {
    if (holdsIdentityNumber(name)) found.push(said('error', 'identity_number', { row: 0, cell: withoutIdentityNumbers(name) }));
    for (const { row, cells } of rows)
      for (const [column, text] of cells.entries()) {
        if (!holdsIdentityNumber(text)) continue;
        if (found.length === mostNamed) return found;
        const params = { sheet: withoutIdentityNumbers(name), place: `${columnName(column)}${String(row)}` };
        found.push(said('error', 'identity_in_cell', { row, cell: withoutIdentityNumbers(text).slice(0, 200) }, params));
      }
  }
  return found;
}

/** What an importer knows of its own columns, e.g. one of identity numbers that are not written as such. */
export const saysIdentity = (findings: readonly RowFinding[]): boolean => findings.some(({ code }) => ofImporters.has(code));
