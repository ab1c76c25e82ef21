export { existingGrantImporter } from './import-existing-grants.ts';
export { openGrant, openGrantBySwap, type NewGrant, type OpenedGrant } from './open-grant.ts';
export { proveLedger, type LedgerProof } from './prove-ledger.ts';
export { grantFile, heldByOthers, runningGrantOf, runningGrants, type RunningGrant } from './queries.ts';
export { reprojectLapses } from './reproject-lapses.ts';
export { reviewGrantBasis } from './review-basis.ts';
export { grantsRoutes } from './routes.ts';
export { sweepGrants } from './sweep-grants.ts';
