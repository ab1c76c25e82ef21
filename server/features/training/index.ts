export { certificateKindNames, certifiedOfficers, lawEnforcementCertificate, townshipFacts } from './facts.ts';
export { certificateKindRows, officersByIds } from './queries.ts';
export type { TrainingHooks } from './rosters.ts';
export { rosterImporter } from './sheets/import-rosters.ts';
export { trainingResultImporter } from './sheets/import-training-results.ts';
