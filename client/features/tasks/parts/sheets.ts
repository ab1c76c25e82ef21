import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';

export function useTaskSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Answer<'GET /tasks'>['items'][number]>();
  return {
    name: t('file.tasks'),
    columns: [
      sheet.word('kind', t('task'), 'taskKind'),
      sheet.text('powerCode', t('code')),
      sheet.text('powerName', t('power')),
      sheet.text('townshipName', t('township')),
      sheet.instant('openedAt', t('received')),
      sheet.lastDayAt('dueAt', t('due')),
      sheet.flag('isOverdue', t('overdue')),
      sheet.flag('isForColleague', t('forColleague')),
    ],
  };
}
