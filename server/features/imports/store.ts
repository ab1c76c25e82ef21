import { and, eq, isNull } from 'drizzle-orm';
import { prepared, type Tx } from '#db/connection.ts';
import { importFiles, importMappings, imports } from '#db/schema/imports.ts';
import type { CellChange, RowFinding } from '#server/spreadsheets/importing.ts';
import type { ImportRow } from './queries.ts';

export type NewImport = typeof imports.$inferInsert;

/** The bytes are kept once, however often the same file is sent; those that were given up and pruned come back. */
export function insertFile(tx: Tx, hash: string, bytes: Buffer): void {
  tx.insert(importFiles)
    .values({ hash, bytes })
    .onConflictDoUpdate({
      target: importFiles.hash,
      set: { bytes, emptiedFor: null, emptiedAt: null },
      setWhere: eq(importFiles.emptiedFor, 'discarded'),
    })
    .run();
}

/** True when the file went: no import needs it that was not given up. */
export const emptyDiscarded = (tx: Tx, hash: string, at: number): boolean => writing(tx).emptyDiscarded.run({ hash, at }).changes === 1;

export type ReasonToEmpty = Exclude<NonNullable<(typeof importFiles.$inferSelect)['emptiedFor']>, 'discarded'>;
const reasons: readonly string[] = importFiles.emptiedFor.enumValues.filter((reason) => reason !== 'discarded');
/** Files with identity numbers are not stored; nor are those that cannot be read, for their content is unknown. */
export const isReasonToEmpty = (failure: string | null): failure is ReasonToEmpty => failure !== null && reasons.includes(failure);

/** What the portal may not keep goes, however many imports were made from it; the hash and the reason stay. False when it was gone before. */
export function emptyFile(tx: Tx, hash: string, emptiedFor: ReasonToEmpty, at: number): boolean {
  // Or the bytes would stand on in pages that are no longer in use.
  tx.$client.pragma('secure_delete = ON');
  const where = and(eq(importFiles.hash, hash), isNull(importFiles.emptiedAt));
  return (
    tx
      .update(importFiles)
      .set({ bytes: Buffer.alloc(0), emptiedFor, emptiedAt: at })
      .where(where)
      .run().changes === 1
  );
}

export function insertImport(tx: Tx, row: NewImport): void {
  tx.insert(imports).values(row).run();
}

/** Writes the next version; false when somebody else wrote first. */
export function updateImport(tx: Tx, row: Pick<ImportRow, 'id' | 'version'>, changes: Partial<Omit<NewImport, 'id' | 'version'>>): boolean {
  const where = and(eq(imports.id, row.id), eq(imports.version, row.version));
  return (
    tx
      .update(imports)
      .set({ ...changes, version: row.version + 1 })
      .where(where)
      .run().changes === 1
  );
}

/** What somebody chose for a header stands until somebody chooses otherwise. */
export function rememberColumn(tx: Tx, kind: string, header: string, column: string | null, at: number): void {
  tx.insert(importMappings)
    .values({ kind, header, column, at })
    .onConflictDoUpdate({ target: [importMappings.kind, importMappings.header], set: { column, at } })
    .run();
}

/** A row as it is kept between the dry run and the writing: what it would do, and by what it is known again. */
export interface StoredRow {
  readonly row: number;
  readonly effect: 'added' | 'changed' | 'unchanged';
  readonly label: string;
  readonly digest: string;
  readonly changes: readonly CellChange[];
}

const writing = prepared((tx: Tx) => ({
  emptyDiscarded: tx.$client.prepare(
    `UPDATE import_files SET bytes = x'', emptied_for = 'discarded', emptied_at = :at WHERE hash = :hash AND emptied_at IS NULL
     AND NOT EXISTS (SELECT 1 FROM imports WHERE file_hash = :hash AND state <> 'discarded')`,
  ),
  clearFindings: tx.$client.prepare('DELETE FROM import_findings WHERE import_id = ?'),
  clearRows: tx.$client.prepare('DELETE FROM import_rows WHERE import_id = ?'),
  finding: tx.$client.prepare(
    `INSERT INTO import_findings (import_id, position, row, "column", severity, code, cell, params, proposal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  row: tx.$client.prepare('INSERT INTO import_rows (import_id, row, effect, label, record) VALUES (?, ?, ?, ?, ?)'),
}));

/** The result of a dry run takes the place of the one before. */
export function replaceReading(tx: Tx, importId: string, findings: readonly RowFinding[], rows: readonly StoredRow[]): void {
  const statements = writing(tx);
  statements.clearFindings.run(importId);
  statements.clearRows.run(importId);
  findings.forEach(({ row, column, severity, code, cell, params, proposal }, position) => {
    statements.finding.run(importId, position, row, column, severity, code, cell, JSON.stringify(params), proposal);
  });
  for (const { row, effect, label, digest, changes } of rows)
    statements.row.run(importId, row, effect, label, JSON.stringify({ digest, changes }));
}
