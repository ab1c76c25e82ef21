import { areaUnits, countUnits, moneyUnits, readAmount, type Units } from '#server/spreadsheets/amounts.ts';
import type { Reading } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';
import { kindByName, officialName, placeName } from '#server/domain/values/divisions.ts';
import type { TownshipKind } from '#server/domain/values/words.ts';
import type { SheetHead } from '#server/spreadsheets/importing.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import {
  commonOf,
  isNone,
  isTaken,
  recordOf,
  shortened,
  type KnownOrganisation,
  type OrganisationRecord,
  type OrganisationReference,
} from './organisation-row.ts';
import { townshipKindWords, type OrganisationFields } from './organisation-sheet.ts';

/** A township by its code, with its profile as far as the sheet says it. */
export function readTownship(
  reader: RowReader,
  code: string,
  reference: OrganisationReference,
  head: SheetHead,
): OrganisationRecord | null {
  const typed = reader.line('name', 60);
  const known = reference.organisations.find(({ fields }) => fields.kind === 'township' && fields.divisionCode === code);
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
    divisionCode: code,
    townshipKind,
    profile: profileOf(reader, known, head),
  };
  if (reader.line('duty', 20) !== '' && !isNone(reader.line('duty', 20))) reader.error('duty_of_township', 'duty');
  return recordOf(known, fields);
}

function townshipKindOf(reader: RowReader, name: string) {
  const byName = kindByName(name);
  const said = reader.word('kind', townshipKindWords);
  // Sheets write 乡 for 民族乡; the name says which.
  if (said === 'township' && byName === 'ethnic_township') {
    reader.note('text_read_as', 'kind', { before: '乡', after: '民族乡' });
    return byName;
  }
  if (said !== null && byName !== null && said !== byName)
    return reader.error('kind_differs_from_name', 'kind', { name }, townshipKindWords[byName][0]);
  const kind = said ?? byName;
  return kind ?? (reader.isFaulty() ? null : reader.error('kind_unclear', 'kind', { name }));
}

/** Statistical lists name places, and powers are held by bodies; what a known body is called is not changed by naming its place. */
function fullName(reader: RowReader, typed: string, kind: TownshipKind, known: string | undefined): string {
  const full = officialName(typed, kind);
  if (full === typed) return typed;
  if (known !== undefined && foldText(placeName(known)) === foldText(placeName(typed))) return known;
  reader.note('name_completed', 'name', { name: full });
  return full;
}

/** Column, field, units, and what is meant where no unit is named. */
export const figures = [
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
  if (long !== undefined) reader.error('cell_too_long', 'tags', { most: 20, length: [...long].length });
  if (tags.length > 20) reader.error('too_many_entries', 'tags', { count: tags.length, most: 20 });
  return tags;
}
