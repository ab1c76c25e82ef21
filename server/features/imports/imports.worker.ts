import { parentPort, workerData } from 'node:worker_threads';
import { storageFaultOf } from '#db/storage-fault.ts';
import { openSecondWriter } from '#db/second-writer.ts';
import type { FromWorker, Job, ToWorker, WorkAround, WorkerSetup } from './jobs.ts';
import { applyRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import { writeExport, writeFindings, writeTemplate } from './write-files.ts';

/**
 * Everything about spreadsheets that takes time, beside the main thread: reading, checking, writing rows, making files. It
 * has a connection of its own, reads whenever it likes, and writes only once the main thread holds its own writing back.
 */
const port = parentPort;
if (!port) throw new Error('imports.worker is a worker thread');
const { path } = workerData as WorkerSetup;

const permissions = new Map<number, () => void>();
const say = (message: FromWorker, transfer: ArrayBuffer[] = []): void => port.postMessage(message, transfer);

port.on('message', (message: ToWorker) => {
  if (message.kind === 'go') {
    permissions.get(message.id)?.();
    permissions.delete(message.id);
    return;
  }
  void perform(message.id, message.job);
});

async function perform(id: number, job: Job): Promise<void> {
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
    const bytes = await outcomeOf(job, around);
    const whole = bytes && Uint8Array.from(bytes);
    say({ kind: 'done', id, bytes: whole }, whole ? [whole.buffer] : []);
  } catch (error) {
    const storage = storageFaultOf(error);
    say({
      kind: 'fault',
      id,
      isStorage: storage !== null,
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  } finally {
    permissions.delete(id);
    writer.close();
  }
}

async function outcomeOf(job: Job, around: WorkAround): Promise<Uint8Array | null> {
  switch (job.kind) {
    case 'check':
      await checkRows(job, around);
      return null;
    case 'apply':
      await applyRows(job, around);
      return null;
    case 'template':
      return writeTemplate(job.of);
    case 'export':
      return writeExport(around.writer.db, job);
    case 'findings':
      return writeFindings(around.writer.db, job);
  }
}
