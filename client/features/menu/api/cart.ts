import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useAct } from '#client/lib/use-act.ts';
import { queryOf, useAnswer } from '#client/lib/use-answer.ts';

const refreshes = ['GET /orders', 'GET /orders/{orderId}', 'GET /menu/badges', 'GET /orders/{orderId}/check'] as const;
const emptyLine = { need: '', casesPerYear: null, approach: '', officerIds: [], startWishOn: null } as const;

export interface Draft {
  readonly id: string;
  readonly name: string;
}
export interface Cart {
  /** Drafts of the own township, the one last worked on first. */
  readonly drafts: readonly Draft[];
  /** Into a draft, or with null into a new one. */
  readonly add: (itemId: string, draftId: string | null) => void;
  readonly isAdding: boolean;
  readonly error: unknown;
  /** Where the last power went. */
  readonly added: Draft | null;
}

/** Puts a power into a draft, or opens a draft with it; in a swap the line says which grant the power is to replace. */
export function useCart(replacesGrantId: string | null): Cart {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const client = useQueryClient();
  const [added, setAdded] = useState<Draft | null>(null);
  const [readError, setReadError] = useState<unknown>(null);
  const drafts = useAnswer('GET /orders', { query: { kind: 'draft', limit: '20' } });
  const onDone = ({ id, name }: Draft): void => setAdded({ id, name });
  const open = useAct('POST /orders', { refreshes, onDone });
  const put = useAct('PUT /orders/{orderId}/lines/{itemId}', { refreshes, onDone });
  const line = { ...emptyLine, officerIds: [], replacesGrantId };

  const putInto = async (orderId: string, itemId: string): Promise<void> => {
    // The version as it is now: adding a power collides with nothing that somebody typed into another line.
    const order = await client.fetchQuery({ ...queryOf('GET /orders/{orderId}', { params: { orderId } }), staleTime: 0 });
    put.act({ params: { orderId, itemId }, body: line, version: order.version });
  };
  return {
    drafts: drafts.data?.items.map(({ id, name }) => ({ id, name })) ?? [],
    add: (itemId, draftId) => {
      setReadError(null);
      if (draftId !== null) putInto(draftId, itemId).catch(setReadError);
      else open.act({ body: { name: t('cart.newName', { day: format.day(dayOf(now())) }), lines: [{ itemId, ...line }] } });
    },
    isAdding: open.isActing || put.isActing,
    error: put.error ?? open.error ?? readError,
    added,
  };
}
