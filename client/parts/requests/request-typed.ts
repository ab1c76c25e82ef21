import { useMe } from '#client/lib/session.ts';
import { useKept, type Kept } from '#client/lib/use-kept.ts';

/** What is typed into one act on one request, by one person in one capacity. */
export function useTyped<T extends object>(requestId: string, act: string, initial: T): Kept<T> {
  const me = useMe();
  return useKept(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${requestId}:${act}`, initial);
}
