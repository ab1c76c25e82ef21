export { attest } from './attest.ts';
export { refuseBarred } from './bars.ts';
export { extendPreparation } from './extend-preparation.ts';
export { commitmentChanged, rosterChangedForRequests } from './follow-changes.ts';
export { editHandOver, signHandOver } from './hand-over.ts';
export { canBegin, refuseMeasure, tieOf } from './measure-ties.ts';
export { readPreparation } from './read-preparation.ts';
export { waive } from './waive.ts';
