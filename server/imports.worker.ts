import { performJob } from '#server/features/imports/jobs/perform-job.ts';
import type { Job } from '#server/features/imports/index.ts';
import { workInThread } from '#server/platform/thread-work.ts';
import { importers } from './importers.ts';

/** Everything about spreadsheets that takes time: reading, checking, writing rows, making files. */
workInThread(async (job: Job, around) => {
  const bytes = await performJob(job, around, importers);
  // Small buffers lie in a pool that is others' too.
  return bytes && Uint8Array.from(bytes);
});
