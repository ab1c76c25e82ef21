import type { FindingCode } from '#contract/imports/import-findings.ts';
import { readDay, readFlag, readWord, type Reading } from './cell-readings.ts';
import { foldText, plainLine, plainProse } from '#server/domain/values/text.ts';
import { closest } from '#server/domain/values/likeness.ts';
import { said, type CellChange, type ReadRow, type RowFinding, type SheetReading, type SheetRow } from './importing.ts';

/** Returns null, so that a reading that fails can end with what it says. */
type Say = (code: FindingCode, column?: string, params?: RowFinding['params'], proposal?: string) => null;

/** What stands for a cell that says nothing: what is there already, or what is usual. */
export interface Usual<T> {
  readonly value: T;
  /** In the words of the sheet; without them nothing is said about it. */
  readonly shown?: string;
}

type Words<T extends string> = Readonly<Record<T, readonly string[]>>;

/** At most so much of a cell is repeated in a finding. */
const longestCell = 300;

/**
 * Reads the cells of one row and keeps what there is to say of them; a row with an error is not written. Given what the county would
 * export for the same row (`current`; null for a new one), it also notes what was read otherwise than it stands, and knows the cells
 * that say what is there already: those are not read at all, so that they stay as they are, to the last character.
 */
export class RowReader {
  readonly row: number;
  readonly findings: RowFinding[] = [];
  readonly error = this.#saying('error');
  readonly warn = this.#saying('warning');
  readonly note = this.#saying('note');
  readonly #cells: SheetRow['cells'];
  readonly #current: Readonly<Record<string, string>> | null | undefined;

  constructor({ row, cells }: SheetRow, current?: Readonly<Record<string, string>> | null) {
    this.row = row;
    this.#cells = cells;
    this.#current = current;
  }

  #saying(severity: RowFinding['severity']): Say {
    return (code, column = '', params = {}, proposal = '') => {
      this.say(severity, column, code, params, proposal);
      return null;
    };
  }

  say(severity: RowFinding['severity'], column: string, code: FindingCode, params: RowFinding['params'] = {}, proposal = ''): void {
    const where = { row: this.row, column, cell: this.raw(column).slice(0, longestCell) };
    this.findings.push(said(severity, code, where, params, proposal));
  }

  isFaulty(): boolean {
    return this.findings.some(({ severity }) => severity === 'error');
  }

  /** Whether the sheet has the column at all. */
  has(column: string): boolean {
    return this.#cells[column] !== undefined;
  }

  /** The text of a cell; empty where the sheet has no such column. */
  raw(column: string): string {
    return this.#cells[column] ?? '';
  }

  /** Whether the cell says what is there already, or says nothing because its column is missing. */
  isUnchanged(column: string): boolean {
    if (!this.#current) return false;
    return !this.has(column) || plainProse(this.raw(column)) === plainProse(this.#current[column] ?? '');
  }

  /** Read otherwise than it stands; blanks do not count. */
  noteReading(column: string, shown: string): void {
    const before = this.raw(column);
    if (this.#current === undefined || before.replaceAll(/\s/g, '') === shown.replaceAll(/\s/g, '')) return;
    this.note('text_read_as', column, { before: before.slice(0, 200), after: shown });
  }

  /** One line; empty where the cell is. With `usual`, an empty cell means that; with null it is an error. */
  line(column: string, most: number, usual?: Usual<string> | null): string {
    const text = plainLine(this.raw(column));
    if (text === '' && usual !== undefined) return this.#instead(column, usual) ?? '';
    this.noteReading(column, text);
    return this.#within(column, text, most);
  }

  prose(column: string, most: number): string {
    const text = plainProse(this.raw(column));
    this.noteReading(column, text);
    return this.#within(column, text, most);
  }

  /** What a cell says; null when it is empty, or unclear and said so. */
  take<T>(column: string, reading: Reading<T>): T | null {
    if (reading.kind === 'unclear') this.error(reading.code, column, {}, reading.proposal);
    return reading.kind === 'read' ? reading.value : null;
  }

  /** One of several words, of which the first of each is what a sheet should say. An empty cell as in `line`. */
  word<T extends string>(column: string, words: Words<T>, usual?: Usual<T> | null): T | null {
    const reading = readWord(this.raw(column), words);
    if (reading.kind === 'read') {
      this.noteReading(column, words[reading.value][0] ?? '');
      return reading.value;
    }
    if (reading.kind === 'empty') return usual === undefined ? null : this.#instead(column, usual);
    return this.#unknownWord(column, this.raw(column), words);
  }

  /** Several words in one cell, in their order. */
  words<T extends string>(column: string, words: Words<T>): T[] {
    const found = new Set<T>();
    for (const part of this.raw(column).split(/[、，,；;\n]+/)) {
      const reading = readWord(part, words);
      if (reading.kind === 'read') found.add(reading.value);
      if (reading.kind === 'unclear') this.#unknownWord(column, part, words);
    }
    return [...found];
  }

  flag(column: string, usual: boolean): boolean {
    return this.take(column, readFlag(this.raw(column))) ?? usual;
  }

  /** A whole number within bounds; undefined where the cell says nothing. */
  count(column: string, least: number, most: number): number | undefined {
    const text = foldText(this.raw(column))
      .replaceAll(',', '')
      .replace(/(?:个月|月|人|名|个|项|元)$/, '')
      .replace(/\.0+$/, '');
    if (text === '') return undefined;
    if (!/^\d{1,15}$/.test(text)) return this.error('amount_unreadable', column) ?? undefined;
    const number = Number(text);
    if (number < least || number > most) this.error('number_out_of_range', column, { least, most });
    return number;
  }

  day(column: string): string | null {
    return this.take(column, readDay(this.raw(column)));
  }

  #instead<T>(column: string, usual: Usual<T> | null): T | null {
    if (usual === null) return this.error('required_empty', column);
    // A column that is not there is spoken of once for the whole sheet.
    if (usual.shown !== undefined && this.has(column)) this.note('default_taken', column, { value: usual.shown });
    return usual.value;
  }

  #within(column: string, text: string, most: number): string {
    const { length } = [...text];
    if (length > most) this.error('cell_too_long', column, { most, length });
    return text;
  }

  #unknownWord<T extends string>(column: string, text: string, words: Words<T>): null {
    const firsts = Object.values<readonly string[]>(words).map(([first = '']) => first);
    return this.error('word_unknown', column, { choices: firsts.join('、') }, closest(text, firsts, (word) => word) ?? '');
  }
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
