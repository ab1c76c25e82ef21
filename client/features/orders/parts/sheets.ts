import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';

type OrderRow = Answer<'GET /orders'>['items'][number];

export function useOrderSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<OrderRow>();
  return {
    name: t('file.orders'),
    columns: [
      sheet.text('number', t('number')),
      sheet.text('name', t('name')),
      sheet.text('townshipName', t('township')),
      sheet.number('lineCount', t('items')),
      sheet.text('powerNames', t('powers')),
      sheet.word('status', t('state'), 'orderStatus'),
      sheet.dayAt('submittedAt', t('submitted')),
    ],
  };
}

export function useDraftSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<OrderRow>();
  return {
    name: t('file.drafts'),
    columns: [
      sheet.text('name', t('name')),
      sheet.text('townshipName', t('township')),
      sheet.number('lineCount', t('items')),
      sheet.text('powerNames', t('powers')),
      sheet.instant('updatedAt', t('updated')),
    ],
  };
}
