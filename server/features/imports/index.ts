export { createImportJobs } from './jobs/import-jobs.ts';
export { settleImports } from './settle-imports.ts';
