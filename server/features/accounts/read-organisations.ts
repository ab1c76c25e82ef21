import { areaUnits, countUnits, moneyUnits, readAmount, type Units } from '#server/domain/amounts.ts';
import { foldText, plainLine, readWord, type Reading } from '#server/domain/cell-text.ts';
import { kindByName, officialName, placeName } from '#server/domain/divisions.ts';
import type { SheetHead, SheetReading, SheetRow } from '#server/platform/importing.ts';
import { cellChanges, rowReader, sheetReading, understood, type RowReader } from '#server/platform/row-reader.ts';
import { sortDivisions, type Place } from './sort-divisions.ts';
import {
  cellsOfOrganisation,
  dutyWords,
  stateWords,
  systemWords,
  townshipKindWords,
  type OrganisationFields,
} from './organisation-sheet.ts';

export interface KnownOrganisation {
  readonly id: string;
  readonly version: number;
  /** Rights hang on its duty as long as people belong to it. */
  readonly hasMembers: boolean;
  readonly fields: OrganisationFields;
}
export interface OrganisationReference {
  readonly countyName: string;
  readonly organisations: readonly KnownOrganisation[];
}
export interface OrganisationRecord {
  /** Null for a new one. */
  readonly id: string | null;
  readonly version: number;
  readonly before: OrganisationFields | null;
  readonly fields: OrganisationFields;
}

/** Reads a sheet of townships and departments; what a sheet does not say of a known organisation stays as it is. */
export function readOrganisations(
  rows: readonly SheetRow[],
  reference: OrganisationReference,
  head: SheetHead,
): SheetReading<OrganisationRecord> {
  const readers = rows.map(rowReader);
  const { places, findings } = sortDivisions(readers, reference);
  const seen = new Map<string, number>();
  const understoodRows = readers.map((reader) => {
    const place = places.get(reader);
    if (!place) return null;
    const read = place.kind === 'department' ? departmentOf(reader, reference) : townshipOf(reader, place, reference, head);
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
      reader.error('duplicate_value', column, { row });
      return true;
    }
    seen.set(`${column}/${value}`, reader.row);
  }
  return false;
}

const unknown = '—';
const isNone = (text: string): boolean => ['无', '—', '-', '/'].includes(text);

/** The fields that townships and departments have in common, over what is known already. */
function commonOf(reader: RowReader, known: KnownOrganisation | undefined, name: string) {
  const before = known?.fields;
  const written = before ? cellsOfOrganisation(before) : {};
  const kept = (column: string, max: number, former: string | undefined, otherwise: string): string => {
    const raw = reader.raw(column);
    // The very text that an export wrote: whatever it looks like, it means what is there.
    if (former !== undefined && raw === written[column]) return former;
    const text = reader.line(column, max);
    return text === '' ? (former ?? otherwise) : text;
  };
  if (!isStateKept(reader, before)) reader.error('state_not_by_import', 'state');
  const basis = kept('systemBasis', 200, before?.systemBasis ?? undefined, '');
  return {
    name,
    shortName: kept('shortName', 20, before?.shortName, ''),
    systemBasis: basis === '' || isNone(basis) ? null : basis,
    contactPhone: kept('contactPhone', 40, before?.contactPhone, unknown),
    complaintPhone: kept('complaintPhone', 40, before?.complaintPhone, unknown),
    address: kept('address', 120, before?.address, unknown),
    isActive: before?.isActive ?? true,
  };
}

function isStateKept(reader: RowReader, before: OrganisationFields | undefined): boolean {
  const state = reader.take('state', readWord(reader.raw('state'), stateWords));
  return state === null || (state === 'active') === (before?.isActive ?? true);
}

function townshipOf(reader: RowReader, place: Extract<Place, { kind: 'township' }>, reference: OrganisationReference, head: SheetHead) {
  const typed = reader.line('name', 60);
  const known = reference.organisations.find(({ fields }) => fields.kind === 'township' && fields.divisionCode === place.code);
  const townshipKind = townshipKindOf(reader, typed);
  if (typed === '' || townshipKind === null) return null;
  const name = fullName(reader, typed, townshipKind, known?.fields.name);
  if (isTaken(reader, name, known, reference)) return null;
  const common = commonOf(reader, known, name);
  const fields: OrganisationFields = {
    ...common,
    kind: 'township',
    duty: null,
    system: known?.fields.system ?? 'county',
    shortName: common.shortName === '' ? shortened(placeName(name)) : common.shortName,
    divisionCode: place.code,
    townshipKind,
    profile: profileOf(reader, known, head),
  };
  if (reader.line('duty', 20) !== '' && !isNone(reader.line('duty', 20))) reader.error('duty_of_township', 'duty');
  return recordOf(known, fields);
}

function townshipKindOf(reader: RowReader, name: string) {
  const byName = kindByName(name);
  const said = reader.take('kind', readWord(reader.raw('kind'), townshipKindWords));
  // Sheets write 乡 for 民族乡; the name says which.
  if (said === 'township' && byName === 'ethnic_township') {
    reader.note('text_read_as', 'kind', { value: '民族乡' });
    return byName;
  }
  if (said !== null && byName !== null && said !== byName)
    return reader.error('kind_differs_from_name', 'kind', { name }, townshipKindWords[byName][0]);
  const kind = said ?? byName;
  return kind ?? (reader.isFaulty() ? null : reader.error('kind_unclear', 'kind', { name }));
}

/** Statistical lists name places, and powers are held by bodies; what a known body is called is not changed by naming its place. */
function fullName(reader: RowReader, typed: string, kind: Parameters<typeof officialName>[1], known: string | undefined): string {
  const full = officialName(typed, kind);
  if (full === typed) return typed;
  if (known !== undefined && foldText(placeName(known)) === foldText(placeName(typed))) return known;
  reader.note('name_completed', 'name', { name: full });
  return full;
}

const shortened = (name: string): string => [...name].slice(0, 20).join('');

function isTaken(reader: RowReader, name: string, known: KnownOrganisation | undefined, { organisations }: OrganisationReference): boolean {
  const other = organisations.find((one) => one.id !== known?.id && foldText(one.fields.name) === foldText(name));
  if (!other) return false;
  reader.error(
    'name_taken',
    'name',
    { name: other.fields.name, code: other.fields.divisionCode ?? unknown },
    other.fields.divisionCode ?? '',
  );
  return true;
}

const figures = [
  ['residents', 'residents', countUnits, '人'],
  ['area', 'areaSquareMetres', areaUnits, undefined],
  ['communities', 'communities', countUnits, '个'],
  ['staffQuota', 'staffQuota', countUnits, '名'],
  ['staffPresent', 'staffPresent', countUnits, '名'],
  ['budget', 'budgetYuanPerYear', moneyUnits, undefined],
] as const satisfies readonly (readonly [string, string, Units, string | undefined])[];

function profileOf(reader: RowReader, known: KnownOrganisation | undefined, head: SheetHead): OrganisationFields['profile'] {
  const former = known?.fields.profile;
  const profile: Record<(typeof figures)[number][1], number> = {
    ...{ residents: 0, areaSquareMetres: 0, communities: 0, staffQuota: 0, staffPresent: 0, budgetYuanPerYear: 0 },
    ...former,
  };
  let missing = 0;
  for (const [column, field, units, assumed] of figures) {
    const header = head.headers[column] ?? '';
    const reading: Reading<number> = readAmount(reader.raw(column), assumed === undefined ? { units, header } : { units, header, assumed });
    const value = reader.take(column, reading);
    if (value !== null) profile[field] = value;
    else if (!former && reading.kind === 'empty') missing += 1;
  }
  if (missing > 0) reader.warn('figures_missing', '', { count: missing });
  return { ...profile, tags: tagsOf(reader, former?.tags) };
}

function tagsOf(reader: RowReader, former: readonly string[] | undefined): readonly string[] {
  const text = plainLine(reader.raw('tags'));
  if (text === '' || (former && text === former.join('、'))) return former ?? [];
  if (isNone(text)) return [];
  const tags = [...new Set(text.split(/[、,，;；/|\s]+/).filter((tag) => tag !== ''))];
  const long = tags.find((tag) => [...tag].length > 20);
  if (long !== undefined) reader.error('cell_too_long', 'tags', { max: 20, length: [...long].length });
  if (tags.length > 20) reader.error('too_many_entries', 'tags', { max: 20 });
  return tags;
}

function departmentOf(reader: RowReader, reference: OrganisationReference) {
  const name = reader.line('name', 60);
  if (name === '') return null;
  const known = reference.organisations.find(({ fields }) => fields.kind === 'department' && foldText(fields.name) === foldText(name));
  if (isTaken(reader, name, known, reference)) return null;
  if (figures.some(([column]) => plainLine(reader.raw(column)) !== '') || plainLine(reader.raw('tags')) !== '')
    reader.warn('figures_of_department');
  const common = commonOf(reader, known, known && name !== known.fields.name ? known.fields.name : name);
  const fields: OrganisationFields = {
    ...common,
    kind: 'department',
    duty: dutyOf(reader, known),
    system: systemOf(reader, known, name),
    shortName:
      common.shortName === ''
        ? shortened(name.startsWith(reference.countyName) ? name.slice(reference.countyName.length - 1) : name)
        : common.shortName,
    ...{ divisionCode: null, townshipKind: null, profile: null },
  };
  return recordOf(known, fields);
}

function dutyOf(reader: RowReader, known: KnownOrganisation | undefined): OrganisationFields['duty'] {
  const former = known?.fields.duty ?? null;
  const word = reader.take('duty', readWord(reader.raw('duty'), dutyWords));
  if (word === null) return former;
  const duty = word === 'none' ? null : word;
  if (known?.hasMembers && duty !== former) reader.error('organisation_in_use', 'duty');
  return duty;
}

const ofVerticalLine = /税务|海关|气象|消防救援|烟草|邮政管理|金融监|国家安全|海事|地震|统计局.*调查队|调查队/;
const ofCity = /市.*(?:分局|直属.*局)$/;

/** The default is the county's own; a name that sounds like another line is pointed out, for what is not the county's is locked without a basis. */
function systemOf(reader: RowReader, known: KnownOrganisation | undefined, name: string): OrganisationFields['system'] {
  const word = reader.take('system', readWord(reader.raw('system'), systemWords));
  if (word !== null) return word;
  if (known) return known.fields.system;
  if (ofVerticalLine.test(name)) reader.warn('system_unclear', 'system', { name }, systemWords.vertical[0]);
  else if (ofCity.test(name)) reader.warn('system_unclear', 'system', { name }, systemWords.city[0]);
  return 'county';
}

const recordOf = (known: KnownOrganisation | undefined, fields: OrganisationFields): OrganisationRecord => ({
  id: known?.id ?? null,
  version: known?.version ?? 0,
  before: known?.fields ?? null,
  fields,
});
