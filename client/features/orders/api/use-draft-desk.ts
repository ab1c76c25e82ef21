import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keyOf } from '#client/lib/keys.ts';
import { useMe } from '#client/lib/session.ts';
import type { OrderView } from './draft-answers.ts';
import { DraftDesk } from './draft-desk.ts';
import type { DeskState } from './draft-state.ts';

const stale = ['GET /orders/{orderId}/check', 'GET /orders', 'GET /menu/badges'] as const;

/** The desk of one draft for as long as its page is open; leaving the page saves, closing the window warns. */
export function useDraftDesk(order: OrderView): { readonly desk: DraftDesk; readonly state: DeskState } {
  const client = useQueryClient();
  const { accountId } = useMe();
  const [desk] = useState(
    () =>
      new DraftDesk(order, accountId, (saved) => {
        client.setQueryData(keyOf('GET /orders/{orderId}', { params: { orderId: saved.id } }), saved);
        for (const route of stale) void client.invalidateQueries({ queryKey: [route] });
      }),
  );
  const state = useSyncExternalStore(desk.subscribe, desk.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (!desk.isSettled) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    void desk.save();
    return () => {
      window.removeEventListener('beforeunload', warn);
      void desk.save();
    };
  }, [desk]);
  return { desk, state };
}
