import { useQuery } from '@tanstack/react-query';
import type { Answer } from '#client/lib/call-types.ts';
import { queryOf, useAnswer } from '#client/lib/use-answer.ts';

export type LawFlag = Answer<'GET /menu/law-flags'>['items'][number]['lawFlag'];

/** Which of these items rest on a statute that has ended and wait for a review. */
export function useLawFlags(itemIds: readonly string[]): ReadonlyMap<string, LawFlag> {
  const query = queryOf('GET /menu/law-flags', { query: { itemIds: itemIds.join(',') } });
  const { data } = useQuery({ ...query, enabled: itemIds.length > 0 });
  return new Map(data?.items.map(({ itemId, lawFlag }) => [itemId, lawFlag]));
}

export const useItemBases = (itemId: string) => useAnswer('GET /menu/items/{itemId}/bases', { params: { itemId } });
