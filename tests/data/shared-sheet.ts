import { parse } from 'csv-parse/sync';
import { foldText } from '#server/domain/values/text.ts';
import type { AnyImporter, ReadSheet } from '#server/spreadsheets/importing.ts';
import { sharedFile } from './shared.ts';

/** A list as the frame hands it to an importer: columns by title or synonym, others left out. */
export function sharedSheet(name: string, importer: AnyImporter): ReadSheet {
  const [headers = [], ...records] = parse(sharedFile(name), { bom: true });
  const keyOf = (header: string) =>
    importer.columns.find(({ title, synonyms }) => [title, ...synonyms].map(foldText).includes(foldText(header)))?.key;
  const columns = headers.flatMap((header, index) => {
    const key = keyOf(header);
    return key === undefined ? [] : [{ key, header, index }];
  });
  const rows = records.map((cells, at) => ({
    row: at + 2,
    cells: Object.fromEntries(columns.map(({ key, index }) => [key, cells[index] ?? ''])),
  }));
  return { rows, head: { name, headers: Object.fromEntries(columns.map(({ key, header }) => [key, header])) } };
}
