import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StorageFault } from '#db/storage-fault.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { FromWorker, Job, ToWorker, WorkerSetup } from './jobs.ts';

/** How far a job is: rows done and rows in all. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface ImportJobs {
  /** One after the other, beside the main thread; rejects when the job could not be finished. */
  readonly run: (job: Job, onProgress?: (progress: Progress) => void) => Promise<Uint8Array | null>;
  /** Ends what runs; what it was about to write is not written. */
  readonly stop: () => Promise<void>;
}

/** A worker that nobody needs is sent home: an idle county is a small process. */
const idleMs = 20_000;
/** A sheet that needs more than this is not one that a person has made. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 } as const;

interface Running {
  readonly id: number;
  readonly onProgress: (progress: Progress) => void;
  readonly resolve: (bytes: Uint8Array | null) => void;
  readonly reject: (reason: unknown) => void;
}

/** The job ended with its worker: out of memory, or told to stop. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
  readonly isTooLarge: boolean;

  constructor(cause?: unknown) {
    super(`the worker ended before its job was done: ${cause instanceof Error ? cause.message : 'no reason given'}`, { cause });
    this.isTooLarge = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

export function createImportJobs({ db, unitOfWork }: Pick<Ports, 'db' | 'unitOfWork'>): ImportJobs {
  const { $client } = db;
  let worker: Worker | null = null;
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  let count = 0;
  let idle: NodeJS.Timeout | undefined;

  function hired(): Worker {
    clearTimeout(idle);
    if (worker) return worker;
    // A database in memory belongs to this thread alone.
    if ($client.memory) throw new Error('spreadsheets need a database in a file');
    const fresh = startWorker({ path: $client.name });
    fresh.on('message', (message: FromWorker) => heard(fresh, message));
    fresh.on('error', (error) => ended(fresh, error));
    fresh.on('exit', () => ended(fresh));
    worker = fresh;
    return fresh;
  }

  function heard(by: Worker, message: FromWorker): void {
    const job = running;
    if (job?.id !== message.id) return;
    switch (message.kind) {
      case 'progress':
        job.onProgress(message);
        return;
      case 'write':
        // Writing is held back until the job is done, whatever becomes of it.
        void unitOfWork.exclusively(() => settled(by, job)).catch(job.reject);
        return;
      case 'done':
        job.resolve(message.bytes);
        return;
      case 'fault':
        job.reject(message.isStorage ? new StorageFault('io', new Error(message.message)) : new Error(message.message));
        return;
    }
  }

  const settledBy = new Map<number, Promise<unknown>>();
  async function settled(by: Worker, { id }: Running): Promise<void> {
    // The worker may have ended while others were writing.
    if (running?.id !== id) return;
    by.postMessage({ kind: 'go', id } satisfies ToWorker);
    await settledBy.get(id)?.catch(() => undefined);
  }

  function ended(which: Worker, cause?: unknown): void {
    if (worker === which) worker = null;
    running?.reject(new WorkerEnded(cause));
  }

  async function perform(job: Job, onProgress: (progress: Progress) => void): Promise<Uint8Array | null> {
    if (isStopping) throw new StorageFault('closed');
    const id = (count += 1);
    const outcome = new Promise<Uint8Array | null>((resolve, reject) => {
      running = { id, onProgress, resolve, reject };
    });
    settledBy.set(id, outcome);
    try {
      hired().postMessage({ kind: 'job', id, job } satisfies ToWorker);
      return await outcome;
    } finally {
      running = null;
      settledBy.delete(id);
      idle = setTimeout(() => void worker?.terminate(), idleMs).unref();
    }
  }

  return {
    run(job, onProgress = () => undefined) {
      const turn = last.then(() => perform(job, onProgress));
      last = turn.catch(() => undefined);
      return turn;
    },
    async stop() {
      isStopping = true;
      clearTimeout(idle);
      await worker?.terminate();
      await last;
    },
  };
}

const isSource = import.meta.url.endsWith('.ts');

/** Built, it is a file beside ours. Run from its source (tests), it has to be taught TypeScript first, as the main thread was. */
function startWorker(setup: WorkerSetup): Worker {
  const options = { workerData: setup, resourceLimits };
  if (!isSource) return new Worker(new URL('./imports.worker.js', import.meta.url), options);
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const source = new URL('./imports.worker.ts', import.meta.url).href;
  const program = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source)}); });`;
  return new Worker(program, { ...options, eval: true });
}
