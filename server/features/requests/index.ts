export { actOnRequest, type Acting, type Said } from './act-on-request.ts';
export { circumstancesOf, countyRules, demandItem, factsFor, prerequisitesOf, type CountyRules } from './circumstances.ts';
export { canSeeRequest, loadFile, requestOf } from './file.ts';
export type { CommonPorts, RequestsPorts, TermsPorts } from './ports.ts';
export { approvedAmong, attestationsOf, grantStart, preparingCount, preparingIds, waitingAhead, waiversOf } from './preparation-queries.ts';
export { presentHealth } from './present-health.ts';
export { presentRoute, presentRow } from './present.ts';
export { decisionIn } from './request-events.ts';
export { newest, openAmong, requestPage, type EventRow, type RequestRow } from './request-queries.ts';
export {
  appendEvent,
  appendEvents,
  insertAttestation,
  insertRequest,
  insertRequests,
  insertWaiver,
  saveAnswers,
  saveMoved,
} from './request-store.ts';
export { stageTasks } from './request-tasks.ts';
export { demandFile, eventRow, followFacts, movedRow, startIfFree, startWaiting } from './save-request.ts';
export { sweepDeadlines } from './sweep-deadlines.ts';
export { unreadableRequestEvents } from './unreadable.ts';
