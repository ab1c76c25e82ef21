export { certificateKindNames, certifiedOfficers, lawEnforcementCertificate, townshipFacts } from './facts.ts';
export { presentStandings } from './present-standing.ts';
export { certificateKindRows, officersByIds } from './queries.ts';
export type { TrainingHooks } from './rosters.ts';
