import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';

export function useRequestSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /requests'>['items'][number]>();
  return {
    name: t('file.requests'),
    columns: [
      sheet.text('orderNumber', t('orderNumber')),
      sheet.text('code', t('code')),
      sheet.text('powerName', t('power')),
      sheet.text('townshipName', t('township')),
      sheet.text('departmentName', t('department')),
      sheet.word('state', t('state'), 'requestState'),
      sheet.word('stage', t('stage'), 'stage'),
      sheet.flag('isSwap', t('swap')),
      sheet.dayAt('submittedAt', t('submitted')),
      sheet.lastDayAt('dueAt', t('due')),
    ],
  };
}
