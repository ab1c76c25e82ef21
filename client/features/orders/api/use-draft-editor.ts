import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { keyOf } from '#client/lib/keys.ts';
import { useMe } from '#client/lib/session.ts';
import type { OrderView } from './draft-answers.ts';
import { DraftEditor } from './draft-editor.ts';
import type { DraftEditorState } from './draft-state.ts';

const stale = ['GET /orders/{orderId}/check', 'GET /orders', 'GET /menu/badges'] as const;

/** The editor of one draft, for as long as its page is open; leaving the page saves, closing the window warns. */
export function useDraftEditor(order: OrderView): { readonly editor: DraftEditor; readonly state: DraftEditorState } {
  const client = useQueryClient();
  const { accountId } = useMe();
  const [editor] = useState(
    () =>
      new DraftEditor(order, accountId, (saved) => {
        client.setQueryData(keyOf('GET /orders/{orderId}', { params: { orderId: saved.id } }), saved);
        for (const route of stale) void client.invalidateQueries({ queryKey: [route] });
      }),
  );
  const state = useSyncExternalStore(editor.subscribe, editor.state);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (!editor.isSettled) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    void editor.save();
    return () => {
      window.removeEventListener('beforeunload', warn);
      void editor.save();
    };
  }, [editor]);
  return { editor, state };
}
