export type { CommitmentChange, ResourcesHooks } from './act-on-commitment.ts';
export { commitmentFactsOf, openCommitments, releaseCommitments, waiveCommitment } from './open-commitments.ts';
export { presentCommitment } from './present.ts';
export { commitmentsOf, type CommitmentRow } from './queries.ts';
export { resourcesRoutes } from './routes.ts';
