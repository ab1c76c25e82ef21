import { foldText } from '#server/domain/values/text.ts';
import type { SheetHead, SheetReading, SheetRow } from '#server/spreadsheets/importing.ts';
import { cellChanges, RowReader, sheetReading, understood } from '#server/spreadsheets/row-reader.ts';
import type { OrganisationRecord, OrganisationReference } from './organisation-row.ts';
import { cellsOfOrganisation } from './organisation-sheet.ts';
import { readDepartment } from './read-department.ts';
import { readTownship } from './read-township.ts';
import { sortDivisions } from './sort-divisions.ts';

/** Reads a sheet of townships and departments; what a sheet does not say of a known organisation stays as it is. */
export function readOrganisations(
  rows: readonly SheetRow[],
  reference: OrganisationReference,
  head: SheetHead,
): SheetReading<OrganisationRecord> {
  const readers = rows.map((row) => new RowReader(row));
  const { places, findings } = sortDivisions(readers, reference);
  const seen = new Map<string, number>();
  const understoodRows = readers.map((reader) => {
    const place = places.get(reader);
    if (!place) return null;
    const read = place.kind === 'department' ? readDepartment(reader, reference) : readTownship(reader, place.code, reference, head);
    if (!read || isRepeated(reader, read, seen)) return null;
    return understood(reader.row, read.fields.name, read, changesOf(read));
  });
  return sheetReading(readers, understoodRows, findings);
}

const changesOf = ({ before, fields }: OrganisationRecord) =>
  before ? cellChanges(cellsOfOrganisation(before), cellsOfOrganisation(fields)) : null;

function isRepeated(reader: RowReader, { fields }: OrganisationRecord, seen: Map<string, number>): boolean {
  for (const [column, value] of [
    ['divisionCode', fields.divisionCode ?? ''],
    ['name', foldText(fields.name)],
  ] as const) {
    if (value === '') continue;
    const row = seen.get(`${column}/${value}`);
    if (row !== undefined) {
      reader.error('duplicate_value', column, { rows: String(row) });
      return true;
    }
    seen.set(`${column}/${value}`, reader.row);
  }
  return false;
}
