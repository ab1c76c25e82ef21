export { createImportJobs } from './import-jobs.ts';
export { importsRoutes } from './routes.ts';
export { settleImports } from './settle-imports.ts';
