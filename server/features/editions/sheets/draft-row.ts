import type { ItemTerms } from '../queries.ts';
import type { RowReader } from '#server/spreadsheets/row-reader.ts';
import type { Mode } from './sheet-words.ts';
import type { SheetPower } from './write-item-row.ts';

/** What a row comes to: a power, and its terms where it is put on the menu. Plain data. */
export interface MenuRecord {
  readonly power: SheetPower;
  readonly powerId: string | null;
  readonly itemId: string | null;
  readonly terms: ItemTerms | null;
}

/** A row on its way: what has been read of it so far. */
export interface DraftRow {
  readonly reader: RowReader;
  readonly power: SheetPower;
  readonly mode: Mode | null;
  /** Terms that are there already. */
  readonly base: ItemTerms | null;
  terms: ItemTerms | null;
}
