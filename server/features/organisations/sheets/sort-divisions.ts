import { readWord } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainLine } from '#server/domain/values/text.ts';
import { kindByName, placeName, readDivisionCode } from '#server/domain/values/divisions.ts';
import { said, type RowFinding } from '#server/spreadsheets/importing.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import { bodyKindWords, levelWords } from './organisation-sheet.ts';
import type { OrganisationReference } from './organisation-row.ts';

/** What a row of the sheet is about, where it is for this county. */
export type Place = { readonly kind: 'department' } | { readonly kind: 'township'; readonly code: string };

type Sorted =
  | Place
  /** A row that has no place here, with what was said of it. */
  | { readonly kind: 'none' }
  | { readonly kind: 'county'; readonly code: string; readonly name: string };

/** Sorts the rows: departments, townships of this county, and what is left out with its reason (counties, other counties, statistical units). */
export function sortDivisions(readers: readonly RowReader[], reference: OrganisationReference) {
  const sorted = readers.map((reader) => [reader, sort(reader, reference)] as const);
  const county = countyOf(sorted, reference);
  const findings: RowFinding[] = [];
  if (county.kind === 'taken') findings.push(said('note', 'county_taken', { row: 0 }, { code: county.code }));
  if (county.kind === 'unclear')
    findings.push(
      said('error', 'county_unclear', { row: 0, column: 'divisionCode' }, { county: reference.countyName, count: county.count }),
    );
  const places = new Map<RowReader, Place>();
  for (const [reader, one] of sorted) {
    if (one.kind === 'county') reader.note('county_row', '', { name: one.name });
    else if (one.kind === 'department') places.set(reader, one);
    else if (one.kind === 'township' && county.kind !== 'unclear') {
      const own = 'code' in county ? county.code : null;
      if (own === null || one.code.startsWith(own)) places.set(reader, one);
      else
        reader.note('other_county', 'divisionCode', {
          county: plainLine(reader.raw('countyName')) || one.code.slice(0, 6),
          own: reference.countyName,
        });
    }
  }
  return { places, findings };
}

function sort(reader: RowReader, reference: OrganisationReference): Sorted {
  const none = { kind: 'none' } as const;
  const name = plainLine(reader.raw('name'));
  if (name === '') {
    reader.error('required_empty', 'name');
    return none;
  }
  const word = readWord(reader.raw('kind'), bodyKindWords);
  const level = readWord(reader.raw('level'), levelWords);
  const code = codeOf(reader);
  if (code?.kind === 'county' || (level.kind === 'read' && level.value === 'county') || isCountyItself(name, reference))
    return { kind: 'county', code: code && 'code' in code ? code.code : '', name };
  if (code?.kind === 'community' || (level.kind === 'read' && level.value === 'community')) {
    reader.note('community_row', 'divisionCode', { name });
    return none;
  }
  if (word.kind === 'unclear') {
    reader.error('word_unknown', 'kind', { choices: '镇、乡、民族乡、街道、县级部门' }, proposedKind(name));
    return none;
  }
  if (word.kind === 'read' && word.value === 'other') {
    reader.warn('statistical_unit', 'kind', { name });
    return none;
  }
  if (word.kind === 'read' && word.value === 'county') {
    reader.error('kind_unclear', 'kind', { name }, proposedKind(name));
    return none;
  }
  if (word.kind === 'read' ? word.value === 'department' : code === null && kindByName(name) === null && isBodyOfCounty(name))
    return { kind: 'department' };
  return townshipPlace(reader, code, name, reference) ?? none;
}

const proposedKind = (name: string): string => {
  const kind = kindByName(name);
  return kind === null ? (isBodyOfCounty(name) ? '县级部门' : '') : bodyKindWords[kind][0];
};

const isBodyOfCounty = (name: string): boolean =>
  /(?:局|委|委员会|办|办公室|中心|大队|支队|队|院|校|会|部|站|所|社)(?:（[^）]*）|\([^)]*\))?$/.test(name);
const isCountyItself = (name: string, { countyName }: OrganisationReference): boolean => foldText(placeName(name)) === foldText(countyName);

function codeOf(reader: RowReader) {
  const short = plainLine(reader.raw('divisionCode'));
  const long = plainLine(reader.raw('divisionCode12'));
  if (short === '' && long === '') return null;
  const code = readDivisionCode(short === '' ? long : short);
  const column = short === '' ? 'divisionCode12' : 'divisionCode';
  const other = short !== '' && long !== '' ? readDivisionCode(long) : code;
  if ('code' in code && 'code' in other && code.code !== other.code)
    reader.error('division_codes_differ', 'divisionCode12', { code: code.code });
  if (code.kind === 'rounded') reader.error('code_rounded', column);
  if (code.kind === 'invalid') reader.error('division_code_invalid', column);
  if (code.kind === 'township' && code.isLong && short !== '') reader.note('division_code_long', column, { code: code.code });
  return code;
}

/** By its code; a known township may also be named without one. */
function townshipPlace(
  reader: RowReader,
  code: ReturnType<typeof codeOf>,
  name: string,
  { organisations }: OrganisationReference,
): Place | null {
  if (code?.kind === 'township') return { kind: 'township', code: code.code };
  if (code !== null) return null;
  const known = organisations.find(
    ({ fields }) =>
      fields.kind === 'township' && [fields.name, fields.shortName, placeName(fields.name)].map(foldText).includes(foldText(name)),
  );
  if (known?.fields.divisionCode) return { kind: 'township', code: known.fields.divisionCode };
  if (kindByName(name) === null && readWord(reader.raw('kind'), bodyKindWords).kind === 'empty')
    return reader.error('kind_unclear', 'kind', { name }, proposedKind(name));
  return reader.error('required_empty', 'divisionCode');
}

type County =
  | { readonly kind: 'known' | 'taken'; readonly code: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unclear'; readonly count: number };

/** Which county the installation is: by its townships, by its name in the sheet, or the only county that the sheet has. Names come twice in a province. */
function countyOf(sorted: readonly (readonly [RowReader, Sorted])[], reference: OrganisationReference): County {
  const known = new Set(reference.organisations.flatMap(({ fields }) => fields.divisionCode?.slice(0, 6) ?? []));
  if (known.size > 0) return onlyOf(known, 'known') ?? { kind: 'none' };
  const own = foldText(reference.countyName);
  const isNamed = ([reader, one]: readonly [RowReader, Sorted]) =>
    foldText(one.kind === 'county' ? one.name : reader.raw('countyName')) === own;
  const named = new Set(sorted.filter(isNamed).flatMap(([reader, one]) => codeNamed(reader, one) ?? []));
  const there = new Set(sorted.flatMap(([, one]) => (one.kind === 'township' ? [one.code.slice(0, 6)] : [])));
  if (there.size === 0) return { kind: 'none' };
  return onlyOf(named, 'taken') ?? onlyOf(there, 'taken') ?? { kind: 'unclear', count: Math.max(named.size, there.size) };
}

function onlyOf(codes: ReadonlySet<string>, kind: 'known' | 'taken'): County | null {
  const [code] = codes;
  return codes.size === 1 && code !== undefined ? { kind, code } : null;
}

function codeNamed(reader: RowReader, one: Sorted): string | null {
  if (one.kind === 'county' && one.code !== '') return one.code.slice(0, 6);
  const written = readDivisionCode(reader.raw('countyCode'));
  if (written.kind === 'county') return written.code;
  return one.kind === 'township' ? one.code.slice(0, 6) : null;
}
