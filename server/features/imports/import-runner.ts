import { type Act, change, type ChangePorts } from '#server/records/change.ts';
import { storageFaultOf } from '#db/storage-fault.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import { WorkerEnded, type Progress } from '#server/platform/writing-thread.ts';
import type { ImportJobs } from './jobs/import-jobs.ts';
import { withoutPosts, type Job, type JobContext } from './jobs/job.ts';
import { emptiedOf } from './jobs/empty-file.ts';
import { importById } from './queries.ts';
import { isReasonToEmpty, updateImport } from './store.ts';

type LongJob = Extract<Job, { kind: 'check' | 'apply' }>;

/** Where imports lie while something is done to them: starts the long jobs, knows how far they are, and settles those that broke off. */
export interface ImportRunner {
  readonly begin: (job: LongJob) => void;
  readonly progressOf: (importId: string) => Progress | null;
  readonly fetch: ImportJobs['run'];
  readonly importers: Importers;
}

export interface ImportRunnerPorts extends Ports {
  /** What shows the county elsewhere is read again once rows were written. */
  readonly onApplied: () => void;
  readonly importers: Importers;
}

export function createImportRunner(ports: ImportRunnerPorts, jobs: ImportJobs): ImportRunner {
  const underWay = new Map<string, Progress>();
  return {
    progressOf: (importId) => underWay.get(importId) ?? null,
    importers: ports.importers,
    fetch: (job) => jobs.run(job),
    begin(job) {
      underWay.set(job.importId, { done: 0, total: 0 });
      void jobs
        .run(job, (progress) => underWay.set(job.importId, progress))
        .then(() => {
          if (job.kind === 'apply') ports.onApplied();
        })
        .catch((fault: unknown) => settleBroken(ports, job, fault))
        .finally(() => underWay.delete(job.importId));
    },
  };
}

/** A job that broke off has written nothing. The import says so, and what it waits for. */
async function settleBroken(ports: Ports, job: LongJob, fault: unknown): Promise<void> {
  ports.log.error({ fault, importId: job.importId, job: job.kind }, 'a job of an import broke off');
  const failure =
    fault instanceof WorkerEnded
      ? fault.isTooLarge
        ? 'too_large_to_read'
        : 'interrupted'
      : storageFaultOf(fault)
        ? 'storage'
        : 'internal';
  try {
    await settle(ports, job.importId, failure, job.context);
  } catch (again) {
    // The storage still fails, or the program is stopping: the next start settles it.
    ports.log.error({ fault: again, importId: job.importId }, 'an import could not be settled');
  }
}

/** Reading begins anew when somebody asks for it; what was to be written can be written again. */
function settle(ports: ChangePorts, importId: string, failure: string, context: JobContext): Promise<unknown> {
  return change(ports, { ...withoutPosts(context), operationId: 'settleImport', idempotency: null }, (act) => {
    return settleBrokenOff(act, importId, failure)
      ? { kind: 'done' as const, value: null }
      : { kind: 'refused' as const, refusal: { code: 'wrong_state' } };
  });
}

/** False when it is not in the middle of anything. */
export function settleBrokenOff(act: Act, importId: string, failure: string): boolean {
  const row = importById(act.tx, importId);
  if (row?.state !== 'reading' && row?.state !== 'applying') return false;
  const state = row.state === 'reading' ? 'failed' : 'checked';
  if (!updateImport(act.tx, row, { state, failure })) return false;
  if (isReasonToEmpty(failure)) emptiedOf(act, row, failure);
  act.record({ action: 'import_broke_off', subjectKind: 'import', subjectId: importId, detail: { was: row.state, failure } });
  return true;
}
