import { isDeepStrictEqual } from 'node:util';
import type { Finding, GateName } from '#server/domain/law/item-findings.ts';
import { plainStanding, type PowerStanding } from '#server/domain/law/power-standing.ts';
import { said, type RowFinding } from '#server/spreadsheets/importing.ts';
import type { MenuReference } from './import-reference.ts';
import type { CheckedRow, ItemTerms } from '../queries.ts';
import type { DraftRow } from './draft-row.ts';
import { usualTerms } from './read-terms-row.ts';
import { titleOf } from './sheet-columns.ts';
import type { SheetPower } from './write-item-row.ts';

/**
 * Forbidden outright: no draft can mend it, so the row is refused with its statute. All else that blocks an edition is a
 * warning here, since the draft is still to be completed before it is published.
 */
const outright: ReadonlySet<GateName> = new Set<GateName>([
  'penalty_not_transferred',
  'penalty_outside_directory',
  'licence_transferred',
  'compulsion_not_transferred',
  'limits_personal_freedom',
  'passed_on',
  'township_power_by_law',
  'taken_back',
]);

/** What the terms are called in the sheet; a pointer into them begins with one of these. */
const columnOfPointer: readonly (readonly [pointer: string, column: string])[] = [
  ['/carrier', 'carrier'],
  ['/legalBases', 'bases'],
  ['/responsibilities/department', 'departmentDuty'],
  ['/responsibilities/township', 'townshipDuty'],
  ['/prerequisites', 'prerequisites'],
  ['/isPrerequisiteFree', 'prerequisites'],
  ['/resources', 'resources'],
  ['/isResourceFree', 'resources'],
  ['/suitability/exclusionReason', 'exclusionReason'],
  ['/suitability', 'isFrequent'],
  ['/notReturnableBasis', 'notReturnableBasis'],
  ['/eligibility/kinds', 'kinds'],
  ['/companions', 'companions'],
  ['/exclusiveWith', 'exclusiveWith'],
  ['/carveOuts', 'carveOuts'],
  ['/departmentId', 'department'],
  ['/powerId', 'name'],
];
const columnOf = (pointer: string): string => columnOfPointer.find(([begin]) => pointer.startsWith(begin))?.[1] ?? '';

const rowId = (number: number): string => `row:${String(number)}`;

/** The item itself where it is there already: what was said of it before counts. */
function itemId(code: string, number: number, { powerByCode, itemByPower }: MenuReference): string {
  const power = powerByCode.get(code);
  return (power && itemByPower.get(power.id)?.id) ?? rowId(number);
}

function checkedRow(number: number, power: SheetPower, terms: ItemTerms, reference: MenuReference): CheckedRow {
  const { bodies, powerByCode } = reference;
  const department = bodies.get(power.departmentId);
  const known = powerByCode.get(power.code);
  return {
    ...(known ?? {}),
    ...power,
    id: itemId(power.code, number, reference),
    powerId: known?.id ?? `new:${power.code}`,
    terms,
    departmentSystem: department?.system ?? 'county',
    departmentSystemBasis: department?.systemBasis ?? null,
  };
}

/** The rest of the draft stands beside the sheet: companions may lie in either. */
function othersOnDraft(drafts: readonly DraftRow[], reference: MenuReference): CheckedRow[] {
  const inSheet = new Set(drafts.map(({ power }) => power.code));
  return [...reference.powerByCode.values()].flatMap((power) => {
    const item = reference.itemByPower.get(power.id);
    return item && !inSheet.has(power.code) ? [checkedRow(0, power, item.terms, reference)] : [];
  });
}

const isReadable = ({ power, reader }: DraftRow): boolean => power.departmentId !== '' && power.code !== '' && !reader.isFaulty();

/** What the legal gates have against each row, all rows and the rest of the draft seen together (RULES.md 3.21). */
export function gateFindings(drafts: readonly DraftRow[], reference: MenuReference): RowFinding[] {
  const byId = new Map(drafts.map((draft) => [itemId(draft.power.code, draft.reader.row, reference), draft]));
  const rows = drafts
    .filter(isReadable)
    .flatMap(({ reader, power, terms }) => (terms ? [checkedRow(reader.row, power, terms, reference)] : []));
  const found = reference.findingsOn([...rows, ...othersOnDraft(drafts, reference)], standings(drafts, reference)).flatMap((finding) => {
    const draft = byId.get(finding.itemId);
    return draft ? [{ draft, finding }] : [];
  });
  // What the sheet has no column for is missing in every row: said once, with the count.
  const isUnasked = ({ draft, finding }: (typeof found)[number]): boolean =>
    finding.gate === 'incomplete' && !draft.reader.has(columnOf(finding.field));
  return [
    ...unasked(found.filter(isUnasked)),
    ...found.filter((one) => !isUnasked(one)).map(({ draft, finding }) => rowFinding(draft, finding, reference)),
  ];
}

function unasked(found: readonly { readonly finding: Finding }[]): RowFinding[] {
  const counts = new Map<string, number>();
  for (const { finding } of found) counts.set(columnOf(finding.field), (counts.get(columnOf(finding.field)) ?? 0) + 1);
  return [...counts].map(([column, count]) => said('warning', 'incomplete_rows', { row: 0, column }, { title: titleOf(column), count }));
}

/** Of powers that are not kept yet, the row itself and the directory say where they stand. */
function standings(drafts: readonly DraftRow[], { powerByCode, isListed }: MenuReference): Map<string, PowerStanding> {
  const fresh = drafts.filter(({ power }) => !powerByCode.has(power.code));
  return new Map(
    fresh.map(({ power }) => {
      const isThere = isListed(power);
      const directory = isThere === null ? null : { isListed: isThere, endedOn: null, scopeNote: '' };
      const { limitsPersonalFreedom, cameDownFrom } = power;
      return [`new:${power.code}`, { ...plainStanding, limitsPersonalFreedom, cameDownFrom, directory }];
    }),
  );
}

/** What is there already stays until the draft is published; and an entry of the directory may only wait to be linked to its power. */
const isMild = ({ power, base, terms }: DraftRow, gate: GateName, { isListed }: MenuReference): boolean =>
  (base !== null && isDeepStrictEqual(base, terms)) || (gate === 'penalty_outside_directory' && isListed(power) === true);

function rowFinding(draft: DraftRow, { gate, law, article, field, params }: Finding, reference: MenuReference): RowFinding {
  const { reader } = draft;
  const column = columnOf(field);
  const where = { row: reader.row, column, cell: reader.raw(column).slice(0, 300) };
  const severity = outright.has(gate) && !isMild(draft, gate, reference) ? 'error' : 'warning';
  const basis = law === '' ? '' : `《${law}》${article}`;
  return said(severity, 'gate', where, { ...params, gate, law, article, field, basis });
}

const organicLaw = { law: '中华人民共和国地方各级人民代表大会和地方各级人民政府组织法', article: '第七十六条' } as const;

/** What a sheet itself says cannot be ordered: what townships have by law, and what must not go down, each with its statute. */
export function refuseForbidden(drafts: readonly DraftRow[], reference: MenuReference): void {
  const staying = drafts.filter(({ mode, power }) => mode === 'stays' && power.departmentId !== '');
  // As if it were passed down: the gate that stands against it names the statute.
  const asIf = staying.map(({ reader, power }) => checkedRow(reader.row, power, { ...usualTerms, carrier: 'transfer' }, reference));
  const against = reference.findingsOn(asIf, standings(drafts, reference)).filter(({ gate }) => outright.has(gate));
  for (const { mode, reader, power } of drafts) {
    if (mode === 'by_law') reader.say('error', 'carrier', 'by_law', { ...organicLaw, basis: reader.raw('bases') });
    if (mode !== 'stays') continue;
    const gate = against.find((one) => one.itemId === itemId(power.code, reader.row, reference));
    const statute = gate ? `《${gate.law}》${gate.article}` : reader.raw('bases');
    reader.say('error', 'carrier', 'not_passed_down', { statute });
  }
}
