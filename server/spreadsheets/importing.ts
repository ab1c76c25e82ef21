import type { Role } from '#contract/common.ts';
import type { FindingCode } from '#contract/imports/import-findings.ts';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Act } from '#server/records/change.ts';

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
  /** Width in the template and in exports, in characters. */
  readonly width?: number;
}

/** What holds for every row of a sheet: its name, and under which header each column stands, e.g. `辖区面积（公顷）` with its unit. */
export interface SheetHead {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * One row of a sheet: its number as a person counts it, and the text of each cell by the key of its column. Texts are trimmed
 * and free of invisible characters; line breaks stay. An absent column has no key at all, an empty cell has the empty text.
 */
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
  /** The client owns the words (client/i18n/zh/imports/imports.ts, `finding`). */
  readonly code: FindingCode;
  /** What stood in the cell. */
  readonly cell: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** What could stand there instead; empty when there is none. */
  readonly proposal: string;
}

/** What a changed row changes, in the words of the sheet: for the person to look at. */
export interface CellChange {
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** A row that was understood. `record` is plain data: the writing compares it with the dry run's. */
export interface ReadRow<R> {
  readonly row: number;
  readonly label: string;
  readonly effect: 'added' | 'changed' | 'unchanged';
  readonly record: R;
  readonly changes?: readonly CellChange[];
}

/** Rows with an error may be among `rows`: the write leaves them out. */
export interface SheetReading<R> {
  readonly rows: readonly ReadRow<R>[];
  readonly findings: readonly RowFinding[];
}

/** What the rows go into beyond the county itself, e.g. the draft edition or the township. */
export type ImportScope = Readonly<Record<string, string>>;

/** A scope that somebody may choose, in words. */
export interface NamedScope {
  readonly scope: ImportScope;
  readonly name: string;
}

/**
 * One kind of spreadsheet. Everything here runs in a worker thread on a connection of its own, but for `scopes`. `read` is a
 * function of what it is given alone. Between the dry run and the writing the county may change: `apply` runs inside the one
 * transaction that writes all or nothing, after the sheet has been read again there against the data of that moment. It gets
 * the rows without an error that add or change something.
 */
export interface Importer<Reference, R> {
  readonly kind: ImportKind;
  /** Roles that may import; the same roles may also export. */
  readonly roles: readonly Role[];
  /** Who may export but not import. */
  readonly readers?: readonly Role[];
  /** Names of the ids that have to be given with the file (`editionId`); empty when the rows go into the county itself. */
  readonly scopeKeys: readonly string[];
  /** The scopes open to this person now, few. Both are left out where there are no scope keys. */
  readonly scopes?: (db: Db, actor: Pick<Actor, 'memberships'>, purpose: 'import' | 'export') => readonly NamedScope[];
  /** A scope in words, and whether rows may still be written into it: a draft may have been published meanwhile. Null when it is gone. */
  readonly describeScope?: (db: Db, scope: ImportScope) => { readonly name: string; readonly isOpen: boolean } | null;
  readonly columns: readonly ImportColumn[];
  /** Headers that are known and have no place here, e.g. a running number: named once as a note, without a question to the sender. */
  readonly placeless?: readonly string[];
  /** Exports of people are audited. */
  readonly isPersonal?: boolean;
  /** What `apply` needs and has to wait for, e.g. a dictionary; it cannot wait itself. */
  readonly prepare?: () => Promise<unknown>;
  /** `now` is the instant of the dry run or of the writing: what may not lie in the future is judged by it. */
  readonly loadReference: (db: Db, scope: ImportScope, now: number) => Reference;
  readonly read: (rows: readonly SheetRow[], reference: Reference, head: SheetHead) => SheetReading<R>;
  readonly apply: (act: Act, rows: readonly ReadRow<R>[], scope: ImportScope) => void;
  /** What is there now, row by row in the same columns: importing it again changes nothing. */
  readonly exported: (db: Db, scope: ImportScope) => Iterable<Readonly<Record<string, string>>>;
}

/** The rows of a sheet with its head: all that an importer sees of a file. */
export interface ReadSheet {
  readonly rows: readonly SheetRow[];
  readonly head: SheetHead;
}

/** An importer whose own types are of no concern outside it. */
export interface AnyImporter extends Omit<Importer<unknown, unknown>, 'loadReference' | 'read' | 'apply'> {
  readonly readWith: (db: Db, scope: ImportScope, now: number, sheet: ReadSheet) => SheetReading<unknown>;
  readonly apply: (act: Act, rows: readonly ReadRow<unknown>[], scope: ImportScope) => void;
}

/** Hides the types of reference and record, which never leave the importer: what `apply` gets is what `read` gave. */
export function importerOf<Reference, R>({ loadReference, read, apply, ...rest }: Importer<Reference, R>): AnyImporter {
  return {
    ...rest,
    readWith: (db, scope, now, { rows, head }) => read(rows, loadReference(db, scope, now), head),
    apply: (act, rows, scope) => apply(act, rows as readonly ReadRow<R>[], scope),
  };
}

/** A finding with what is usual left out. */
export function said(
  severity: RowFinding['severity'],
  code: FindingCode,
  where: { readonly row: number; readonly column?: string; readonly cell?: string },
  params: RowFinding['params'] = {},
  proposal = '',
): RowFinding {
  return { severity, code, row: where.row, column: where.column ?? '', cell: where.cell ?? '', params, proposal };
}
