import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { queryOf, useAnswer } from '#client/lib/use-answer.ts';
import { useStoredForm, type StoredForm } from '#client/lib/use-stored-form.ts';

export type StatuteRow = Answer<'GET /statutes'>['items'][number];
export type Statute = Answer<'GET /statutes/{statuteId}'>;
export type StatuteVersion = Answer<'GET /statute-versions/{versionId}'>;
export type BasisLine = Answer<'GET /statute-versions/{versionId}/lines'>['items'][number];

export const useStatute = (statuteId: string) => useAnswer('GET /statutes/{statuteId}', { params: { statuteId } });
export const useStatuteVersion = (versionId: string) => useAnswer('GET /statute-versions/{versionId}', { params: { versionId } });

/** Statutes by a few characters of their title, while somebody types. */
export function useKnownStatutes(q: string): readonly StatuteRow[] {
  const text = q.trim();
  const found = useQuery({
    ...queryOf('GET /statutes', { query: { q: text, limit: '20' } }),
    enabled: text.length > 1,
    placeholderData: keepPreviousData,
  });
  return text.length > 1 ? (found.data?.items ?? []) : [];
}

export const useMayKeep = (): boolean => hasRole(useMe(), 'admin', 'legal_reviewer');

/** What is typed into one form, by one person. */
export function useTyped<T extends object>(subject: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${subject}`, initial);
}

const known = ['statute_corrected', 'statute_version_corrected', 'statute_ended', 'statute_end_undone'] as const;

/** Words for what somebody did, as the audit trail calls it. */
export function useChangeWords(): (action: string) => string {
  const { t } = useTranslation('statutes');
  return (action) => t(`change.${known.find((one) => one === action) ?? 'unknown'}`);
}
