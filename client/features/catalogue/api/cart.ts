import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { call } from '#client/lib/call.ts';
import { hasCode } from '#client/lib/call-error.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import { keyOf } from '#client/lib/keys.ts';
import { useOwnTownship, type OwnTownship } from '#client/lib/own-township.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { queryOf } from '#client/lib/use-answer.ts';

type Order = Answer<'GET /orders/{orderId}'>;
const stale = ['GET /orders', 'GET /menu/badges', 'GET /orders/{orderId}/check'] as const;
const emptyAnswers = { need: '', casesPerYear: null, approach: '', officerIds: [], startWishOn: null };

export interface Draft {
  readonly id: string;
  readonly name: string;
  readonly powerNames: readonly string[];
}
export interface Cart {
  /** Drafts of the own township, or of the one that was chosen; the one last worked on first. */
  readonly drafts: readonly Draft[];
  /** Into which draft a power goes; null for a new one. */
  readonly target: Draft | null;
  readonly choose: (draftId: string | null) => void;
  /** The name that a new draft gets. */
  readonly newName: string;
  readonly rename: (name: string) => void;
  readonly add: (itemId: string) => void;
  /** The power that is on its way into the draft. */
  readonly adding: string | null;
  readonly error: unknown;
  /** What the last press did. */
  readonly added: { readonly itemId: string; readonly draftId: string; readonly draftName: string } | null;
}

interface Adding {
  readonly itemId: string;
  readonly draftId: string | null;
  readonly name: string;
  /** For which township, where there are several. */
  readonly named: OwnTownship['named'];
  readonly replacesGrantId: string | null;
  readonly key: string;
}

/** Puts a power into a draft, or opens a draft with it; in a swap the line says which grant the power is to replace. */
export function useCart(replacesGrantId: string | null): Cart {
  const { t } = useTranslation('menu');
  const format = useFormat();
  const client = useQueryClient();
  const isTownship = hasRole(useMe(), 'clerk', 'lead');
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const [typedName, rename] = useState<string | null>(null);
  // One key for each power and draft: pressing again after a lost answer counts once, and another power is another act.
  const keys = useRef(new Map<string, string>());
  const { named, isOpen } = useOwnTownship();
  const query = { kind: 'draft', limit: '50', ...named } as const;
  const found = useQuery({ ...queryOf('GET /orders', { query }), enabled: isTownship && !isOpen });
  const drafts = [...(found.data?.items ?? [])].sort((one, other) => other.updatedAt - one.updatedAt);
  const target = chosen === null ? null : (drafts.find(({ id }) => id === chosen) ?? drafts[0] ?? null);
  const newName = typedName ?? t('cart.newName', { day: format.day(dayOf(now())) });
  const mutation = useMutation({
    mutationFn: (adding: Adding) => put(client, adding),
    onSuccess: (order, { itemId, draftId, named: { townshipId } }) => {
      keys.current.delete(`${draftId ?? townshipId ?? ''} ${itemId}`);
      choose(order.id);
      client.setQueryData(keyOf('GET /orders/{orderId}', { params: { orderId: order.id } }), order);
      for (const route of stale) void client.invalidateQueries({ queryKey: [route] });
    },
  });
  const { data: order, variables } = mutation;
  return {
    drafts,
    target,
    choose,
    newName,
    rename,
    add: (itemId) => {
      if (mutation.isPending || isOpen) return;
      const draftId = target?.id ?? null;
      const place = `${draftId ?? named.townshipId ?? ''} ${itemId}`;
      const key = keys.current.get(place) ?? newIdempotencyKey();
      keys.current.set(place, key);
      mutation.mutate({ itemId, draftId, name: newName.trim(), named, replacesGrantId, key });
    },
    adding: mutation.isPending ? (variables?.itemId ?? null) : null,
    error: mutation.error,
    added: order && variables ? { itemId: variables.itemId, draftId: order.id, draftName: order.name } : null,
  };
}

async function put(client: QueryClient, adding: Adding): Promise<Order> {
  const { itemId, draftId: orderId, name, named, replacesGrantId, key } = adding;
  const answers = { ...emptyAnswers, replacesGrantId };
  if (orderId === null) return call('POST /orders', { body: { name, ...named, lines: [{ itemId, ...answers }] }, idempotencyKey: key });
  // The version as it is now: adding a power collides with nothing that somebody typed into another line.
  const order = await client.fetchQuery({ ...queryOf('GET /orders/{orderId}', { params: { orderId } }), staleTime: 0 });
  if (order.lines.some((line) => line.itemId === itemId)) return order;
  try {
    return await call('PUT /orders/{orderId}/lines/{itemId}', {
      params: { orderId, itemId },
      body: answers,
      version: order.version,
    });
  } catch (error) {
    if (hasCode(error, 'version_stale')) return put(client, adding);
    throw error;
  }
}
