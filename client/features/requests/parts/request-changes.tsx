import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';

const known = [
  'order_submitted',
  'opinion_given',
  'opinion_silent',
  'legally_reviewed',
  'decided',
  'sent_back',
  'resubmitted',
  'withdrawn',
  'reconsideration_requested',
  'preparation_started',
  'preparation_extended',
  'waived',
  'attested',
  'hand_over_edited',
  'hand_over_signed',
  'escalated',
  'lapsed',
  'commitment_delivered',
  'commitment_confirmed',
  'commitment_disputed',
] as const;

/** Words for what somebody did, as the audit trail calls it. */
export function useAuditWords(): (action: string) => string {
  const { t } = useTranslation('requests');
  return (action) => t(`audit.${known.find((one) => one === action) ?? 'unknown'}`);
}

export interface ChangesProps {
  readonly changes: readonly { readonly at: number; readonly actor: string; readonly action: string }[];
}

/** What others did while one was typing. */
export function Changes({ changes }: ChangesProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const words = useAuditWords();
  if (changes.length === 0) return null;
  return (
    <ul>
      {changes.map(({ at, actor, action }) => (
        <li key={`${at}${action}`}>{t('act.someone', { at: format.instant(at), actor, action: words(action) })}</li>
      ))}
    </ul>
  );
}
