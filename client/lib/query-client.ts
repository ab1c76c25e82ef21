import { QueryClient } from '@tanstack/react-query';
import { NetworkError } from './call-error.ts';

const tries = 2;

/**
 * No refetch storms: an answer is fresh for half a minute, coming back to the window asks nothing, and only a lost
 * connection is tried again. `networkMode: always`, because on a county intranet the browser's idea of "offline" is wrong.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
        retry: (failures, error) => error instanceof NetworkError && failures < tries,
        retryDelay: (failures) => 400 * 2 ** failures,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
