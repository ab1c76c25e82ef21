import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { SessionView } from '../api/courses.ts';

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

/** One day, or from one to another. */
export function useSessionDays(): (session: Pick<SessionView, 'startsOn' | 'endsOn'>) => string {
  const format = useFormat();
  return ({ startsOn, endsOn }) => format.period(startsOn, endsOn);
}
