import { and, asc, desc, eq, gt, sql, type SQL } from 'drizzle-orm';
import { prepared, type Db } from '#db/connection.ts';
import { importFiles, importFindings, importMappings, importRows, imports } from '#db/schema/imports.ts';
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

/** Counting stops here: a list that long is filtered, not read. */
export const countedUpTo = 1000;

interface Paged {
  readonly after: string | null;
  readonly limit: number;
}
interface Page<T> {
  readonly rows: T[];
  readonly total: number;
}

export interface ImportFilter extends Paged {
  readonly accountId: string;
  /** Where the person stands now: what they sent in elsewhere stays there. */
  readonly organisationIds: readonly string[];
  /** Of these kinds everybody's, of the others the own ones. */
  readonly kindsSeen: readonly string[];
  readonly kind: ImportRow['kind'] | undefined;
  readonly state: ImportRow['state'] | undefined;
}
/** Newest first. Each kind and the own ones come from an index of their own: what somebody does not see is never passed over. */
export function importPage(db: Db, filter: ImportFilter): Page<ImportRow> {
  const { after, limit } = filter;
  const rows = db
    .select()
    .from(imports)
    .where(sql`${imports.id} in ${idsOf(filter, after, limit + 1)}`)
    .orderBy(desc(imports.id))
    .limit(limit + 1)
    .all();
  const total = db.get<{ count: number }>(sql`select count(*) as count from ${idsOf(filter, null, countedUpTo + 1)}`);
  return { rows, total: total.count };
}

/** The newest ids, each once. */
function idsOf({ accountId, organisationIds, kindsSeen, kind, state }: ImportFilter, after: string | null, most: number): SQL {
  const seen = kind === undefined ? kindsSeen : kindsSeen.filter((one) => one === kind);
  const newest = (whose: SQL): SQL => {
    const and = (condition: SQL | undefined): SQL => (condition === undefined ? sql`` : sql` and ${condition}`);
    const isState = state === undefined ? undefined : sql`state = ${state}`;
    const isBefore = after === null ? undefined : sql`id < ${after}`;
    return sql`select id from (select id from imports where ${whose}${and(isState)}${and(isBefore)} order by id desc limit ${most})`;
  };
  // Looked up by the person: few of their imports are of another kind, or were sent in for another body.
  const ofKind = kind === undefined ? sql`` : sql` and +kind = ${kind}`;
  const own = sql`account_id = ${accountId} and +organisation_id in (select value from json_each(${JSON.stringify(organisationIds)}))${ofKind}`;
  const parts = [newest(own), ...seen.map((one) => newest(sql`kind = ${one}`))];
  return sql`(${sql.join(parts, sql` union `)} order by id desc limit ${most})`;
}

const countOf = (db: Db, some: Parameters<ReturnType<Db['select']>['from']>[0]): number =>
  db
    .select({ count: sql<number>`count(*)` })
    .from(some)
    .get()?.count ?? 0;

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
  const some = db
    .select({ one: sql`1` })
    .from(importFindings)
    .where(wanted)
    .limit(countedUpTo + 1)
    .as('counted');
  return { rows, total: countOf(db, some) };
}
export const allFindings = (db: Db, importId: string): FindingRow[] =>
  db.select().from(importFindings).where(eq(importFindings.importId, importId)).orderBy(asc(importFindings.position)).all();

interface Kept {
  readonly digest: string;
  readonly changes: readonly CellChange[];
}
export type UnderstoodRow = Omit<typeof importRows.$inferSelect, 'record'> & { readonly record: Kept };
const understood = (rows: (typeof importRows.$inferSelect)[]): UnderstoodRow[] =>
  rows.map((row) => ({ ...row, record: row.record as Kept }));

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
  const some = db
    .select({ one: sql`1` })
    .from(importRows)
    .where(wanted)
    .limit(countedUpTo + 1)
    .as('counted');
  return { rows: understood(rows), total: countOf(db, some) };
}
export const allRows = (db: Db, importId: string): UnderstoodRow[] =>
  understood(db.select().from(importRows).where(eq(importRows.importId, importId)).orderBy(asc(importRows.row)).all());
