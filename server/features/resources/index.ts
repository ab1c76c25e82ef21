export type { CommitmentChange } from './act-on-commitment.ts';
export { commitmentFactsOf, openCommitments, releaseCommitments, waiveCommitment } from './open-commitments.ts';
export { presentCommitment } from './present.ts';
export { commitmentsOf } from './queries.ts';
