export { createCommonThread, type CommonThread } from './decide-common.ts';
export { commitmentChanged, rosterChangedForRequests } from './follow-changes.ts';
export { ownTownships } from './file.ts';
export { menuStandings, reasonsFor } from './menu-standings.ts';
export type { RequestsPorts } from './ports.ts';
export { requestsRoutes } from './routes.ts';
export { allHeldBy, allRunningOf } from './standing-queries.ts';
export { sweepDeadlines } from './sweep-deadlines.ts';
