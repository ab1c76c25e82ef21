export { certificateKindNames, certifiedOfficers, lawEnforcementCertificate, townshipFacts } from './facts.ts';
export { rosterImporter } from './import-rosters.ts';
export { certificateKindRows as certificateKinds, officersByIds, rosterOf, type CertificateKindRow } from './queries.ts';
export type { TrainingHooks } from './rosters.ts';
export { trainingRoutes } from './routes.ts';
