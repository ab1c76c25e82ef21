import { foldText } from '#server/domain/values/text.ts';
import { closestAmong } from '#server/domain/values/likeness.ts';
import { organisationFinder } from '#server/domain/values/divisions.ts';
import type { SheetHead, SheetReading, SheetRow } from '#server/spreadsheets/importing.ts';
import { cellChanges, RowReader, sheetReading, understood } from '#server/spreadsheets/row-reader.ts';
import { cellsOfDuty, listWords } from './duty-sheet.ts';
import { powerLinker, type LinkedPower } from './link-power.ts';
import type { DutyRow } from '../queries.ts';
import type { DutyFields } from '../store.ts';

export interface DutyReference {
  readonly countyName: string;
  readonly powers: readonly LinkedPower[];
  readonly townships: readonly {
    readonly id: string;
    readonly name: string;
    readonly shortName: string;
    readonly divisionCode: string | null;
  }[];
  readonly duties: readonly DutyRow[];
}
export interface DutyRecord {
  readonly before: DutyRow | null;
  readonly fields: DutyFields;
}

/** Reads duty lists: a line by its list, its township (none for the whole county) and its name; the list may be the name of the sheet. */
export function readDutyLists(rows: readonly SheetRow[], reference: DutyReference, head: SheetHead): SheetReading<DutyRecord> {
  const readers = rows.map((row) => new RowReader(row));
  const keyOf = ({ list, townshipId, name }: Pick<DutyFields, 'list' | 'townshipId' | 'name'>): string =>
    `${list}/${townshipId ?? ''}/${foldText(name)}`;
  const known = new Map(reference.duties.map((duty) => [keyOf(duty), duty]));
  const names = new Map(reference.townships.map(({ id, name }) => [id, name]));
  const codes = new Map(reference.powers.map(({ id, code }) => [id, code]));
  const cells = (fields: DutyFields) =>
    cellsOfDuty(fields, { townshipName: names.get(fields.townshipId ?? '') ?? '', powerCode: codes.get(fields.powerId ?? '') ?? '' });
  const placeOf = placeReader(reference, head);
  const link = powerLinker(reference.powers);
  const seen = new Map<string, number>();
  const understoodRows = readers.map((reader) => {
    const place = placeOf(reader);
    const name = reader.line('name', 300);
    if (name === '') return reader.error('required_empty', 'name');
    if (!place || reader.isFaulty()) return null;
    const key = keyOf({ ...place, name });
    const twin = seen.get(key);
    if (twin !== undefined) return reader.error('duplicate_value', 'name', { rows: String(twin) });
    seen.set(key, reader.row);
    const before = known.get(key) ?? null;
    const fields: DutyFields = {
      ...place,
      name: before?.name ?? name,
      field: reader.line('field', 20) || (before?.field ?? usualField(reader)),
      department: reader.line('department', 100) || (before?.department ?? ''),
      note: reader.prose('note', 500) || (before?.note ?? ''),
      powerId: link(reader, { name, code: '', statutoryType: null, before: before?.powerId ?? null }),
    };
    if (reader.isFaulty()) return null;
    return understood(reader.row, fields.name, { before, fields }, before && cellChanges(cells(before), cells(fields)));
  });
  return sheetReading(readers, understoodRows);
}

function usualField(reader: RowReader): string {
  reader.note('default_taken', 'field', { value: '其他' });
  return '其他';
}

/** Which list, and for whom it speaks. */
function placeReader({ townships, countyName }: DutyReference, head: SheetHead) {
  const find = organisationFinder(townships, countyName);
  const closest = closestAmong(townships.map(({ name }) => name));
  const ofSheet = listOfSheet(head.name);
  const everywhere = ['', countyName, `${countyName}人民政府`, '全县', '全区', '全市', '各乡镇', '各乡镇(街道)', '通用'].map(foldText);
  return (reader: RowReader): Pick<DutyFields, 'list' | 'townshipId'> | null => {
    const list = reader.word('list', listWords) ?? ofSheet;
    if (list === null && !reader.isFaulty()) reader.error('required_empty', 'list');
    const text = reader.line('township', 60);
    const township = everywhere.includes(foldText(text)) ? null : find(text);
    if (township === undefined) reader.error('unknown_organisation', 'township', { name: text }, closest(text));
    return list === null || township === undefined ? null : { list, townshipId: township?.id ?? null };
  };
}

function listOfSheet(name: string): DutyFields['list'] | null {
  const text = foldText(name);
  const words: readonly (readonly [DutyFields['list'], string])[] = [
    ['taken_back', '收回'],
    ['supporting', '配合'],
    ['basic', '基本'],
  ];
  const named = words.filter(([, word]) => text.includes(word));
  return named.length === 1 ? (named[0]?.[0] ?? null) : null;
}
