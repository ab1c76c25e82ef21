import { countUpTo, countedUpTo } from '#db/statements/count-up-to.ts';
import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { isOneOf } from '#db/statements/id-list.ts';
import { newestInScope } from '#db/statements/scope-condition.ts';
import { importFiles, importFindings, importMappings, importRows, imports } from '#db/schema/imports.ts';
import type { importScope } from '#server/domain/people/visibility.ts';
import type { CellChange } from '#server/spreadsheets/importing.ts';

export type ImportRow = typeof imports.$inferSelect;
export type FindingRow = typeof importFindings.$inferSelect;

export const importById = (db: Db, id: string): ImportRow | undefined => db.select().from(imports).where(eq(imports.id, id)).get();
export const fileOf = (db: Db, hash: string) => db.select().from(importFiles).where(eq(importFiles.hash, hash)).get();
const discarded = prepared((db: Db) => ({
  toPrune: db.$client
    .prepare(
      `SELECT id FROM imports WHERE state = 'discarded' AND created_at <= ?
       AND (EXISTS (SELECT 1 FROM import_rows WHERE import_id = imports.id) OR EXISTS (SELECT 1 FROM import_findings WHERE import_id = imports.id)
         OR EXISTS (SELECT 1 FROM import_files WHERE hash = file_hash AND emptied_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM imports AS other WHERE other.file_hash = hash AND other.state <> 'discarded')))
       ORDER BY created_at LIMIT ?`,
    )
    .pluck(),
}));
/** Imports given up that still have something which goes. */
export const discardedBefore = (db: Db, at: number, most: number): string[] => discarded(db).toPrune.all(at, most) as string[];

/** Imports that a former process left in the middle of something. */
export const unsettledImports = (db: Db): string[] =>
  db
    .select({ id: imports.id })
    .from(imports)
    .where(sql`${imports.state} in ('reading', 'applying')`)
    .all()
    .map(({ id }) => id);

/** By header as it is compared; few: one for each header that somebody was ever asked about. */
export const rememberedColumns = (db: Db, kind: string): Map<string, string | null> =>
  new Map(
    db
      .select({ header: importMappings.header, column: importMappings.column })
      .from(importMappings)
      .where(eq(importMappings.kind, kind))
      .all()
      .map(({ header, column }) => [header, column]),
  );

interface Paged {
  readonly after: string | null;
  readonly limit: number;
}
interface Page<T> {
  readonly rows: T[];
  readonly total: number;
}

export interface ImportFilter extends Paged {
  readonly scope: ReturnType<typeof importScope>;
  readonly kind: ImportRow['kind'] | undefined;
  readonly state: ImportRow['state'] | undefined;
}
const scopeColumns = {
  kind: imports.kind,
  accountId: imports.accountId,
  // Looked up by the person: few of their imports are of another kind, or were sent in for another body.
  ownKind: (kinds: readonly string[]) => isOneOf(sql`+${imports.kind}`, kinds),
  organisationId: (ids: readonly string[]) => isOneOf(sql`+${imports.organisationId}`, ids),
  target: (targets: readonly string[]) => isOneOf(sql`+${imports.scope}`, targets),
} as const;

/** Newest first. */
export function importPage(db: Db, filter: ImportFilter): Page<ImportRow> {
  const { after, limit } = filter;
  const rows = db
    .select()
    .from(imports)
    .where(wanted(filter, after, limit + 1))
    .orderBy(desc(imports.id))
    .limit(limit + 1)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(imports)
    .where(wanted(filter, null, countedUpTo + 1));
  return { rows, total: countUpTo(db, found) };
}

/** The newest that are open to the reader; of one kind alone where one is asked for. */
function wanted({ scope, kind, state }: ImportFilter, before: string | null, most: number): SQL | undefined {
  const grounds =
    kind === undefined || scope === 'all' ? scope : scope.filter((ground) => (ground.kind ?? ground.ownKind)?.includes(kind) === true);
  const rest = and(
    // On the ground of a person few rows are of another kind.
    kind === undefined ? undefined : sql`+${imports.kind} = ${kind}`,
    state === undefined ? undefined : eq(imports.state, state),
    before === null ? undefined : lt(imports.id, before),
  );
  return newestInScope({ table: imports, id: imports.id, scope: grounds, columns: scopeColumns, rest, most });
}

export interface FindingFilter extends Paged {
  readonly severity: FindingRow['severity'] | undefined;
}
export function findingPage(db: Db, importId: string, { severity, after, limit }: FindingFilter): Page<FindingRow> {
  const wanted = and(eq(importFindings.importId, importId), severity === undefined ? undefined : eq(importFindings.severity, severity));
  const position = Number(after ?? '-1');
  const rows = db
    .select()
    .from(importFindings)
    .where(and(wanted, gt(importFindings.position, Number.isSafeInteger(position) ? position : -1)))
    .orderBy(asc(importFindings.position))
    .limit(limit + 1)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(importFindings)
    .where(wanted);
  return { rows, total: countUpTo(db, found) };
}
export const allFindings = (db: Db, importId: string): FindingRow[] =>
  db.select().from(importFindings).where(eq(importFindings.importId, importId)).orderBy(asc(importFindings.position)).all();

interface StoredRecord {
  readonly digest: string;
  readonly changes: readonly CellChange[];
}
export type UnderstoodRow = Omit<typeof importRows.$inferSelect, 'record'> & { readonly record: StoredRecord };
const understood = (rows: (typeof importRows.$inferSelect)[]): UnderstoodRow[] =>
  rows.map((row) => ({ ...row, record: row.record as StoredRecord }));

export interface RowFilter extends Paged {
  readonly effect: UnderstoodRow['effect'] | undefined;
}
export function rowPage(db: Db, importId: string, { effect, after, limit }: RowFilter): Page<UnderstoodRow> {
  const wanted = and(eq(importRows.importId, importId), effect === undefined ? undefined : eq(importRows.effect, effect));
  const last = Number(after ?? '0');
  const isAfter: SQL = gt(importRows.row, Number.isSafeInteger(last) ? last : 0);
  const rows = db
    .select()
    .from(importRows)
    .where(and(wanted, isAfter))
    .orderBy(asc(importRows.row))
    .limit(limit + 1)
    .all();
  const found = db
    .select({ one: sql`1` })
    .from(importRows)
    .where(wanted);
  return { rows: understood(rows), total: countUpTo(db, found) };
}
export const allRows = (db: Db, importId: string): UnderstoodRow[] =>
  understood(db.select().from(importRows).where(eq(importRows.importId, importId)).orderBy(asc(importRows.row)).all());
