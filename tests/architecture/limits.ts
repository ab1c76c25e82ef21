import type { FollowedAct } from './measures.ts';

/** A folder with more files than the goal is two words; beyond the limit the tests fail. */
export const folderGoal = 20;
export const folderLimit = 25;

/** Files in a chain of value imports, and files that one use case loads: what has to be known before one line of it is changed. */
export const chainLimit = 30;
export const reachLimit = 200;

export const decision = 'server/features/reviews/decide-request.ts';

export const approval: FollowedAct = {
  routes: 'server/features/reviews/routes.ts',
  useCase: decision,
  store: 'server/features/requests/request-store.ts',
};
