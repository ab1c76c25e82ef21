import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { callLoosely } from './call.ts';
import type { CallError } from './call-error.ts';
import type { Answer, Given, LooseInput, Optionally, ReadRoute } from './call-types.ts';
import { keyOf, type QueryKey } from './keys.ts';

interface Reading<R extends ReadRoute> {
  readonly queryKey: QueryKey;
  readonly queryFn: (context: { readonly signal: AbortSignal }) => Promise<Answer<R>>;
}

/** Options of react-query for one readable operation; also for `prefetchQuery` and `ensureQueryData`. */
export function queryOf<R extends ReadRoute>(route: R, ...input: Optionally<Given<R>>): Reading<R> {
  const given = (input[0] ?? {}) as LooseInput;
  return { queryKey: keyOf(route, given), queryFn: ({ signal }) => callLoosely<R>(route, { ...given, signal }) };
}

/** Reads an operation for a screen about one thing. */
export function useAnswer<R extends ReadRoute>(route: R, ...input: Optionally<Given<R>>): UseQueryResult<Answer<R>, CallError> {
  return useQuery<Answer<R>, CallError, Answer<R>, QueryKey>(queryOf(route, ...input));
}

/** The same for lists: a changed filter or page keeps the old rows until the new ones are there (`isPlaceholderData`). */
export function useListAnswer<R extends ReadRoute>(route: R, ...input: Optionally<Given<R>>): UseQueryResult<Answer<R>, CallError> {
  return useQuery<Answer<R>, CallError, Answer<R>, QueryKey>({ ...queryOf(route, ...input), placeholderData: keepPreviousData });
}
