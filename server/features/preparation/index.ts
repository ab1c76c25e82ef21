export { refuseBarred } from './bars.ts';
export { commitmentChanged, rosterChangedForRequests } from './follow-changes.ts';
export { canBegin, refuseMeasure, tieOf } from './measure-ties.ts';
