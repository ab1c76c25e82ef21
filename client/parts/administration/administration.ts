import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';
import { useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useStoredForm, type StoredForm } from '#client/lib/use-stored-form.ts';

export type Organisation = Answer<'GET /organisations'>['items'][number];
export type Account = Answer<'GET /accounts/{accountId}'>;
export type Settings = Answer<'GET /settings'>['settings'];

export const useOrganisations = () => useAnswer('GET /organisations');
export const useAccount = (accountId: string) => useAnswer('GET /accounts/{accountId}', { params: { accountId } });

/** What is typed into one form of the administration, by one person. */
export function useTyped<T extends object>(subject: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${subject}`, initial);
}

const known = ['account_changed', 'secret_reset', 'organisation_changed', 'settings_changed'] as const;

/** Words for what somebody else did meanwhile, as the audit trail calls it. */
export function useChangeWords(): (action: string) => string {
  const { t } = useTranslation('administration');
  return (action) => t(`change.${known.find((one) => one === action) ?? 'unknown'}`);
}
