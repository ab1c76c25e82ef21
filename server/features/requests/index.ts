export { commitmentChanged, rosterChangedForRequests } from './follow-changes.ts';
export { menuStandings } from './menu-standings.ts';
export type { RequestsPorts } from './ports.ts';
export { requestsRoutes } from './routes.ts';
export { sweepDeadlines } from './sweep-deadlines.ts';
