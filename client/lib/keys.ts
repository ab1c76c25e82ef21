import type { ReadRoute } from './call-types.ts';

/** First part: the route. A change names the routes whose answers it makes stale, whatever their parameters. */
export type QueryKey = readonly [route: string, params: unknown, query: unknown];

export function keyOf(route: ReadRoute, input: { readonly params?: unknown; readonly query?: unknown } = {}): QueryKey {
  return [route, input.params ?? null, withoutEmpty(input.query)];
}

// An empty filter and an absent one ask the same question, so they share an answer.
function withoutEmpty(query: unknown): unknown {
  if (typeof query !== 'object' || query === null) return null;
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined && value !== ''));
}
