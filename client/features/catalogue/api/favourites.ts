import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '#client/lib/call.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import { keyOf } from '#client/lib/keys.ts';
import { useAnswer } from '#client/lib/use-answer.ts';

export type Favourite = Answer<'GET /menu/favourites'>['items'][number];

export interface Favourites {
  readonly items: readonly Favourite[] | undefined;
  readonly has: (powerId: string) => boolean;
  readonly toggle: (power: Marked) => void;
  readonly error: unknown;
}
type Marked = Pick<Favourite, 'powerId' | 'code' | 'name' | 'departmentName' | 'itemId'>;

/** What the person marked. A press shows at once; should the server refuse, the mark goes back to what it was. */
export function useFavourites(): Favourites {
  const client = useQueryClient();
  const key = keyOf('GET /menu/favourites', {});
  const { data, error } = useAnswer('GET /menu/favourites');
  const items = data?.items;
  const has = (powerId: string): boolean => items?.some((one) => one.powerId === powerId) === true;
  const mutation = useMutation({
    mutationFn: ({ powerId, isMarked }: { readonly powerId: string; readonly isMarked: boolean }) =>
      isMarked
        ? call('DELETE /menu/favourites/{powerId}', { params: { powerId }, idempotencyKey: newIdempotencyKey() })
        : call('PUT /menu/favourites/{powerId}', { params: { powerId }, idempotencyKey: newIdempotencyKey() }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['GET /menu/favourites'] });
      void client.invalidateQueries({ queryKey: ['GET /menu/items'] });
    },
  });
  return {
    items,
    has,
    toggle: (power) => {
      const isMarked = has(power.powerId);
      const others = (items ?? []).filter(({ powerId }) => powerId !== power.powerId);
      client.setQueryData(key, { items: isMarked ? others : [{ ...power, markedAt: 0 }, ...others] });
      mutation.mutate({ powerId: power.powerId, isMarked });
    },
    error: mutation.error ?? error,
  };
}
