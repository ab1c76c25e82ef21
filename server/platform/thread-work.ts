import { parentPort, workerData } from 'node:worker_threads';
import { openSecondWriter, type SecondWriter } from '#db/second-writer.ts';
import { storageFaultOf } from '#db/storage-fault.ts';
import type { FromThread, ThreadSetup, ToThread } from './writing-thread.ts';

/** What a job has around it in the thread. */
export interface WorkAround {
  readonly writer: SecondWriter;
  readonly progress: (done: number, total: number) => void;
  /** Resolves once no other thread writes. */
  readonly mayWrite: () => Promise<void>;
}

/**
 * The inner end of a writing thread: does what comes, with a connection of its own, reads whenever it likes, and writes only once
 * the main thread holds its own writing back.
 */
export function workInThread<Job>(perform: (job: Job, around: WorkAround) => unknown): void {
  const port = parentPort;
  if (!port) throw new Error('this is the work of a thread');
  const { path } = workerData as ThreadSetup;
  const permissions = new Map<number, () => void>();
  const say = (message: FromThread, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

  async function settle(id: number, job: Job): Promise<void> {
    const writer = openSecondWriter(path);
    const around: WorkAround = {
      writer,
      progress: (done, total) => say({ kind: 'progress', id, done, total }),
      mayWrite: () =>
        new Promise((resolve) => {
          permissions.set(id, resolve);
          say({ kind: 'write', id });
        }),
    };
    try {
      const outcome = await perform(job, around);
      say({ kind: 'done', id, outcome }, ownBytesOf(outcome));
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
      say({ kind: 'fault', id, storage: storageFaultOf(error)?.kind ?? null, message });
    } finally {
      permissions.delete(id);
      writer.close();
    }
  }

  port.on('message', (message: ToThread) => {
    if (message.kind === 'job') {
      // The other end sends what this thread was made for.
      void settle(message.id, message.job as Job);
      return;
    }
    permissions.get(message.id)?.();
    permissions.delete(message.id);
  });
}

/** Bytes that are not shared go over without a copy. */
function ownBytesOf(outcome: unknown): ArrayBuffer[] {
  const isWhole = outcome instanceof Uint8Array && outcome.byteLength === outcome.buffer.byteLength;
  return isWhole && outcome.buffer instanceof ArrayBuffer ? [outcome.buffer] : [];
}
