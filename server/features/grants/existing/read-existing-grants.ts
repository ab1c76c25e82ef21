import { readDay } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import { organisationFinder } from '#server/domain/values/divisions.ts';
import { plainDocumentNumber } from '#server/domain/values/document-number.ts';
import { powerFinder } from '#server/domain/values/find-power.ts';
import { FOREVER, dayOf, endOfDay, startOfDay } from '#server/domain/time/time.ts';
import type { SheetReading, SheetRow } from '#server/spreadsheets/importing.ts';
import { RowReader, sheetReading, understood } from '#server/spreadsheets/row-reader.ts';
import { documentReader } from './check-documents.ts';
import { refuseRivals } from './check-rivals.ts';
import { sayConsequences } from './check-consequences.ts';
import { carrierWords } from './existing-grant-sheet.ts';
import type { ExistingGrantRecord, ExistingGrantReference, GrantRow } from './existing-grant.ts';

/** Reads grants that are older than the portal (存量): each names its document, keeps its real days, and shares no instant with another holding (RULES.md 6.25, 7.1). */
export function readExistingGrants(rows: readonly SheetRow[], reference: ExistingGrantReference): SheetReading<ExistingGrantRecord | null> {
  const readers = rows.map((row) => new RowReader(row));
  const rowOf = grantReader(reference);
  const checkDocument = documentReader(reference);
  const rivals = refuseRivals(reference);
  const understoodRows = readers.map((reader) => {
    const row = rowOf(reader);
    if (!row) return null;
    const label = `${row.power.name} · ${row.township.shortName}`;
    const standing = rivals(reader, row);
    if (standing === 'known') return understood<ExistingGrantRecord | null>(reader.row, label, null, []);
    checkDocument(reader, row);
    const itemId = row.power.item?.id ?? reader.error('item_missing', 'powerName', { name: row.power.name });
    sayConsequences(reader, row, reference);
    if (itemId === null || reader.isFaulty()) return null;
    const { power: _power, township: _township, ...record } = row;
    return understood<ExistingGrantRecord | null>(reader.row, label, { ...record, itemId }, null);
  });
  return sheetReading(readers, understoodRows);
}

function grantReader(reference: ExistingGrantReference) {
  const findPower = powerFinder(reference.powers);
  const findTownship = organisationFinder(reference.townships, reference.countyName);
  const closestTownship = closestAmong(reference.townships.map(({ name }) => name));
  const findDepartment = organisationFinder(reference.departments, reference.countyName);
  return (reader: RowReader): GrantRow | null => {
    const found = findPower(reader.line('powerCode', 40), reader.line('powerName', 300));
    if (found.kind === 'none') reader.error('required_empty', 'powerCode');
    if (found.kind === 'refused') reader.error(found.code, found.column, found.params, found.proposal);
    const text = reader.line('township', 60);
    const township = text === '' ? null : (findTownship(text) ?? null);
    if (text === '') reader.error('required_empty', 'township');
    else if (!township) reader.error('unknown_organisation', 'township', { name: text }, closestTownship(text));
    const days = daysOf(reader, reference.now);
    const documentNumber = plainDocumentNumber(reader.line('documentNumber', 60));
    if (documentNumber === '') reader.error('required_empty', 'documentNumber');
    const said = reader.word('carrier', carrierWords);
    if (found.kind !== 'found' || !township || !days || documentNumber === '' || reader.isFaulty()) return null;
    const { power } = found;
    const carrier = said ?? power.item?.terms.carrier ?? reader.error('required_empty', 'carrier');
    if (carrier === null) return null;
    if (said === null) reader.note('default_taken', 'carrier', { value: carrierWords[carrier][0] });
    const department = plainLine(reader.raw('department'));
    if (department !== '' && findDepartment(department)?.id !== power.departmentId)
      reader.warn('department_differs', 'department', { name: power.departmentName }, power.departmentName);
    const ids = { powerId: power.id, townshipId: township.id, departmentId: power.departmentId };
    return { ...ids, ...days, power, township, carrier, documentNumber };
  };
}

/** The real days: the first and the last on which the township held the power, when the document was issued, the last of the trial. */
function daysOf(reader: RowReader, now: number) {
  const [from, until, issuedOn, trialUntil] = ['from', 'until', 'issuedOn', 'trialUntil'].map((column) =>
    reader.take(column, isOpenEnd(reader.raw(column), column) ? { kind: 'empty' } : readDay(reader.raw(column))),
  );
  const today = dayOf(now);
  for (const [column, day] of [
    ['from', from],
    ['issuedOn', issuedOn],
  ] as const) {
    if (day === null || day === undefined) {
      if (plainLine(reader.raw(column)) === '') reader.error('required_empty', column);
    } else if (day > today) reader.error('day_in_future', column, { day: today });
  }
  if (!from || !issuedOn) return null;
  if (until && until < from) reader.error('period_reversed', 'until', { day: from });
  if (issuedOn > from) reader.warn('issued_after_start', 'issuedOn', { day: from });
  if (trialUntil && (trialUntil < from || (until && trialUntil > until)))
    reader.error('trial_outside', 'trialUntil', { from, to: until ?? '—' });
  return {
    fromAt: startOfDay(from),
    toAt: until ? endOfDay(until) : FOREVER,
    issuedAt: startOfDay(issuedOn),
    trialEndsAt: trialUntil ? endOfDay(trialUntil) : null,
  };
}

const openEnds = ['长期', '长期有效', '无', '无期限', '永久', '—', '-', '/', '至今'].map(foldText);
const isOpenEnd = (cell: string, column: string): boolean =>
  (column === 'until' || column === 'trialUntil') && openEnds.includes(foldText(cell));
