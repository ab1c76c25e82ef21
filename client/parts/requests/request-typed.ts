import { useMe } from '#client/lib/session.ts';
import { useStoredForm, type StoredForm } from '#client/lib/use-stored-form.ts';

/** What is typed into one act on one request, by one person in one capacity. */
export function useTyped<T extends object>(requestId: string, act: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${requestId}:${act}`, initial);
}
