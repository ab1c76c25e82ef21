import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { CallError } from '#client/lib/call-error.ts';
import type { Answer, ReadRoute } from '#client/lib/call-types.ts';
import type { QueryKey } from '#client/lib/keys.ts';
import { queryOf } from '#client/lib/use-answer.ts';

export type ImportOne = Answer<'GET /imports/{importId}'>;
export type ImportListed = Answer<'GET /imports'>['items'][number];
export type ImportFinding = Answer<'GET /imports/{importId}/findings'>['items'][number];
export type ImportRow = Answer<'GET /imports/{importId}/rows'>['items'][number];
export type ImportKindOffered = Answer<'GET /import-kinds'>['items'][number];

export const importReads = [
  'GET /imports',
  'GET /imports/{importId}',
  'GET /imports/{importId}/findings',
  'GET /imports/{importId}/rows',
] as const satisfies readonly ReadRoute[];

export const isBusy = (state: ImportOne['state']): boolean => state === 'reading' || state === 'applying';

const askAgainMs = 700;

const readOne = 'GET /imports/{importId}' satisfies ReadRoute;

/** One import, asked for again while something is done to it. What was written may stand on any screen: all are read again. */
export function useImport(importId: string) {
  const client = useQueryClient();
  const query = useQuery<ImportOne, CallError, ImportOne, QueryKey>({
    ...queryOf(readOne, { params: { importId } }),
    refetchInterval: ({ state }) => (state.data && isBusy(state.data.state) ? askAgainMs : false),
  });
  const isApplied = query.data?.state === 'applied';
  useEffect(() => {
    if (isApplied) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== readOne });
  }, [client, isApplied]);
  return query;
}
