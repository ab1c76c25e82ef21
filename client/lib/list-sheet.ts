import type { SheetColumn } from '#contract/imports/list-files.ts';

export type { SheetColumn };

/** How a list becomes a spreadsheet: name of the file, and its columns (`useSheet` makes them). */
export interface ListSheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
}
