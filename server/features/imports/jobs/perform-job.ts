import type { WorkAround } from '#server/platform/thread-work.ts';
import { applyRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import type { Job } from './job.ts';
import { writeExport, writeFindings, writeList, writeTemplate } from './write-files.ts';

/** What comes of a job: a file, or nothing where it has written into the county. */
export async function performJob(job: Job, around: WorkAround): Promise<Uint8Array | null> {
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
