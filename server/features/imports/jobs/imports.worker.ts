import { workInThread } from '#server/platform/thread-work.ts';
import type { Job } from './job.ts';
import { performJob } from './perform-job.ts';

/** Everything about spreadsheets that takes time: reading, checking, writing rows, making files. */
workInThread(async (job: Job, around) => {
  const bytes = await performJob(job, around);
  // Small buffers lie in a pool that is others' too.
  return bytes && Uint8Array.from(bytes);
});
