import type { Grid, GridRow, Merge } from './sheet-shape.ts';
import { createDateFormats, dayOfSerial, type DateFormats } from './xlsx-dates.ts';
import { attributeOf, elementsOf, textOf } from './xlsx-markup.ts';
import { openZip, UnreadableFile, type ZipEntries } from './zip-entries.ts';

/** One sheet as it was read: texts, merges, and the cells that hold no text but an error of a formula. */
export interface ReadGrid extends Grid {
  readonly name: string;
  readonly faults: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  /** Merges over more rows than any sheet has: they are not followed. */
  readonly tallMerges: readonly string[];
}

/** Far more than a real sheet has; more could not be checked by a person. */
export const mostRows = 20_000;
export const mostColumns = 200;
const mostUnpacked = 120_000_000;
const mostSheets = 30;

/** A file that was opened: which sheets it lists, and what their cells refer to. */
export interface Workbook {
  readonly zip: ZipEntries;
  readonly sheets: readonly { readonly name: string; readonly path: string; readonly isVisible: boolean }[];
  readonly reading: Reading;
}

export function openWorkbook(bytes: Buffer): Workbook {
  const zip = openZip(bytes, mostUnpacked);
  if (!zip.has('[Content_Types].xml') || !zip.has('_rels/.rels')) throw new UnreadableFile('not_a_spreadsheet');
  const workbookPath = relationsOf(zip, '').find(({ type }) => type.endsWith('/officeDocument'))?.path;
  if (workbookPath === undefined || !zip.has(workbookPath)) throw new UnreadableFile('not_a_spreadsheet');
  const workbook = zip.text(workbookPath);
  const relations = relationsOf(zip, workbookPath);
  const listed = [...elementsOf(workbook, 'sheet')].slice(0, mostSheets);
  if (listed.length === 0) throw new UnreadableFile('not_a_spreadsheet');
  const stringsPath = relations.find(({ type }) => type.endsWith('/sharedStrings'))?.path;
  const stylesPath = relations.find(({ type }) => type.endsWith('/styles'))?.path;
  const isFrom1904 = /\bdate1904="(?:1|true)"/.test(workbook);
  const reading: Reading = {
    strings: stringsPath !== undefined && zip.has(stringsPath) ? sharedStrings(zip.text(stringsPath)) : [],
    dates: createDateFormats(stylesPath !== undefined && zip.has(stylesPath) ? zip.text(stylesPath) : '', isFrom1904),
  };
  const sheets = listed.flatMap(({ attributes }) => {
    const state = attributeOf(attributes, 'state');
    const path = relations.find(({ id }) => id === attributeOf(attributes, 'r:id'))?.path;
    if (path === undefined || !path.includes('worksheets/') || !zip.has(path)) return [];
    return [{ name: attributeOf(attributes, 'name') ?? '', path, isVisible: state === null || state === 'visible' }];
  });
  return { zip, sheets, reading };
}

/** The visible sheets of an .xlsx file, in their order. */
export function readXlsx(bytes: Buffer): ReadGrid[] {
  const { zip, sheets, reading } = openWorkbook(bytes);
  return sheets.filter(({ isVisible }) => isVisible).map(({ name, path }) => ({ name, ...gridOf(zip.text(path), reading) }));
}

export interface Reading {
  readonly strings: readonly string[];
  readonly dates: DateFormats;
}

export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}
/** What a part of the file refers to. */
export function relationsOf(zip: ZipEntries, of: string): Relation[] {
  const folder = of.includes('/') ? of.slice(0, of.lastIndexOf('/') + 1) : '';
  const path = `${folder}_rels/${of.slice(folder.length)}.rels`;
  if (!zip.has(path)) return [];
  return [...elementsOf(zip.text(path), 'Relationship')].map(({ attributes }) => {
    const target = attributeOf(attributes, 'Target') ?? '';
    return {
      id: attributeOf(attributes, 'Id') ?? '',
      type: attributeOf(attributes, 'Type') ?? '',
      path: target.startsWith('/') ? target.slice(1) : new URL(target, `zip:///${folder}`).pathname.slice(1),
    };
  });
}

const sharedStrings = (xml: string): string[] => Array.from(elementsOf(xml, 'si'), ({ content }) => textOf(content));

export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly isFault: boolean;
}

/** Every cell of a sheet that holds anything, however many there are. */
export function* cellsIn(xml: string, reading: Reading): Generator<ReadCell> {
  let row = 0;
  for (const { attributes, content } of elementsOf(xml, 'row')) {
    const named = Number(attributeOf(attributes, 'r') ?? '');
    row = Number.isSafeInteger(named) && named > row ? named : row + 1;
    let column = -1;
    for (const cell of elementsOf(content, 'c')) {
      const place = /^([A-Z]{1,3})\d*$/.exec(attributeOf(cell.attributes, 'r') ?? '')?.[1];
      column = place === undefined ? column + 1 : columnOf(place);
      const { text, isFault = false } = valueOf(cell.attributes, cell.content, reading);
      if (text !== '') yield { row, column, text, isFault };
    }
  }
}

function gridOf(xml: string, reading: Reading): Omit<ReadGrid, 'name'> {
  const rows: { readonly row: number; readonly cells: string[] }[] = [];
  const faults: { row: number; column: number; text: string }[] = [];
  for (const { row, column, text, isFault } of cellsIn(xml, reading)) {
    // Cells that only have a look may stand anywhere; those with a text may not.
    if (column >= mostColumns) throw new UnreadableFile('too_many_columns');
    let last = rows.at(-1);
    if (last?.row !== row) {
      last = { row, cells: [] };
      rows.push(last);
      if (rows.length > mostRows) throw new UnreadableFile('too_many_rows');
    }
    while (last.cells.length < column) last.cells.push('');
    last.cells[column] = isFault ? '' : text;
    if (isFault) faults.push({ row, column, text });
  }
  return { rows: rows satisfies readonly GridRow[], faults, ...mergesOf(xml) };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

interface Value {
  readonly text: string;
  readonly isFault?: boolean;
}

/** Formulas count as what they last came to; one that came to nothing, or to an error, is a fault of its cell. */
function valueOf(attributes: string, content: string, { strings, dates }: Reading): Value {
  if (content === '') return { text: '' };
  const type = attributeOf(attributes, 't') ?? 'n';
  if (type === 'inlineStr') return { text: textOf(content) };
  const [value] = elementsOf(content, 'v');
  // `<v/>`: the formula came to an empty text.
  if (!value) return /<(?:\w+:)?f[\s>]/.test(content) && !/<(?:\w+:)?v\/>/.test(content) ? { text: '=?', isFault: true } : { text: '' };
  const raw = textOf(value.content, true);
  if (type === 's') return { text: strings[Number(raw)] ?? '' };
  if (type === 'b') return { text: raw === '1' ? 'TRUE' : 'FALSE' };
  if (type === 'e') return { text: raw, isFault: true };
  if (type !== 'n') return { text: raw };
  const number = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(number)) return { text: raw };
  const style = attributeOf(attributes, 's');
  if (style !== null && dates.isDate(Number(style))) return { text: dayOfSerial(number, dates.isFrom1904) };
  // What spreadsheets show: fifteen digits, without the noise of binary fractions.
  const shown = String(Number(number.toPrecision(15)));
  return { text: shown.includes('e') ? raw : shown };
}

function mergesOf(xml: string): Pick<ReadGrid, 'merges' | 'tallMerges'> {
  const merges: Merge[] = [];
  const tallMerges: string[] = [];
  for (const { attributes } of elementsOf(xml, 'mergeCell')) {
    const ref = attributeOf(attributes, 'ref') ?? '';
    const [, left = '', top = '', right = '', bottom = ''] = /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(ref) ?? [];
    if (left === '') continue;
    if (Number(bottom) - Number(top) > mostRows * 2) tallMerges.push(ref);
    else merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
    if (merges.length + tallMerges.length > mostRows * 2) throw new UnreadableFile('too_many_rows');
  }
  return { merges, tallMerges };
}
