import { useOwnTownship } from '#client/lib/own-township.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useQuery } from '@tanstack/react-query';
import type { Answer } from '#client/lib/call-types.ts';
import { queryOf } from '#client/lib/use-answer.ts';

export type ItemBadge = Answer<'GET /menu/badges'>['items'][number];
const readers = ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'admin', 'auditor'] as const;

/** How the own township stands to each of these items, and how many others hold or want it. */
export function useBadges(itemIds: readonly string[]): ReadonlyMap<string, ItemBadge> {
  const me = useMe();
  const { named, isOpen } = useOwnTownship();
  const query = queryOf('GET /menu/badges', { query: { itemIds: itemIds.join(','), ...named } });
  const { data } = useQuery({ ...query, enabled: itemIds.length > 0 && !isOpen && hasRole(me, ...readers) });
  return new Map(data?.items.map((badge) => [badge.itemId, badge]));
}
