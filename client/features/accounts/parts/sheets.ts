import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import { useLabels } from '#client/i18n/use-words.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Account } from '#client/parts/administration/administration.ts';

export function useAccountSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Account>();
  const roles = sheet.each('memberships', ['organisation.name', 'role'], t('roles'));
  return {
    name: t('file.accounts'),
    columns: [
      sheet.text('username', t('username')),
      sheet.text('name', t('person')),
      { ...roles, as: 'words', words: useLabels()('role') },
      sheet.flag('isDisabled', t('disabled')),
      sheet.flag('isLocked', t('locked')),
      sheet.instant('lastSignInAt', t('lastSignIn')),
    ],
  };
}
