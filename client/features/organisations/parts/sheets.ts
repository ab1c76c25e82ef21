import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Organisation } from '#client/parts/administration/administration.ts';

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
