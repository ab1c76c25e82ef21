import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type ExcelJS from '@protobi/exceljs';
import { formats, type WrittenCell, type WrittenSheet } from './written-sheet.ts';

const headFill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EFF8' } } as const;
/** Rows of a template that have drop-downs. */
const preparedRows = 1000;

/** A workbook of texts, numbers and days: nothing in it is a formula, whatever it begins with. */
export async function workbookOf(sheets: readonly WrittenSheet<WrittenCell>[]): Promise<Uint8Array> {
  // It takes a third of a second and 30 MB to load, and the bundler lifts what is imported by name into the start of every program.
  const { default: library } = await import('@protobi/exceljs');
  const stream = new PassThrough();
  const collected = buffer(stream);
  const workbook = new library.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
  for (const sheet of sheets) writeSheet(workbook, sheet);
  await workbook.commit();
  return collected;
}

/** More than this a spreadsheet program does not read in one cell. */
const longestText = 32_767;
// Texts as `richText` are written as inline strings; plain ones as results of a formula that is not there.
function valueOf(cell: WrittenCell): ExcelJS.CellValue {
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'object') return cell.day ?? cell.time;
  return cell === '' ? null : { richText: [{ text: cell.slice(0, longestText) }] };
}

function writeRow(sheet: ExcelJS.Worksheet, cells: readonly WrittenCell[]): void {
  const row = sheet.addRow(cells.map(valueOf));
  cells.forEach((cell, index) => {
    if (typeof cell === 'string') return;
    row.getCell(index + 1).numFmt = typeof cell === 'number' ? 'General' : formats[cell.day === undefined ? 'time' : 'day'];
  });
  row.commit();
}

function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  { name, columns, rows, isTemplate = false }: WrittenSheet<WrittenCell>,
): void {
  const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ width }) => ({ width, style: { numFmt: '@' } }));
  const head = sheet.addRow(columns.map(({ title, isRequired }) => (isTemplate && isRequired ? `${title} *` : title)));
  head.eachCell((cell) => {
    cell.font = { bold: true };
    cell.fill = headFill;
    cell.alignment = { vertical: 'middle', wrapText: true };
  });
  head.commit();
  for (const cells of rows) writeRow(sheet, cells);
  if (isTemplate) addDropDowns(sheet, columns);
  sheet.commit();
}

function addDropDowns(sheet: ExcelJS.Worksheet, columns: WrittenSheet['columns']): void {
  columns.forEach(({ choices }, index) => {
    const list = choices.join(',');
    // A drop-down that is longer than this makes Excel repair the file.
    if (choices.length === 0 || list.length > 250) return;
    const letter = sheet.getColumn(index + 1).letter;
    rangesOf(sheet).add(`${letter}2:${letter}${String(preparedRows)}`, {
      type: 'list',
      allowBlank: true,
      showErrorMessage: false,
      formulae: [`"${list}"`],
    });
  });
}

interface DropDowns {
  readonly add: (range: string, validation: ExcelJS.DataValidation) => void;
}
/** The library has it and its types do not: without it, each cell would be written by itself. */
const rangesOf = (sheet: ExcelJS.Worksheet): DropDowns =>
  (sheet as ExcelJS.Worksheet & { readonly dataValidations: DropDowns }).dataValidations;
