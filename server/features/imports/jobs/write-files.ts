import type { Db } from '#db/connection.ts';
import type { AnyImporter, ImportColumn } from '#server/spreadsheets/importing.ts';
import type { Job } from './job.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import { allFindings } from '../queries.ts';
import { csvOf } from '#server/spreadsheets/write-csv.ts';
import { workbookOf } from '#server/spreadsheets/write-xlsx.ts';
import type { WrittenCell, WrittenSheet } from '#server/spreadsheets/written-sheet.ts';

/** What template and export show: columns of other offices are understood, not written. */
const ownColumns = ({ columns }: AnyImporter): ImportColumn[] => columns.filter(({ isForeign }) => isForeign !== true);

const widthOf = ({ width, title, example }: ImportColumn): number =>
  width ?? Math.min(40, Math.max(title.length * 2 + 4, example.length + 4, 12));

function tableOf(importer: AnyImporter, rows: Iterable<Readonly<Record<string, string>>>): WrittenSheet {
  const columns = ownColumns(importer);
  return {
    name: '数据',
    columns: columns.map((column) => ({
      title: column.title,
      width: widthOf(column),
      isRequired: column.isRequired,
      choices: column.choices ?? [],
    })),
    rows: (function* () {
      for (const cells of rows) yield columns.map(({ key }) => cells[key] ?? '');
    })(),
  };
}

export function writeExport(
  importers: Importers,
  db: Db,
  { of, scope, format }: Extract<Job, { kind: 'export' }>,
): Promise<Uint8Array> | Uint8Array {
  const importer = importers.demand(of);
  const table = tableOf(importer, importer.exported(db, scope));
  return format === 'csv' ? csvOf(table) : workbookOf([table]);
}

/** The sheet to fill in with one example, and a second one that explains each column. */
export function writeTemplate(importers: Importers, of: Extract<Job, { kind: 'template' }>['of']): Promise<Uint8Array> {
  const importer = importers.demand(of);
  const example = Object.fromEntries(importer.columns.map(({ key, example }) => [key, example]));
  const explained: WrittenSheet = {
    name: '填写说明',
    columns: [
      { title: '列', width: 24, isRequired: false, choices: [] },
      { title: '是否必填', width: 10, isRequired: false, choices: [] },
      { title: '怎么填', width: 80, isRequired: false, choices: [] },
      { title: '举例', width: 40, isRequired: false, choices: [] },
      { title: '可选的内容', width: 40, isRequired: false, choices: [] },
      { title: '也认得的列名', width: 40, isRequired: false, choices: [] },
    ],
    rows: ownColumns(importer).map(({ title, isRequired, explanation, example, choices, synonyms }) => [
      title,
      isRequired ? '必填' : '选填',
      explanation,
      example,
      (choices ?? []).join('、'),
      synonyms.filter((word) => /\p{Script=Han}/u.test(word)).join('、'),
    ]),
  };
  return workbookOf([{ ...tableOf(importer, [example]), name: '填写', isTemplate: true }, explained]);
}

export function writeFindings(
  importers: Importers,
  db: Db,
  { importId, words, importKind }: Extract<Job, { kind: 'findings' }>,
): Promise<Uint8Array> {
  const titles = new Map(importers.demand(importKind).columns.map(({ key, title }) => [key, title]));
  const filled = (code: string, params: Readonly<Record<string, string | number>>): string => {
    const sentence = (code === 'gate' ? words.sentences[`gate:${String(params['gate'])}`] : undefined) ?? words.sentences[code] ?? code;
    return sentence.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''));
  };
  const rows = allFindings(db, importId).map(({ row, column, cell, severity, code, params, proposal }) => [
    row === 0 ? words.wholeSheet : String(row),
    titles.get(column) ?? column,
    cell,
    words.severities[severity],
    filled(code, params),
    proposal,
  ]);
  const widths = [10, 20, 40, 10, 60, 30];
  const columns = words.headers.map((title, index) => ({ title, width: widths[index] ?? 20, isRequired: false, choices: [] }));
  return workbookOf([{ name: 'Sheet1', columns, rows }]);
}

/** Of a sheet's name a spreadsheet program takes 31 characters, and not all of them. */
const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'Sheet1';

export function writeList({ name, columns, pages }: Extract<Job, { kind: 'list' }>): Promise<Uint8Array> {
  const rows = (function* () {
    for (const page of pages) yield* JSON.parse(page) as WrittenCell[][];
  })();
  return workbookOf([{ name: sheetName(name), columns: columns.map((column) => ({ ...column, isRequired: false, choices: [] })), rows }]);
}
