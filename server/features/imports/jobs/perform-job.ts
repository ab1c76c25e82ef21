import type { WorkAround } from '#server/platform/thread-work.ts';
import type { Importers } from '#server/spreadsheets/importers.ts';
import { applyRows } from './apply-rows.ts';
import { checkRows } from './check-rows.ts';
import type { Job } from './job.ts';
import { writeExport, writeFindings, writeList, writeTemplate } from './write-files.ts';

/** What comes of a job: a file, or nothing where it has written into the county. */
export async function performJob(job: Job, around: WorkAround, importers: Importers): Promise<Uint8Array | null> {
  switch (job.kind) {
    case 'check':
      await checkRows(job, around, importers);
      return null;
    case 'apply':
      await applyRows(job, around, importers);
      return null;
    case 'template':
      return writeTemplate(importers, job.of);
    case 'export':
      return writeExport(importers, around.writer.db, job);
    case 'list':
      return writeList(job);
    case 'findings':
      return writeFindings(importers, around.writer.db, job);
  }
}
