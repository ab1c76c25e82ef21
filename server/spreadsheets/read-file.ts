import { parse } from 'csv-parse/sync';
import { withoutGuard } from './formula-guard.ts';
import { mostColumns, mostRows, readXlsx, type ReadGrid } from './xlsx-sheets.ts';
import { UnreadableFile } from './zip-entries.ts';

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

const oldSignature = [0xd0, 0xcf, 0x11, 0xe0];
/** The container of .xls, of WPS formats and of every file with a password. */
export const isOldFormat = (bytes: Uint8Array): boolean => oldSignature.every((byte, index) => bytes[index] === byte);

/** The sheets of a file. What it is is judged by its content alone, never by its name. */
export function readFile(bytes: Buffer): ReadGrid[] {
  if (isZip(bytes)) return readXlsx(bytes);
  return [csvGrid(textOfCsv(bytes))];
}

/** UTF-8 with or without its mark, UTF-16 with it, else GB18030: what Excel and WPS write in China. */
function textOfCsv(bytes: Buffer): string {
  const mark = bytes.subarray(0, 2).toString('hex');
  const encodings = mark === 'fffe' ? ['utf-16le'] : mark === 'feff' ? ['utf-16be'] : ['utf-8', 'gb18030'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // A text has no zeros; pictures and documents do.
      if (!text.includes('\0')) return text;
    } catch {
      continue;
    }
  }
  throw new UnreadableFile('not_a_spreadsheet');
}

function csvGrid(text: string): ReadGrid {
  const firstLine = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter =
    [',', '\t', ';'].map((mark) => ({ mark, count: firstLine.split(mark).length })).sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
  const records = recordsOf(text, delimiter);
  const rows = records.flatMap((cells, index) => {
    const texts = cells.map(withoutGuard);
    if (texts.some((cell, column) => column >= mostColumns && cell !== '')) throw new UnreadableFile('too_many_columns');
    return texts.every((cell) => cell.trim() === '') ? [] : [{ row: index + 1, cells: texts }];
  });
  if (rows.length > mostRows) throw new UnreadableFile('too_many_rows');
  return { name: '', rows, merges: [], faults: [], tallMerges: [] };
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    const most = mostRows * 2;
    const records: string[][] = parse(text, { bom: true, delimiter, relax_column_count: true, relax_quotes: true, to: most + 1 });
    // What comes after so many lines would be dropped without a word.
    if (records.length > most) throw new UnreadableFile('too_many_rows');
    return records;
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile('damaged', error);
  }
}
