import { useMe } from './session.ts';
import { useKept, type Kept } from './use-kept.ts';

/** What one person types in one capacity: who signs in next, or acts in another capacity, does not find it. */
export function useOwnKept<T extends object>(name: string, initial: T): Kept<T> {
  const me = useMe();
  return useKept(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${name}`, initial);
}
