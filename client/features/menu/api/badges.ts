import { hasRole, useMe } from '#client/lib/session.ts';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '#client/lib/call-types.ts';
import { queryOf } from '#client/lib/use-answer.ts';

export type ItemBadge = Answer<'GET /menu/badges'>['items'][number];

/** How the own township stands to each of these items; empty for people of other bodies. */
export function useBadges(itemIds: readonly string[]): ReadonlyMap<string, ItemBadge> {
  const me = useMe();
  const query = queryOf('GET /menu/badges', { query: { itemIds: itemIds.join(',') } });
  const { data } = useQuery({ ...query, enabled: itemIds.length > 0 && hasRole(me, 'clerk', 'lead') });
  return new Map(data?.items.map((badge) => [badge.itemId, badge]));
}
