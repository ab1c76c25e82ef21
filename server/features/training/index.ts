export { certificateKindNames, certifiedOfficers, lawEnforcementCertificate, townshipFacts } from './facts.ts';
export { certificateKindRows, officersByIds } from './queries.ts';
export type { TrainingHooks } from './rosters.ts';
