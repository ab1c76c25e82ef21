import { useTranslation } from 'react-i18next';

const known = [
  'officer_added',
  'officer_changed',
  'officer_left',
  'certificate_recorded',
  'certificate_revoked',
  'session_scheduled',
  'session_cancelled',
  'officers_enrolled',
  'enrolment_cancelled',
  'results_recorded',
] as const;

/** What somebody else did meanwhile, as the audit trail calls it. */
export function useAuditWords(): (action: string) => string {
  const { t } = useTranslation('training');
  return (action) => t(`audit.${known.find((one) => one === action) ?? 'unknown'}`);
}
