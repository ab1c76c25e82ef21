import { useTranslation } from 'react-i18next';

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
