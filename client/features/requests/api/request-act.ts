import { useQueryClient } from '@tanstack/react-query';
import type { Answer, ChangeRoute, ReadRoute } from '#client/lib/call-types.ts';
import { keyOf } from '#client/lib/keys.ts';
import { useAct, type Act } from '#client/lib/use-act.ts';
import type { RequestView } from '#client/parts/requests/request-types.ts';

export type RequestRoute = Extract<ChangeRoute, `${string} /requests/{requestId}/${string}`>;
export type CommitmentRoute = Extract<ChangeRoute, `POST /commitments/{commitmentId}/${string}`>;

const stale = [
  'GET /requests/{requestId}',
  'GET /requests/{requestId}/preparation',
  'GET /requests/{requestId}/consequences',
  'GET /requests',
  'GET /orders',
  'GET /orders/{orderId}',
  'GET /commitments',
  'GET /menu/badges',
  'GET /tasks',
  'GET /tasks/count',
] as const satisfies readonly ReadRoute[];

// A signature can end one grant and begin another.
const staleByHandOver = [...stale, 'GET /grants', 'GET /grants/{grantId}'] as const satisfies readonly ReadRoute[];

/** One act on a request; its answer is the file as it is after it, shown at once. */
export function useRequestAct<R extends RequestRoute>(route: R, onDone: (file: RequestView) => void): Act<R> {
  const client = useQueryClient();
  return useAct(route, {
    refreshes: staleByHandOver,
    onDone: (answer) => {
      const file: RequestView = answer satisfies Answer<RequestRoute>;
      client.setQueryData(keyOf('GET /requests/{requestId}', { params: { requestId: file.id } }), file);
      onDone(file);
    },
  });
}

/** Delivery, receipt or dispute of what the county owes for a request. */
export function useCommitmentAct<R extends CommitmentRoute>(route: R, onDone: () => void): Act<R> {
  return useAct(route, { refreshes: stale, onDone });
}

/** Asks again for everything that the page of a request shows. */
export function useReloadRequest(requestId: string): () => void {
  const client = useQueryClient();
  return () => {
    const input = { params: { requestId } };
    void client.invalidateQueries({ queryKey: keyOf('GET /requests/{requestId}', input) });
    void client.invalidateQueries({ queryKey: keyOf('GET /requests/{requestId}/preparation', input) });
    void client.invalidateQueries({ queryKey: keyOf('GET /requests/{requestId}/consequences', input) });
  };
}
