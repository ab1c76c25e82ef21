import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { StorageFault, type StorageFaultKind } from '#db/storage-fault.ts';
import type { Ports } from './ports.ts';

/** How far a job is: parts done and parts in all. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Long work on the county's database beside the main thread. A job is plain data: it crosses to another thread, and so does its outcome. */
export interface WritingThread<Job, Outcome> {
  /** One after the other; rejects when the job could not be finished. */
  readonly run: (job: Job, onProgress?: (progress: Progress) => void) => Promise<Outcome>;
  /** Ends what runs; what it was about to write is not written. */
  readonly stop: () => Promise<void>;
}

export interface ThreadSetup {
  readonly path: string;
}
export type ToThread = { readonly kind: 'job'; readonly id: number; readonly job: unknown } | { readonly kind: 'go'; readonly id: number };

/** `write`: may I write now? The main thread answers `go` once its own writing is held back. */
export type FromThread =
  | ({ readonly kind: 'progress'; readonly id: number } & Progress)
  | { readonly kind: 'write'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly outcome: unknown }
  | { readonly kind: 'fault'; readonly id: number; readonly storage: StorageFaultKind | null; readonly message: string };

/** A thread without work ends after this: an idle county is a small process. */
const restMs = 20_000;
/** A job that needs more than this is not one that a person has made. */
const resourceLimits = { maxOldGenerationSizeMb: 1024 } as const;

interface Running {
  readonly id: number;
  /** Null until one was found for it. */
  by: Worker | null;
  readonly onProgress: (progress: Progress) => void;
  readonly resolve: (outcome: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** The job ended with its thread: out of memory, or told to stop. */
export class WorkerEnded extends Error {
  override readonly name = 'WorkerEnded';
  readonly isTooLarge: boolean;

  constructor(cause?: unknown) {
    super(`the worker ended before its job was done: ${cause instanceof Error ? cause.message : 'no reason given'}`, { cause });
    this.isTooLarge = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  }
}

/** `source` is the address of the worker's source beside its caller: a `<name>.worker.ts`, whose bundle has the same name. */
export function createWritingThread<Job, Outcome>(
  { db, unitOfWork }: Pick<Ports, 'db' | 'unitOfWork'>,
  source: URL,
  { idleMs = restMs }: { readonly idleMs?: number } = {},
): WritingThread<Job, Outcome> {
  const { $client } = db;
  let worker: Worker | null = null;
  const ending = new Set<Promise<unknown>>();
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isStopping = false;
  let count = 0;
  let idle: NodeJS.Timeout | undefined;

  function hired(): Worker {
    clearTimeout(idle);
    if (worker) return worker;
    // A database in memory belongs to this thread alone.
    if ($client.memory) throw new Error('a second thread needs a database in a file');
    const fresh = startWorker(source, { path: $client.name });
    fresh.on('message', (message: FromThread) => heard(fresh, message));
    fresh.on('error', (error) => ended(fresh, error));
    fresh.on('exit', () => ended(fresh));
    worker = fresh;
    return fresh;
  }

  function heard(by: Worker, message: FromThread): void {
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
        job.resolve(message.outcome);
        return;
      case 'fault':
        job.reject(faultOf(message));
        return;
    }
  }

  const settledBy = new Map<number, Promise<unknown>>();
  async function settled(by: Worker, { id }: Running): Promise<void> {
    // The worker may have ended while others were writing.
    if (running?.id !== id) return;
    by.postMessage({ kind: 'go', id } satisfies ToThread);
    await settledBy.get(id)?.catch(() => undefined);
  }

  function ended(which: Worker, cause?: unknown): void {
    if (worker === which) worker = null;
    // The end of a former worker may come to be known while the next one is at work.
    if (running?.by === which) running.reject(new WorkerEnded(cause));
  }

  /** From here on it is given nothing more; ending takes a while, in which the next job may come. */
  function dismiss(): void {
    const leaving = worker?.terminate();
    worker = null;
    if (!leaving) return;
    ending.add(leaving);
    void leaving.finally(() => ending.delete(leaving));
  }

  async function perform(job: Job, onProgress: (progress: Progress) => void): Promise<unknown> {
    if (isStopping) throw new StorageFault('closed');
    const id = (count += 1);
    const outcome = new Promise<unknown>((resolve, reject) => {
      running = { id, by: null, onProgress, resolve, reject };
    });
    settledBy.set(id, outcome);
    try {
      const by = hired();
      if (running) running.by = by;
      by.postMessage({ kind: 'job', id, job } satisfies ToThread);
      return await outcome;
    } finally {
      running = null;
      settledBy.delete(id);
      idle = setTimeout(dismiss, idleMs).unref();
    }
  }

  return {
    run(job, onProgress = () => undefined) {
      // Both ends of the thread speak of the same jobs.
      const turn = last.then(() => perform(job, onProgress)) as Promise<Outcome>;
      last = turn.catch(() => undefined);
      return turn;
    },
    async stop() {
      isStopping = true;
      clearTimeout(idle);
      dismiss();
      await Promise.all([...ending, last]);
    },
  };
}

const faultOf = ({ storage, message }: Extract<FromThread, { kind: 'fault' }>): Error =>
  storage === null ? new Error(message) : new StorageFault(storage, new Error(message));

const isSource = import.meta.url.endsWith('.ts');

/** Built, it is a file beside ours. Run from its source (tests), it has to be taught TypeScript first, as the main thread was. */
function startWorker(source: URL, setup: ThreadSetup): Worker {
  const options = { workerData: setup, resourceLimits };
  if (!isSource) return new Worker(new URL(source.href.replace(/\.ts$/, '.js')), options);
  const loader = pathToFileURL(
    createRequire(import.meta.url)
      .resolve('tsx/esm/api')
      .replace(/\.cjs$/, '.mjs'),
  ).href;
  const program = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(source.href)}); });`;
  return new Worker(program, { ...options, eval: true });
}
