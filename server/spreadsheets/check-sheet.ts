import { findHeader, splitRows, type SheetBody, type SkippedRow } from './sheet-shape.ts';
import { said, type AnyImporter, type ReadSheet, type RowFinding, type SheetRow } from './importing.ts';
import { knownHeaders, matchColumns, meaningOf, type MatchedHeader, type Matching, type RememberedColumns } from './match-columns.ts';
import type { ReadGrid } from './xlsx-sheets.ts';

/** What a file says once its sheet, its header and the meaning of its columns are found. */
export interface UnderstoodSheet {
  readonly name: string;
  readonly matching: Matching;
  /** Null while somebody has to say what the columns mean. */
  readonly sheet: ReadSheet | null;
  readonly skipped: number;
  /** What the frame has to say; the importer says the rest. */
  readonly findings: readonly RowFinding[];
}

/** A cell longer than this holds more than one row's worth of anything. */
const longestCell = 3000;

/** Takes the sheet that speaks most of this kind, and its rows as texts by column. */
export function checkSheet(
  grids: readonly ReadGrid[],
  importer: AnyImporter,
  remembered: RememberedColumns,
  chosen: Readonly<Record<string, string | null>>,
): UnderstoodSheet {
  const known = knownHeaders(importer, remembered);
  const isKnown = (header: string): boolean => typeof meaningOf(header, known) === 'string';
  const found = grids.map((grid) => ({ grid, header: findHeader(grid, isKnown) }));
  const score = ({ header }: (typeof found)[number]): number => header.headers.filter(isKnown).length;
  const [best] = [...found].sort((a, b) => score(b) - score(a));
  if (!best || best.header.row === 0) {
    const findings = [said('error', best && best.grid.rows.length > 0 ? 'header_missing' : 'sheet_empty', { row: 0 })];
    return { name: best?.grid.name ?? '', matching: { headers: [], isOpen: false }, sheet: null, skipped: 0, findings };
  }
  const { grid, header } = best;
  const matching = matchColumns(header.headers, known, chosen);
  const others = found.filter((other) => other !== best && other.grid.rows.length > 0).map((other) => other.grid.name);
  const aside = others.map((name) => said('note', 'other_sheet', { row: 0, cell: name }, { name, sheet: grid.name }));
  if (matching.isOpen && !isDecided(matching, chosen)) return { name: grid.name, matching, sheet: null, skipped: 0, findings: aside };
  const columns = new Map(matching.headers.flatMap(({ index, column }) => (column === null ? [] : [[index, column] as const])));
  const required = new Set(importer.columns.filter(({ isRequired }) => isRequired).map(({ key }) => key));
  const body = splitRows(
    grid,
    header,
    [...columns].flatMap(([index, key]) => (required.has(key) ? [index] : [])),
  );
  const cells = textsOf(body, columns);
  const head = { name: grid.name, headers: Object.fromEntries([...columns].map(([index, key]) => [key, header.headers[index] ?? ''])) };
  const skipped = [...header.titles, ...body.skipped];
  return {
    name: grid.name,
    matching,
    sheet: { rows: cells.rows, head },
    skipped: skipped.length + body.blank,
    findings: [
      ...aside,
      ...missing(importer, columns),
      ...grid.tallMerges.slice(0, 20).map((range) => said('warning', 'merge_too_tall', { row: 0, cell: range }, { range })),
      ...ignored(matching, grid),
      ...skipped.map(skippedRow),
      ...(body.blank > 0 ? [said('note', 'blank_rows', { row: 0 }, { count: body.blank })] : []),
      ...(body.rows.length === 0 ? [said('error', 'sheet_empty', { row: 0 })] : []),
      ...body.carried.flatMap(({ row, column, text }) => {
        const key = columns.get(column);
        return key === undefined ? [] : [said('note', 'merged_value', { row, column: key }, { value: text.trim() })];
      }),
      ...faulty(grid, body, columns),
      ...cells.findings,
    ],
  };
}

/** Once the person has looked at the columns and sent them, they are as they want them; a missing one is then a finding. */
const isDecided = (matching: Matching, chosen: Readonly<Record<string, string | null>>): boolean =>
  Object.keys(chosen).length > 0 && matching.headers.every(({ isOpen }) => !isOpen);

const missing = (importer: AnyImporter, columns: ReadonlyMap<number, string>): RowFinding[] => {
  const present = new Set(columns.values());
  return importer.columns
    .filter(({ key, isRequired }) => isRequired && !present.has(key))
    .map(({ key, title }) => said('error', 'column_missing', { row: 0, column: key }, { title }));
};

/** Columns that are not read, where they hold anything at all. */
const ignored = ({ headers }: Matching, { rows }: ReadGrid): RowFinding[] =>
  headers
    .filter(({ column, index }: MatchedHeader) => column === null && rows.some(({ cells }) => (cells[index] ?? '').trim() !== ''))
    .map(({ header }) => said('note', 'column_without_place', { row: 0, cell: header }, { header }));

const codeOfSkipped = {
  title: 'title_row',
  repeated_header: 'repeated_header',
  section: 'section_row',
  subtotal: 'subtotal_row',
  note: 'note_row',
} as const;
const skippedRow = ({ row, kind, text }: SkippedRow): RowFinding => said('note', codeOfSkipped[kind], { row, cell: text.slice(0, 200) });

function faulty({ faults }: ReadGrid, { rows }: SheetBody, columns: ReadonlyMap<number, string>): RowFinding[] {
  const taken = new Set(rows.map(({ row }) => row));
  return faults.flatMap(({ row, column, text }) => {
    const key = columns.get(column);
    return key === undefined || !taken.has(row) ? [] : [said('error', 'cell_error', { row, column: key, cell: text })];
  });
}

// Byte order marks, zero-width characters and soft hyphens: never typed on purpose.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;
const edges = /^[\s\u3000\u00A0]+|[\s\u3000\u00A0]+$/g;
const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g;

function textsOf(body: SheetBody, columns: ReadonlyMap<number, string>): { readonly rows: SheetRow[]; readonly findings: RowFinding[] } {
  const findings: RowFinding[] = [];
  const rows = body.rows.map(({ row, cells }): SheetRow => {
    const texts: Record<string, string> = {};
    for (const [index, key] of columns) {
      const raw = cells[index] ?? '';
      const visible = raw.replaceAll(invisible, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n').normalize('NFC');
      const clean = visible.replaceAll(controls, ' ');
      if (clean !== visible)
        findings.push(said('note', 'control_character', { row, column: key }, { before: '', after: clean.slice(0, 200) }));
      const text = clean.replaceAll(edges, '');
      if (text.length > longestCell)
        findings.push(
          said('error', 'cell_too_long', { row, column: key, cell: text.slice(0, 200) }, { length: text.length, most: longestCell }),
        );
      texts[key] = text.slice(0, longestCell);
    }
    return { row, cells: texts };
  });
  return { rows, findings };
}
