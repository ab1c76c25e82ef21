import { authorise } from '#server/features/sign-in/index.ts';
import { createNewId } from '#server/platform/ids.ts';
import { change, type Act } from '#server/records/change.ts';
import type { AnyImporter, RowFinding } from '#server/spreadsheets/importing.ts';
import type { WorkAround } from '#server/platform/thread-work.ts';
import type { Job } from './job.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import { fileOf, importById, type ImportRow } from '../queries.ts';
import { identityFindings, saysIdentity } from '#server/spreadsheets/find-identity.ts';
import { identityAsides } from '#server/spreadsheets/identity-asides.ts';
import { isZip, readFile } from '#server/spreadsheets/read-file.ts';
import { noCounts, readSheet, understand, type Reading } from '../reading.ts';
import { emptiedOf } from './empty-file.ts';
import { isReasonToEmpty, replaceReading, updateImport } from '../store.ts';
import { UnreadableFile } from '#server/spreadsheets/zip-entries.ts';

type CheckJob = Extract<Job, { kind: 'check' }>;

/** Reads the file, takes its columns for what they are, and says of every row what it would do; writes that down and nothing else. */
export async function checkRows(job: CheckJob, around: WorkAround, importers: Importers): Promise<void> {
  const { db } = around.writer;
  const row = importById(db, job.importId);
  if (row?.state !== 'reading' && row?.state !== 'discarded') return;
  const result = resultOf(row, importers.demand(row.kind), job, around);
  const emptyFor = isReasonToEmpty(result.failure) ? result.failure : null;
  // Discarded meanwhile: no result is needed, but what may not be stored has to be erased all the same.
  if (row.state === 'discarded' && emptyFor === null) return;
  await around.mayWrite();
  await change({ unitOfWork: around.writer, newId: createNewId({ now: () => job.context.now }), authorise }, contextOf(job), (act) => {
    const isEmptied = emptyFor !== null && emptiedOf(act, row, emptyFor);
    if (row.state === 'discarded' || !storeResult(act, row, result))
      return isEmptied ? { kind: 'done', value: null } : { kind: 'refused', refusal: { code: 'version_stale' } };
    return { kind: 'done', value: null };
  });
  if (emptyFor !== null) around.writer.bringHome();
}

function storeResult(act: Act, row: ImportRow, { findings, stored, ...changes }: Result): boolean {
  if (!updateImport(act.tx, row, changes)) return false;
  replaceReading(act.tx, row.id, findings, stored);
  const { state, failure, counts } = changes;
  act.record({ action: 'import_checked', subjectKind: 'import', subjectId: row.id, detail: { state, failure, counts } });
  return true;
}

const contextOf = ({ context }: CheckJob) => ({ ...context, operationId: 'checkImport', idempotency: null });

type Result = Pick<ImportRow, 'state' | 'failure' | 'sheet' | 'headers' | 'mapping' | 'counts' | 'doneRows' | 'totalRows'> &
  Pick<Reading, 'findings' | 'stored'>;
const nothing = { sheet: '', headers: [], mapping: {}, counts: noCounts, doneRows: 0, totalRows: 0, findings: [], stored: [] };

function resultOf(row: ImportRow, importer: AnyImporter, { context }: CheckJob, { writer: { db }, progress }: WorkAround): Result {
  try {
    const file = fileOf(db, row.fileHash);
    if (!file) throw new Error(`the file of import ${row.id} is missing`);
    // The same file was sent in before.
    if (file.emptiedFor === 'identity_numbers') return refused([]);
    if (file.emptiedFor === 'discarded') throw new Error(`the file of import ${row.id} was pruned although it is in use`);
    if (file.emptiedFor !== null) return { ...nothing, state: 'failed', failure: file.emptiedFor };
    const grids = readFile(file.bytes);
    const identity = [...identityFindings(grids), ...(isZip(file.bytes) ? identityAsides(file.bytes) : [])];
    if (identity.length > 0) return refused(identity);
    const understood = understand(db, grids, importer, row);
    const total = understood.sheet?.rows.length ?? 0;
    progress(0, total);
    const reading = readSheet(db, understood, importer, row, context.now);
    if (saysIdentity(reading.findings)) return refused(reading.findings.filter((one) => saysIdentity([one])));
    const { headers } = understood.matching;
    const { counts, findings, stored } = reading;
    return {
      state: understood.sheet || headers.length === 0 ? 'checked' : 'mapping',
      failure: null,
      sheet: understood.name,
      headers: Array.from(
        { length: Math.max(0, ...headers.map(({ index }) => index + 1)) },
        (_, at) => headers.find(({ index }) => index === at)?.header ?? '',
      ),
      mapping: Object.fromEntries(headers.filter(({ isOpen }) => !isOpen).map(({ index, column }) => [String(index), column])),
      ...{ counts, findings, stored, doneRows: total, totalRows: total },
    };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { ...nothing, state: 'failed', failure: error.failure };
  }
}

/** Nothing of the file is kept but where the identity numbers stand. */
const refused = (findings: readonly RowFinding[]): Result => ({
  ...nothing,
  state: 'failed',
  failure: 'identity_numbers',
  counts: { ...noCounts, errors: findings.length },
  findings,
});
