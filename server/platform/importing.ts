import type { Db } from '#db/connection.ts';
import type { Act } from './change.ts';

/** A column that an importer understands, as templates, exports and messages name it. The county's spreadsheets are Chinese, so are these words. */
export interface ImportColumn {
  readonly key: string;
  readonly title: string;
  /** Other headers that mean the same: those of other offices' spreadsheets and of our own former templates. */
  readonly synonyms: readonly string[];
  readonly isRequired: boolean;
  /** Shown in the template below the header. */
  readonly explanation: string;
  readonly example: string;
  /** The drop-down of the template; what is typed may still be any synonym that the importer reads. */
  readonly choices?: readonly string[];
  /** Understood where other offices' sheets have it, but neither in the template nor in the export. */
  readonly isForeign?: boolean;
}

/** What holds for every row of a sheet: its name, and under which header each column stands, e.g. `辖区面积（公顷）` with its unit. */
export interface SheetHead {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** One row of a sheet: its number as a person counts it, and the text of each cell by the key of its column. */
export interface SheetRow {
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Something to know about a row or a cell before it is written. Only errors keep a row out. */
export interface RowFinding {
  /** 0 speaks of the sheet as a whole. */
  readonly row: number;
  /** Key of the column; empty when the finding speaks of the whole row. */
  readonly column: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** A code of `server/contract/imports.ts`; the client owns the words. */
  readonly code: string;
  /** What stood in the cell. */
  readonly cell: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What could stand there instead; empty when nobody can tell. */
  readonly proposal: string;
}

/** A row that was understood. `record` is plain data: it is kept in the database between the dry run and the writing. */
export interface ReadRow<R> {
  readonly row: number;
  readonly label: string;
  readonly effect: 'added' | 'changed' | 'unchanged';
  readonly record: R;
}

export interface SheetReading<R> {
  readonly rows: readonly ReadRow<R>[];
  readonly findings: readonly RowFinding[];
}

/** What the rows go into beyond the county itself, e.g. the draft edition or the township. */
export type ImportScope = Readonly<Record<string, string>>;

/**
 * One kind of spreadsheet. `read` is pure and runs in a worker thread, so what it checks against is loaded before and is plain
 * data. Between the dry run and the writing the county may change: `apply` runs inside the one transaction that writes all or
 * nothing, after the sheet has been read again there against the data of that moment.
 */
export interface Importer<Reference, R> {
  readonly kind: string;
  readonly columns: readonly ImportColumn[];
  /** `now` is the instant of the dry run or of the writing: what may not lie in the future is judged by it. */
  readonly loadReference: (db: Db, scope: ImportScope, now: number) => Reference;
  readonly read: (rows: readonly SheetRow[], reference: Reference, head: SheetHead) => SheetReading<R>;
  readonly apply: (act: Act, rows: readonly ReadRow<R>[], scope: ImportScope) => void;
  /** What is there now, row by row in the same columns: importing it again changes nothing. */
  readonly exported: (db: Db, scope: ImportScope) => Iterable<Readonly<Record<string, string>>>;
}
