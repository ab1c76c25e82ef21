import { createHash } from 'node:crypto';
import type { Import } from '#contract/imports/import-runs.ts';
import type { Db } from '#db/connection.ts';
import { said, type AnyImporter, type ReadRow, type RowFinding } from '#server/spreadsheets/importing.ts';
import { checkSheet, type UnderstoodSheet } from '#server/spreadsheets/check-sheet.ts';
import { rememberedColumns, type FindingRow, type ImportRow, type UnderstoodRow } from './queries.ts';
import type { StoredRow } from './store.ts';
import type { ReadGrid } from '#server/spreadsheets/xlsx-sheets.ts';

/** More could not be read by a person; errors and warnings are stored before notes. */
const mostFindings = 20_000;

/** A whole dry run: what each row would do and what there is to say. */
export interface Reading {
  readonly understood: UnderstoodSheet;
  /** Rows without an error, as the importer gave them. */
  readonly good: readonly ReadRow<unknown>[];
  readonly stored: readonly StoredRow[];
  readonly findings: readonly RowFinding[];
  readonly counts: Import['counts'];
}

export function understand(db: Db, grids: readonly ReadGrid[], importer: AnyImporter, row: ImportRow): UnderstoodSheet {
  return checkSheet(grids, importer, rememberedColumns(db, row.kind), row.mapping);
}

/** The county as it is now decides: the same sheet may come out otherwise tomorrow. */
export function readSheet(db: Db, understood: UnderstoodSheet, importer: AnyImporter, row: ImportRow, now: number): Reading {
  const { sheet } = understood;
  const read = sheet ? importer.readWith(db, row.scope, now, sheet) : { rows: [], findings: [] };
  const all = [...understood.findings, ...read.findings];
  const faulty = new Set(all.filter(({ severity, row: at }) => severity === 'error' && at > 0).map(({ row: at }) => at));
  const good = read.rows.filter((one) => !faulty.has(one.row));
  const stored = good.map(storedOf);
  return { understood, good, stored, findings: bounded(all), counts: countsOf(all, stored, faulty.size, understood.skipped) };
}

function storedOf({ row, effect, label, record, changes = [] }: ReadRow<unknown>): StoredRow {
  const digest = createHash('sha256')
    .update(JSON.stringify(record ?? null))
    .digest('base64url')
    .slice(0, 22);
  return { row, effect, label, digest, changes: changes.slice(0, 60) };
}

const ranks = { error: 0, warning: 1, note: 2 } as const;
/** What stands in the way first, then what is to be noted, each by row. */
function bounded(findings: readonly RowFinding[]): RowFinding[] {
  const inOrder = [...findings].sort((a, b) => ranks[a.severity] - ranks[b.severity] || a.row - b.row);
  if (inOrder.length <= mostFindings) return inOrder;
  return [...inOrder.slice(0, mostFindings), said('note', 'findings_cut', { row: 0 }, { count: inOrder.length - mostFindings })];
}

export const noCounts: Import['counts'] = {
  ...{ added: 0, changed: 0, unchanged: 0, faulty: 0, skipped: 0, errors: 0, warnings: 0, notes: 0 },
  ...{ sheetErrors: 0, leftOut: 0, differing: 0 },
};

function countsOf(findings: readonly RowFinding[], stored: readonly StoredRow[], faulty: number, skipped: number): Import['counts'] {
  const of = (severity: RowFinding['severity']): number => findings.filter((one) => one.severity === severity).length;
  const doing = (effect: StoredRow['effect']): number => stored.filter((one) => one.effect === effect).length;
  return {
    ...noCounts,
    ...{ added: doing('added'), changed: doing('changed'), unchanged: doing('unchanged'), faulty, skipped },
    ...{ errors: of('error'), warnings: of('warning'), notes: of('note') },
    sheetErrors: findings.filter(({ severity, row }) => severity === 'error' && row === 0).length,
  };
}

/** How many rows come out otherwise than the person saw them in the dry run. */
export function differingRows(
  before: { readonly rows: readonly UnderstoodRow[]; readonly findings: readonly FindingRow[] },
  now: Reading,
): number {
  const then = signs(
    before.rows.map(({ row, effect, label, record }) => ({ row, effect, label, digest: record.digest })),
    before.findings,
  );
  const today = signs(now.stored, now.findings);
  const rows = new Set([...then.keys(), ...today.keys()]);
  return [...rows].filter((row) => then.get(row) !== today.get(row)).length;
}

function signs(
  rows: readonly Pick<StoredRow, 'row' | 'effect' | 'label' | 'digest'>[],
  findings: readonly Pick<FindingRow, 'row' | 'column' | 'severity' | 'code'>[],
): Map<number, string> {
  const signs = new Map<number, string>();
  const add = (row: number, sign: string): void => void signs.set(row, `${signs.get(row) ?? ''}|${sign}`);
  for (const { row, effect, label, digest } of rows) add(row, `${effect} ${digest} ${label}`);
  // What is said of the sheet as a whole follows from its rows, unless it is an error.
  for (const { row, column, severity, code } of findings) if (row > 0 || severity === 'error') add(row, `${severity} ${column} ${code}`);
  return signs;
}
