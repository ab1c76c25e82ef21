/** Days and times as spreadsheets count them. */
export type WrittenCell =
  string | number | { readonly day: number; readonly time?: never } | { readonly time: number; readonly day?: never };

export interface WrittenSheet<Cell extends WrittenCell = string> {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly width: number;
    readonly isRequired: boolean;
    readonly choices: readonly string[];
  }[];
  readonly rows: Iterable<readonly Cell[]>;
  /** Drop-downs for the rows that a person will fill in, and marks on what is required. */
  readonly isTemplate?: boolean;
}

export const formats = { day: 'yyyy-mm-dd', time: 'yyyy-mm-dd hh:mm' } as const;

/** How a cell reads on the screen, for the width of its column. */
export const textOf = (cell: WrittenCell): string =>
  typeof cell !== 'object' ? String(cell) : cell.day === undefined ? formats.time : formats.day;
