import { createNewId } from '#server/platform/ids.ts';
import { change } from '#server/platform/change.ts';
import type { Job, WorkAround } from './jobs.ts';
import { demandImporter } from './importers.ts';
import { fileBytes, importById, type ImportRow } from './queries.ts';
import { readFile } from './read-file.ts';
import { noCounts, readSheet, understand, type Reading } from './reading.ts';
import { replaceReading, updateImport } from './store.ts';
import { UnreadableFile } from './zip-entries.ts';

type CheckJob = Extract<Job, { kind: 'check' }>;

/** Reads the file, takes its columns for what they are, and says of every row what it would do; writes that down and nothing else. */
export async function checkRows(job: CheckJob, around: WorkAround): Promise<void> {
  const { db } = around.writer;
  const row = importById(db, job.importId);
  // Discarded meanwhile.
  if (row?.state !== 'reading') return;
  const result = resultOf(row, job, around);
  await around.mayWrite();
  await change({ unitOfWork: around.writer, newId: createNewId({ now: () => job.context.now }) }, contextOf(job), (act) => {
    const { reading, ...changes } = result;
    if (!updateImport(act.tx, row, changes)) return { kind: 'refused', refusal: { code: 'version_stale' } };
    replaceReading(act.tx, row.id, reading?.findings ?? [], reading?.kept ?? []);
    const { state, failure, counts } = changes;
    act.record({ action: 'import_checked', subjectKind: 'import', subjectId: row.id, detail: { state, failure, counts } });
    return { kind: 'done', value: null };
  });
}

const contextOf = ({ context }: CheckJob) => ({ ...context, operationId: 'checkImport', idempotency: null });

type Result = Pick<ImportRow, 'state' | 'failure' | 'sheet' | 'headers' | 'mapping' | 'counts' | 'doneRows' | 'totalRows'> & {
  readonly reading: Reading | null;
};

function resultOf(row: ImportRow, { context }: CheckJob, { writer: { db }, progress }: WorkAround): Result {
  const importer = demandImporter(row.kind);
  try {
    const bytes = fileBytes(db, row.fileHash);
    if (!bytes) throw new Error(`the file of import ${row.id} is missing`);
    const understood = understand(db, readFile(bytes), importer, row);
    const total = understood.sheet?.rows.length ?? 0;
    progress(0, total);
    const reading = readSheet(db, understood, importer, row, context.now);
    const { headers } = understood.matching;
    return {
      state: understood.sheet || headers.length === 0 ? 'checked' : 'mapping',
      failure: null,
      sheet: understood.name,
      headers: Array.from(
        { length: Math.max(0, ...headers.map(({ index }) => index + 1)) },
        (_, at) => headers.find(({ index }) => index === at)?.header ?? '',
      ),
      mapping: Object.fromEntries(headers.filter(({ isOpen }) => !isOpen).map(({ index, column }) => [String(index), column])),
      counts: reading.counts,
      doneRows: total,
      totalRows: total,
      reading,
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const nothing = { sheet: '', headers: [], mapping: {}, counts: noCounts, doneRows: 0, totalRows: 0, reading: null };
    return { state: 'failed', failure: error.failure, ...nothing };
  }
}
