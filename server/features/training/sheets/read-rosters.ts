import { holdsIdentityNumber, withoutIdentityNumbers } from '#server/domain/people/identity-number.ts';
import { said, type RowFinding, type SheetHead, type SheetReading, type SheetRow } from '#server/spreadsheets/importing.ts';
import { cellChanges, RowReader, sheetReading } from '#server/spreadsheets/row-reader.ts';
import { groupPeople, type Person } from './group-people.ts';
import { certificateReader, type NewCertificate } from './read-certificate.ts';
import { cellsOfFields, type OfficerFields, type RosterReference } from './roster-sheet.ts';

export interface RosterRecord {
  /** The first row of a person, by which later rows with further certificates find a person who is new. */
  readonly firstRow: number;
  readonly id: string | null;
  readonly version: number;
  readonly townshipId: string;
  /** Null where nothing changes about the person. */
  readonly fields: OfficerFields | null;
  readonly before: OfficerFields | null;
  readonly certificate: NewCertificate | null;
}

/** Reads rosters: people by township and name, certificates by kind and number; one row for each certificate of a person. */
export function readRosters(rows: readonly SheetRow[], reference: RosterReference, head: SheetHead): SheetReading<RosterRecord> {
  const guarded = rows.map(guard);
  const readers = guarded.map(({ row }) => new RowReader(row));
  const findings = identityFindings(guarded, readers);
  const people = groupPeople(readers, reference);
  const certificateOf = certificateReader(reference, head);
  const understoodRows = readers.map((reader) => {
    const person = people.get(reader);
    return person ? understoodRow(reader, person, certificateOf(reader, person)) : null;
  });
  for (const reader of readers) refuseBehindFirst(reader, people.get(reader), readers);
  return sheetReading(readers, understoodRows, findings);
}

function understoodRow(reader: RowReader, person: Person, certificate: NewCertificate | null) {
  const isFirst = person.firstRow === reader.row;
  const changes = isFirst && person.known ? cellChanges(cellsOfFields(person.known.fields), cellsOfFields(person.fields)) : [];
  if (person.known && certificate) changes.push({ column: 'certificateNumber', before: '', after: certificate.number });
  const isNew = isFirst ? !person.known : certificate !== null && !person.known;
  const { firstRow, townshipId, known } = person;
  const record: RosterRecord = {
    ...{ firstRow, townshipId, certificate },
    id: known?.id ?? null,
    version: known?.version ?? 0,
    before: known?.fields ?? null,
    fields: isFirst && (!known || changes.some(({ column }) => column !== 'certificateNumber')) ? person.fields : null,
  };
  const label = person.fields.name;
  if (isNew) return { row: reader.row, label, effect: 'added' as const, record };
  if (changes.length > 0) return { row: reader.row, label, effect: 'changed' as const, record, changes };
  return { row: reader.row, label, effect: 'unchanged' as const, record };
}

/** Further certificates of somebody whose own row cannot be written cannot be written either. */
function refuseBehindFirst(reader: RowReader, person: Person | undefined, readers: readonly RowReader[]): void {
  if (!person || person.firstRow === reader.row || reader.isFaulty()) return;
  const first = readers.find(({ row }) => row === person.firstRow);
  if (first?.isFaulty()) reader.error('person_row_faulty', 'name', { row: person.firstRow });
}

interface Guarded {
  readonly row: SheetRow;
  readonly columns: readonly string[];
}

/** Identity numbers are gone before anything is kept or shown. */
function guard({ row, cells }: SheetRow): Guarded {
  const columns = Object.entries(cells)
    .filter(([column, text]) => (column === 'identity' ? text.trim() !== '' : holdsIdentityNumber(text)))
    .map(([column]) => column);
  if (columns.length === 0) return { row: { row, cells }, columns };
  const safe = columns.map((column) => [column, column === 'identity' ? '******' : withoutIdentityNumbers(cells[column] ?? '')] as const);
  return { row: { row, cells: { ...cells, ...Object.fromEntries(safe) } }, columns };
}

function identityFindings(guarded: readonly Guarded[], readers: readonly RowReader[]): RowFinding[] {
  for (const [index, { columns }] of guarded.entries())
    for (const column of columns) if (column !== 'identity') readers[index]?.error('identity_number', column);
  const count = guarded.filter(({ columns }) => columns.includes('identity')).length;
  return count === 0 ? [] : [said('error', 'identity_numbers', { row: 0, column: 'identity' }, { count })];
}
