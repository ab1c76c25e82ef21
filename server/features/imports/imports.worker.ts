import { workInThread, type WorkAround } from '#server/platform/thread-work.ts';
import type { Job } from './jobs.ts';
import { applyRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import { writeExport, writeFindings, writeList, writeTemplate } from './write-files.ts';

/** Everything about spreadsheets that takes time: reading, checking, writing rows, making files. */
workInThread(async (job: Job, around) => {
  const bytes = await outcomeOf(job, around);
  // Small buffers lie in a pool that is others' too.
  return bytes && Uint8Array.from(bytes);
});

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
    case 'list':
      return writeList(job);
    case 'findings':
      return writeFindings(around.writer.db, job);
  }
}
