import type { Grid, GridRow, Merge } from '#server/domain/sheet-shape.ts';
import { createDateFormats, dayOfSerial, type DateFormats } from './xlsx-dates.ts';
import { attributeOf, elementsOf, textOf } from './xlsx-markup.ts';
import { openZip, UnreadableFile, type ZipEntries } from './zip-entries.ts';

/** One sheet as it was read: texts, merges, and the cells that hold no text but an error of a formula. */
export interface ReadGrid extends Grid {
  readonly name: string;
  readonly faults: readonly { readonly row: number; readonly column: number; readonly text: string }[];
}

/** Far more than a real sheet has; beyond, nobody could look at what was read. */
export const mostRows = 20_000;
export const mostColumns = 200;
const mostUnpacked = 120_000_000;
const mostSheets = 30;

/** The visible sheets of an .xlsx file, in their order. */
export function readXlsx(bytes: Buffer): ReadGrid[] {
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
  const sheets: ReadGrid[] = [];
  for (const { attributes } of listed) {
    const state = attributeOf(attributes, 'state');
    const path = relations.find(({ id }) => id === attributeOf(attributes, 'r:id'))?.path;
    if ((state !== null && state !== 'visible') || path === undefined || !path.includes('worksheets/') || !zip.has(path)) continue;
    sheets.push({ name: attributeOf(attributes, 'name') ?? '', ...gridOf(zip.text(path), reading) });
  }
  return sheets;
}

interface Reading {
  readonly strings: readonly string[];
  readonly dates: DateFormats;
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly path: string;
}
function relationsOf(zip: ZipEntries, of: string): Relation[] {
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

function gridOf(xml: string, reading: Reading): Pick<ReadGrid, 'rows' | 'merges' | 'faults'> {
  const rows: GridRow[] = [];
  const faults: { row: number; column: number; text: string }[] = [];
  let rowNumber = 0;
  for (const { attributes, content } of elementsOf(xml, 'row')) {
    const named = Number(attributeOf(attributes, 'r') ?? '');
    rowNumber = Number.isSafeInteger(named) && named > rowNumber ? named : rowNumber + 1;
    const cells: string[] = [];
    let column = -1;
    for (const cell of elementsOf(content, 'c')) {
      const place = /^([A-Z]{1,3})\d*$/.exec(attributeOf(cell.attributes, 'r') ?? '')?.[1];
      column = place === undefined ? column + 1 : columnOf(place);
      const value = valueOf(cell.attributes, cell.content, reading);
      if (value.text === '') continue;
      // Cells that only have a look may stand anywhere; those with a text may not.
      if (column >= mostColumns) throw new UnreadableFile('too_many_columns');
      while (cells.length < column) cells.push('');
      cells[column] = value.isFault ? '' : value.text;
      if (value.isFault) faults.push({ row: rowNumber, column, text: value.text });
    }
    if (cells.length === 0) continue;
    rows.push({ row: rowNumber, cells });
    if (rows.length > mostRows) throw new UnreadableFile('too_many_rows');
  }
  return { rows, merges: mergesOf(xml), faults };
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

function mergesOf(xml: string): Merge[] {
  const merges: Merge[] = [];
  for (const { attributes } of elementsOf(xml, 'mergeCell')) {
    const [, left = '', top = '', right = '', bottom = ''] =
      /^([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)$/.exec(attributeOf(attributes, 'ref') ?? '') ?? [];
    if (left === '' || Number(bottom) - Number(top) > mostRows * 2) continue;
    merges.push({ top: Number(top), bottom: Number(bottom), left: columnOf(left), right: columnOf(right) });
    if (merges.length > mostRows * 2) throw new UnreadableFile('too_many_rows');
  }
  return merges;
}
