export { grantFile } from './ledger/grant-record.ts';
export { penaltiesAmong, penaltiesHeld } from './ledger/measure-queries.ts';
export { proveLedger } from './ledger/prove-ledger.ts';
export { reprojectLapses } from './ledger/reproject-lapses.ts';
export { runningGrantOf } from './ledger/running-queries.ts';
export { openGrant, openGrantBySwap, type NewGrant } from './open-grant.ts';
export { measuresEndingWith } from './present-tie.ts';
export { reviewGrantBasis } from './review-basis.ts';
export { sweepGrants } from './sweep-grants.ts';
