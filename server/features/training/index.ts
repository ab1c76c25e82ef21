export { certificateKindNames, certifiedOfficers, lawEnforcementCertificate, townshipFacts } from './facts.ts';
export { trainingResultImporter } from './import-training-results.ts';
export { rosterImporter } from './import-rosters.ts';
export { certificateKindRows as certificateKinds, officersByIds, rosterOf, type CertificateKindRow } from './queries.ts';
export type { TrainingHooks } from './rosters.ts';
export { trainingRoutes } from './routes.ts';
