export { createImportJobs } from './jobs/import-jobs.ts';
export type { Job } from './jobs/job.ts';
export { settleImports } from './settle-imports.ts';
