import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { Account } from '#client/parts/administration/administration.ts';

/** 柳河镇 · 乡镇负责人. */
export function useRoleWords(): (membership: Account['memberships'][number]) => string {
  const { t } = useTranslation('administration');
  const word = useWords();
  return ({ organisation, role }) => t('accounts.role', { organisation: organisation.shortName, role: word('role', role) });
}
