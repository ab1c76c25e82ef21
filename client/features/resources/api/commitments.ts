import type { Answer, ChangeRoute, ReadRoute } from '#client/lib/call-types.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';

export type CommitmentView = Answer<'GET /commitments'>['items'][number];
export type CommitmentRoute = Extract<ChangeRoute, `POST /commitments/{commitmentId}/${string}`>;

// What is confirmed may make a request ready.
const stale = [
  'GET /commitments',
  'GET /requests',
  'GET /requests/{requestId}',
  'GET /requests/{requestId}/preparation',
  'GET /requests/{requestId}/consequences',
  'GET /tasks',
  'GET /tasks/count',
] as const satisfies readonly ReadRoute[];

/** Delivery, receipt or dispute of what the county owes. */
export function useCommitmentAct<R extends CommitmentRoute>(route: R, onDone: () => void): Act<R> {
  return useAct(route, { refreshes: stale, onDone });
}
