import { useMe } from './session.ts';
import { useStoredForm, type StoredForm } from './use-stored-form.ts';

/** What one person types in one capacity: who signs in next, or acts in another capacity, does not find it. */
export function useOwnStoredForm<T extends object>(name: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${name}`, initial);
}
