import type { Ports } from '#server/platform/ports.ts';
import { createWritingThread, type WritingThread } from '#server/platform/writing-thread.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import type { Job } from './job.ts';

/** One sheet after the other, beside the main thread: reading, checking, writing rows, making files. */
export type ImportJobs = WritingThread<Job, Uint8Array | null>;

/** `worker` is the entry of the thread; it composes its own importers. */
export const createImportJobs = (ports: Pick<Ports, 'db' | 'unitOfWork'>, worker: URL, importers: Importers): ImportJobs =>
  ports.db.$client.memory ? withinThisThread(ports, importers) : createWritingThread(ports, worker);

/** A database in memory cannot be reached from beside: that of a county made for a test. */
function withinThisThread({ db, unitOfWork }: Pick<Ports, 'db' | 'unitOfWork'>, importers: Importers): ImportJobs {
  const writer = { db, transact: unitOfWork.transact, bringHome: () => undefined, close: () => undefined };
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job, onProgress = () => undefined) {
      const turn = last.then(async () => {
        // Only here does the main thread need what reads and writes spreadsheets.
        const { performJob } = await import('./perform-job.ts');
        return performJob(
          job,
          { writer, progress: (done, total) => onProgress({ done, total }), mayWrite: () => Promise.resolve() },
          importers,
        );
      });
      last = turn.catch(() => undefined);
      return turn;
    },
    stop: async () => {
      await last;
    },
  };
}
