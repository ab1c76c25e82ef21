import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';

export function useAuditSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /audit'>['items'][number]>();
  return {
    name: t('file.audit'),
    columns: [
      sheet.number('sequence', t('sequence')),
      sheet.instant('at', t('at')),
      sheet.text('actorName', t('actor')),
      sheet.text('onBehalfOf', t('onBehalfOf')),
      sheet.text('action', t('action')),
      sheet.text('subjectKind', t('subjectKind')),
      sheet.text('subjectId', t('subject')),
      sheet.text('detail', t('detail')),
      sheet.text('hash', t('hash')),
    ],
  };
}
