import { change, type Act } from '#server/records/change.ts';
import { authorise } from '#server/features/sign-in/index.ts';
import { createNewId } from '#server/platform/ids.ts';
import type { AnyImporter } from '#server/spreadsheets/importing.ts';
import type { WorkAround } from '#server/platform/thread-work.ts';
import { type Job, type JobContext, withoutPosts } from './job.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import { allFindings, allRows, fileOf, importById, type ImportRow } from '../queries.ts';
import { readFile } from '#server/spreadsheets/read-file.ts';
import { differingRows, readSheet, understand, type Reading } from '../reading.ts';
import { isScopeOpen } from '../scope.ts';
import { replaceReading, updateImport } from '../store.ts';
import type { ReadGrid } from '#server/spreadsheets/xlsx-sheets.ts';

type ApplyJob = Extract<Job, { kind: 'apply' }>;

/**
 * Writes all rows or none, in one transaction. The sheet is read again inside it, against the county of that moment: what
 * comes out otherwise than the person saw is not written but shown again.
 */
export async function applyRows(job: ApplyJob, around: WorkAround, importers: Importers): Promise<void> {
  const { db } = around.writer;
  const row = importById(db, job.importId);
  const file = row && fileOf(db, row.fileHash);
  if (row?.state !== 'applying' || !file || file.emptiedAt !== null) throw new Error(`import ${job.importId} is not about to be written`);
  const importer = importers.demand(row.kind);
  await importer.prepare?.();
  const grids = readFile(file.bytes);
  await around.mayWrite();
  const ports = { unitOfWork: around.writer, newId: createNewId({ now: () => job.context.now }), authorise };
  const written = await change(ports, contextOf(job.context), (act) => {
    writeRows(act, importer, row, grids, job, around);
    return { kind: 'done', value: null };
  });
  if (written.kind === 'done') return;
  await change(ports, contextOf(withoutPosts(job.context)), (act) => {
    backToPerson(act, row, null, 'authority_lost');
    return { kind: 'done', value: null };
  });
}

const contextOf = (context: JobContext) => ({ ...context, operationId: 'writeImport', idempotency: null });

function writeRows(
  act: Act,
  importer: AnyImporter,
  row: ImportRow,
  grids: readonly ReadGrid[],
  job: ApplyJob,
  { progress }: WorkAround,
): void {
  const { tx, now } = act;
  if (!isScopeOpen(tx, importer, row.scope)) {
    backToPerson(act, row, null, 'scope_changed');
    return;
  }
  const reading = readSheet(tx, understand(tx, grids, importer, row), importer, row, now);
  const differing = differingRows({ rows: allRows(tx, row.id), findings: allFindings(tx, row.id) }, reading);
  if (differing > 0) {
    backToPerson(act, row, { ...reading, counts: { ...reading.counts, differing } }, 'changed_since_check');
    return;
  }
  // The route has asked the same of the dry run; the dry run has come out the same.
  if (reading.counts.sheetErrors > 0 || (reading.counts.faulty > 0 && !job.leaveOutFaulty)) throw new Error('faulty rows are not written');
  write(act, importer, row, reading, progress);
}

function write(act: Act, importer: AnyImporter, row: ImportRow, { good, counts }: Reading, progress: WorkAround['progress']): void {
  const rows = good.filter(({ effect }) => effect !== 'unchanged');
  progress(0, rows.length);
  importer.apply(act, watched(rows, progress), row.scope);
  progress(rows.length, rows.length);
  const written = { ...counts, leftOut: counts.faulty };
  const isUpdated = updateImport(act.tx, row, { state: 'applied', failure: null, counts: written, appliedAt: act.now });
  if (!isUpdated) throw new Error(`import ${row.id} changed while it was written`);
  const { kind, scope, fileName, fileHash } = row;
  act.record({
    action: 'import_applied',
    subjectKind: 'import',
    subjectId: row.id,
    detail: { kind, scope, fileName, fileHash, counts: written },
    outbox: { kind: 'import_applied', payload: { kind, counts: written } },
  });
}

/** Nothing is written; the new dry run stands for the person to look at. */
function backToPerson(
  act: Act,
  row: ImportRow,
  reading: Reading | null,
  failure: 'scope_changed' | 'changed_since_check' | 'authority_lost',
): void {
  const counts = reading?.counts ?? row.counts;
  if (!updateImport(act.tx, row, { state: 'checked', failure, counts })) throw new Error(`import ${row.id} changed while it was written`);
  if (reading) replaceReading(act.tx, row.id, reading.findings, reading.stored);
  act.record({ action: 'import_not_applied', subjectKind: 'import', subjectId: row.id, detail: { failure, counts } });
}

/** Often enough for somebody who watches. */
const rowsBetween = 100;

/** The same rows; going through them one by one tells how far it is. An importer that goes through them twice is half as true. */
function watched<T>(rows: readonly T[], progress: WorkAround['progress']): readonly T[] {
  const told = [...rows];
  let furthest = 0;
  told[Symbol.iterator] = function* () {
    for (const [index, row] of rows.entries()) {
      if (index % rowsBetween === 0 && index > furthest) {
        furthest = index;
        progress(index, rows.length);
      }
      yield row;
    }
    return undefined;
  };
  return told;
}
