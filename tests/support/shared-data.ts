import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { foldText } from '#server/domain/cell-text.ts';
import type { AnyImporter, ReadSheet } from '#server/platform/importing.ts';

/** Where the lists lie: beside the checkout, or beside the folder of checkouts. */
const folder = ['../shared/data/', '../../shared/data/'].find((path) => existsSync(`${path}README.md`));

/** A list as the frame reads it: columns by title or synonym of the importer, others left out. */
export function sharedSheet(name: string, importer: AnyImporter): ReadSheet {
  if (folder === undefined) throw new Error('the lists are not there: see tests/data/README.md');
  const [headers = [], ...records] = parse(readFileSync(`${folder}${name}`), { bom: true }) ;
  const keys = headers.map(
    (header) => importer.columns.find(({ title, synonyms }) => [title, ...synonyms].map(foldText).includes(foldText(header)))?.key,
  );
  const named = headers.flatMap((header, index) => (keys[index] === undefined ? [] : [[keys[index], header] as const]));
  const rows = records.map((cells, index) => ({
    row: index + 2,
    cells: Object.fromEntries(cells.flatMap((cell, at) => (keys[at] === undefined ? [] : [[keys[at], cell] as const]))),
  }));
  return { rows, head: { name, headers: Object.fromEntries(named) } };
}
