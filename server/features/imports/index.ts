export { createImportJobs } from './jobs/import-jobs.ts';
export type { Job } from './jobs/job.ts';
export { pruneDiscarded } from './prune-discarded.ts';
export { settleImports } from './settle-imports.ts';
