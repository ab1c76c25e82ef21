export { authorise } from './authorise.ts';
export { resolveSession } from './resolve-session.ts';
export { pruneAttempts, pruneSessions } from './store.ts';
