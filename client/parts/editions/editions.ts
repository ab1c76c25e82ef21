import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';
import { useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { useStoredForm, type StoredForm } from '#client/lib/use-stored-form.ts';

export type Edition = Answer<'GET /editions'>['items'][number];
export type EditionRow = Answer<'GET /editions/{editionId}/items'>['items'][number];
export type EditionItem = Answer<'GET /editions/{editionId}/items/{itemId}'>;
export type EditionCheck = Answer<'GET /editions/{editionId}/check'>;
export type Finding = EditionCheck['findings'][number];
export type Power = Answer<'GET /powers'>['items'][number];
export type Terms = EditionItem['terms'];

/** Reads that a change of the draft makes stale. */
export const draftReads = [
  'GET /editions',
  'GET /editions/{editionId}/items',
  'GET /editions/{editionId}/check',
  'GET /editions/{editionId}/reviews',
] as const;

export const useEditions = () => useAnswer('GET /editions');
export const useEditionCheck = (editionId: string) => useAnswer('GET /editions/{editionId}/check', { params: { editionId } });

/** What is typed into one form of the editor, by one person. */
export function useTyped<T extends object>(subject: string, initial: T): StoredForm<T> {
  const me = useMe();
  return useStoredForm(`${me.accountId}:${me.actingFor?.accountId ?? ''}:${subject}`, initial);
}

const known = [
  'edition_item_added',
  'edition_item_changed',
  'edition_item_dropped',
  'item_changed',
  'edition_published',
  'edition_reviewed',
  'edition_review_called_back',
  'edition_review_voided',
] as const;

/** Words for what somebody else did meanwhile, as the audit trail calls it. */
export function useChangeWords(): (action: string) => string {
  const { t } = useTranslation('editions');
  return (action) => t(`change.${known.find((one) => one === action) ?? 'unknown'}`);
}
