export { refuseExcluded } from './exclusions.ts';
export { commitmentChanged, rosterChangedForRequests } from './follow-changes.ts';
export { canBegin, refuseMeasure, tieOf } from './measure-ties.ts';
