import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import { useLabels } from '#client/i18n/use-words.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Account, Organisation } from '../api/administration.ts';

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

export function useOrganisationSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Organisation>();
  return {
    name: t('file.organisations'),
    columns: [
      sheet.text('name', t('name')),
      sheet.text('shortName', t('shortName')),
      sheet.word('kind', t('kind'), 'organisationKind'),
      sheet.word('townshipKind', t('townshipKind'), 'townshipKind'),
      sheet.text('divisionCode', t('divisionCode')),
      sheet.word('duty', t('duty'), 'duty'),
      sheet.word('system', t('system'), 'organisationSystem'),
      sheet.number('profile.residents', t('residents')),
      sheet.text('contactPhone', t('contact')),
      sheet.text('complaintPhone', t('complaint')),
      sheet.text('address', t('address')),
      sheet.flag('isActive', t('active')),
    ],
  };
}
