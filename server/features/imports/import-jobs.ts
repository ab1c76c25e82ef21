import type { Ports } from '#server/platform/ports.ts';
import { createWritingThread, type WritingThread } from '#server/platform/writing-thread.ts';
import type { Job } from './jobs.ts';

/** One sheet after the other, beside the main thread: reading, checking, writing rows, making files. */
export type ImportJobs = WritingThread<Job, Uint8Array | null>;

export const createImportJobs = (ports: Pick<Ports, 'db' | 'unitOfWork'>): ImportJobs =>
  createWritingThread(ports, new URL('./imports.worker.ts', import.meta.url));
