import type { FindingCode } from '#contract/imports/import-findings.ts';
import { foldText, plainLine, plainProse, readDay, readFlag, readWord } from '#server/domain/values/cell-text.ts';
import { closest } from '#server/domain/values/likeness.ts';
import { said, type RowFinding, type SheetRow } from '#server/spreadsheets/importing.ts';
import type { SheetWords } from './sheet-words.ts';

/** What stands for a cell that says nothing: what is there already, or what is usual. */
export interface Usual<T> {
  readonly value: T;
  /** In the words of the sheet; without them nothing is said about it. */
  readonly shown?: string;
}

/**
 * Reads the cells of one row. A cell that says what the export of the same item says is not read at all: what is there stays
 * as it is, to the last character. What is read otherwise than it stands is noted; what cannot be read is an error.
 */
export class RowReader {
  readonly findings: RowFinding[] = [];
  readonly #row: SheetRow;
  readonly #current: Readonly<Record<string, string>> | null;

  constructor(row: SheetRow, current: Readonly<Record<string, string>> | null) {
    this.#row = row;
    this.#current = current;
  }

  get number(): number {
    return this.#row.row;
  }

  /** The text of a cell; undefined where the sheet has no such column. */
  text(key: string): string | undefined {
    return this.#row.cells[key];
  }

  /** Whether the cell says what is there already, or says nothing because its column is missing. */
  isKept(key: string): boolean {
    const text = this.text(key);
    if (this.#current === null) return false;
    return text === undefined || plainProse(text) === plainProse(this.#current[key] ?? '');
  }

  say(severity: RowFinding['severity'], key: string, code: FindingCode, params: RowFinding['params'] = {}, proposal = ''): void {
    this.findings.push(
      said(severity, code, { row: this.number, column: key, cell: (this.text(key) ?? '').slice(0, 300) }, params, proposal),
    );
  }

  get hasErrors(): boolean {
    return this.findings.some(({ severity }) => severity === 'error');
  }

  /** Read otherwise than it stands; blanks do not count. */
  noteReading(key: string, shown: string): void {
    const before = this.text(key) ?? '';
    if (before.replaceAll(/\s/g, '') !== shown.replaceAll(/\s/g, ''))
      this.say('note', key, 'text_read_as', { before: before.slice(0, 200), after: shown });
  }

  #empty<T>(key: string, { value, shown }: Usual<T>): T {
    // A column that is not there is spoken of once for the whole sheet.
    if (shown !== undefined && this.text(key) !== undefined) this.say('note', key, 'default_taken', { value: shown });
    return value;
  }

  line(key: string, most: number, usual: Usual<string> | null): string {
    const text = plainLine(this.text(key) ?? '');
    if (text === '') {
      if (usual) return this.#empty(key, usual);
      this.say('error', key, 'required_empty');
      return '';
    }
    if ([...text].length > most) this.say('error', key, 'cell_too_long', { length: [...text].length, most });
    this.noteReading(key, text);
    return text;
  }

  prose(key: string, most: number): string {
    const text = plainProse(this.text(key) ?? '');
    if (text.length > most) this.say('error', key, 'cell_too_long', { length: text.length, most });
    this.noteReading(key, text);
    return text;
  }

  word<T extends string>(key: string, words: SheetWords<T>, usual: Usual<T> | null): T | null {
    const text = this.text(key) ?? '';
    const read = readWord(text, words);
    if (read.kind === 'read') {
      this.noteReading(key, words[read.value][0]);
      return read.value;
    }
    if (read.kind === 'empty') {
      if (usual) return this.#empty(key, usual);
      this.say('error', key, 'required_empty');
      return null;
    }
    const firsts = Object.values<readonly [string, ...string[]]>(words).map(([first]) => first);
    this.say('error', key, 'word_unknown', { choices: firsts.join('、') }, closest(text, firsts, (word) => word) ?? '');
    return null;
  }

  /** Several words in one cell, in their order. */
  words<T extends string>(key: string, words: SheetWords<T>): T[] {
    const parts = (this.text(key) ?? '').split(/[、，,；;\n]+/).filter((part) => part.trim() !== '');
    const found: T[] = [];
    for (const part of parts) {
      const read = readWord(part, words);
      if (read.kind === 'read') {
        if (!found.includes(read.value)) found.push(read.value);
        continue;
      }
      const firsts = Object.values<readonly [string, ...string[]]>(words).map(([first]) => first);
      this.say('error', key, 'word_unknown', { choices: firsts.join('、') }, closest(part, firsts, (word) => word) ?? '');
    }
    return found;
  }

  flag(key: string, usual: boolean): boolean {
    const read = readFlag(this.text(key) ?? '');
    if (read.kind === 'unclear') this.say('error', key, 'flag_unreadable');
    return read.kind === 'read' ? read.value : usual;
  }

  /** A whole number within bounds; undefined where the cell says nothing. */
  count(key: string, least: number, most: number): number | undefined {
    const text = foldText(this.text(key) ?? '')
      .replaceAll(',', '')
      .replace(/(?:个月|月|人|名|个|项|元)$/, '')
      .replace(/\.0+$/, '');
    if (text === '') return undefined;
    if (!/^\d{1,15}$/.test(text)) {
      this.say('error', key, 'amount_unreadable');
      return undefined;
    }
    const number = Number(text);
    if (number < least || number > most) this.say('error', key, 'number_out_of_range', { least, most });
    return number;
  }

  day(key: string): string | null {
    const read = readDay(this.text(key) ?? '');
    if (read.kind === 'unclear') this.say('error', key, read.code, {}, read.proposal);
    return read.kind === 'read' ? read.value : null;
  }
}
