import type { FindingCode } from '#contract/imports/import-findings.ts';
import { plainLine, plainProse, readWord, type Reading } from '#server/domain/values/cell-text.ts';
import { said, type CellChange, type ReadRow, type RowFinding, type SheetReading, type SheetRow } from './importing.ts';

/** Answers null, so that a reading that fails can end with what it says. */
type Say = (code: FindingCode, column?: string, params?: RowFinding['params'], proposal?: string) => null;

/** Takes the cells of one row and keeps what there is to say of them; a row with an error is not written. */
export interface RowReader {
  readonly row: number;
  readonly findings: readonly RowFinding[];
  isFaulty(): boolean;
  /** Whether the sheet has the column at all. */
  has(column: string): boolean;
  raw(column: string): string;
  /** One line, at most so long; empty where the cell is. */
  line(column: string, max: number): string;
  prose(column: string, max: number): string;
  /** What a cell says; null when it is empty, or unclear and said so. */
  take<T>(column: string, reading: Reading<T>): T | null;
  /** One of several words, of which the first of each is what a sheet should say. */
  word<T extends string>(column: string, words: Readonly<Record<T, readonly string[]>>): T | null;
  readonly error: Say;
  readonly warn: Say;
  readonly note: Say;
}

export function rowReader({ row, cells }: SheetRow): RowReader {
  const findings: RowFinding[] = [];
  const raw = (column: string): string => cells[column] ?? '';
  const saying =
    (severity: RowFinding['severity']): Say =>
    (code, column = '', params = {}, proposal = '') => {
      findings.push(said(severity, code, { row, column, cell: raw(column) }, params, proposal));
      return null;
    };
  const error = saying('error');
  const within = (column: string, text: string, max: number): string => {
    const { length } = [...text];
    if (length > max) error('cell_too_long', column, { most: max, length });
    return text;
  };
  return {
    ...{ row, findings, raw, error, warn: saying('warning'), note: saying('note') },
    isFaulty: () => findings.some(({ severity }) => severity === 'error'),
    has: (column) => cells[column] !== undefined,
    line: (column, max) => within(column, plainLine(raw(column)), max),
    prose: (column, max) => within(column, plainProse(raw(column)), max),
    take(column, reading) {
      if (reading.kind === 'unclear') error(reading.code, column, {}, reading.proposal);
      return reading.kind === 'read' ? reading.value : null;
    },
    word(column, words) {
      const reading = readWord(raw(column), words);
      const lists: readonly (readonly string[])[] = Object.values(words);
      if (reading.kind === 'unclear') error(reading.code, column, { choices: lists.map(([first]) => first).join('、') });
      return reading.kind === 'read' ? reading.value : null;
    },
  };
}

/** What a row changes, in the words of the sheet: cell by cell, as before and after would be exported. */
export function cellChanges(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): CellChange[] {
  return Object.keys(after)
    .filter((column) => (before[column] ?? '') !== after[column])
    .map((column) => ({ column, before: before[column] ?? '', after: after[column] ?? '' }));
}

/** A row that adds something (`changes` null), changes it, or finds it as it is. */
export function understood<R>(row: number, label: string, record: R, changes: readonly CellChange[] | null): ReadRow<R> {
  if (changes === null) return { row, label, effect: 'added', record };
  return changes.length > 0 ? { row, label, effect: 'changed', record, changes } : { row, label, effect: 'unchanged', record };
}

/** All that was read and said, in the order of the sheet; rows with an error are left out. */
export function sheetReading<R>(
  readers: readonly RowReader[],
  rows: readonly (ReadRow<R> | null)[],
  ofSheet: readonly RowFinding[] = [],
): SheetReading<R> {
  const faulty = new Set(readers.filter((reader) => reader.isFaulty()).map(({ row }) => row));
  return {
    rows: rows.filter((row) => row !== null).filter(({ row }) => !faulty.has(row)),
    findings: [...ofSheet, ...readers.flatMap(({ findings }) => findings)],
  };
}
