import { isDeepStrictEqual } from 'node:util';
import { said, type CellChange, type ReadRow, type RowFinding, type SheetReading, type SheetRow } from '#server/spreadsheets/importing.ts';
import type { DraftRow, MenuRecord } from './draft-row.ts';
import { gateFindings, refuseForbidden } from './import-gates.ts';
import type { MenuReference } from './import-reference.ts';
import { resolveRelations } from './import-relations.ts';
import type { ItemTerms } from '../queries.ts';
import { readStatuteStatus } from './read-bases.ts';
import { readCode, readPower } from './read-power-row.ts';
import { readTerms, spokenDefaults } from './read-terms-row.ts';
import { RowReader } from '#server/spreadsheets/row-reader.ts';
import { menuColumns, titleOf } from './sheet-columns.ts';
import { modeWords, written, type Mode } from './sheet-words.ts';
import { writeItemRow, type SheetPower } from './write-item-row.ts';

/** Reads a menu: each row a power with its terms, checked against the county and against each other. */
export function readMenuSheet(rows: readonly SheetRow[], reference: MenuReference): SheetReading<MenuRecord> {
  const drafts = rows.map((row) => draftOf(row, reference));
  refuseRepeated(drafts);
  resolveRelations(drafts, reference);
  refuseForbidden(drafts, reference);
  const gates = gateFindings(drafts, reference);
  return {
    rows: drafts.filter(({ power }) => power.departmentId !== '').map((draft) => readRow(draft, reference)),
    findings: [...unspokenDefaults(rows, drafts), ...drafts.flatMap(({ reader }) => reader.findings), ...gates],
  };
}

function draftOf(row: SheetRow, reference: MenuReference): DraftRow {
  const code = readCode(new RowReader(row, null));
  const known = reference.powerByCode.get(code);
  const reader = new RowReader(row, reference.currentCells(code));
  readCode(reader);
  const power = readPower(reader, code, reference);
  const base = known ? (reference.itemByPower.get(known.id)?.terms ?? null) : null;
  readStatuteStatus(reader);
  const mode = modeOf(reader, base);
  if (mode === null) return { reader, power, mode, base, terms: null };
  const carrier = carrierOf(mode);
  return { reader, power, mode, base, terms: carrier === null ? null : readTerms(reader, carrier, base, reference) };
}

/** Null where the power stays where it is. */
const carrierOf = (mode: Mode): ItemTerms['carrier'] | null =>
  mode === 'with_penalty' ? 'transfer' : mode === 'by_law' || mode === 'stays' || mode === 'not_listed' ? null : mode;

function modeOf(reader: RowReader, base: ItemTerms | null): Mode | null {
  if (base && (reader.isUnchanged('carrier') || reader.raw('carrier') === '')) return base.carrier;
  const mode = reader.word('carrier', modeWords, { value: 'not_listed' });
  if (mode === 'not_listed') {
    if (base)
      reader.say('error', 'carrier', 'carrier_differs', { carrier: written(modeWords, base.carrier) }, written(modeWords, base.carrier));
    else reader.say('note', 'carrier', 'not_on_menu');
  }
  return mode;
}

/** One code, one row: which of two is meant is for a person to say, so each of them names the others. */
function refuseRepeated(drafts: readonly DraftRow[]): void {
  const byCode = new Map<string, DraftRow[]>();
  for (const draft of drafts) if (draft.power.code !== '') byCode.set(draft.power.code, [...(byCode.get(draft.power.code) ?? []), draft]);
  for (const same of byCode.values()) {
    if (same.length < 2) continue;
    for (const { reader } of same) {
      const others = same.map((other) => other.reader.row).filter((number) => number !== reader.row);
      reader.say('error', 'code', 'duplicate_row', { rows: others.slice(0, 20).join('、') });
    }
  }
}

/** A column that the sheet does not have is spoken of once, if rows are added that it would speak of. */
function unspokenDefaults(rows: readonly SheetRow[], drafts: readonly DraftRow[]): RowFinding[] {
  const present = rows[0]?.cells ?? {};
  const isNeeded = drafts.some(({ terms, base }) => terms !== null && base === null);
  if (!isNeeded) return [];
  return Object.entries(spokenDefaults)
    .filter(([key]) => !(key in present))
    .map(([key, value]) => said('note', 'default_taken', { row: 0, column: key }, { value, title: titleOf(key) }));
}

function readRow({ reader, power, terms }: DraftRow, reference: MenuReference): ReadRow<MenuRecord> {
  const known = reference.powerByCode.get(power.code);
  const item = known ? reference.itemByPower.get(known.id) : undefined;
  const record: MenuRecord = { power, powerId: known?.id ?? null, itemId: item?.id ?? null, terms };
  const label = `${power.code} ${power.name}`;
  if (!known || (terms && !item)) return { row: reader.row, label, effect: 'added', record };
  const isSame = samePower(power, known) && (!terms || isDeepStrictEqual(terms, item?.terms));
  if (isSame) return { row: reader.row, label, effect: 'unchanged', record };
  return { row: reader.row, label, effect: 'changed', record, changes: changesOf(record, reference) };
}

const samePower = (power: SheetPower, known: SheetPower): boolean =>
  (Object.keys(power) as (keyof SheetPower)[]).every((key) => power[key] === known[key]);

function changesOf({ power, terms }: MenuRecord, { currentCells, names }: MenuReference): CellChange[] {
  const before = currentCells(power.code) ?? {};
  const after = writeItemRow(power, terms, names);
  return menuColumns
    .filter(({ key }) => key in after && (before[key] ?? '') !== after[key])
    .map(({ key }) => ({ column: key, before: (before[key] ?? '').slice(0, 500), after: (after[key] ?? '').slice(0, 500) }));
}
