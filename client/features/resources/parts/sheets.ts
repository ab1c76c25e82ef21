import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { CommitmentView } from '../api/commitments.ts';

export function useCommitmentSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<CommitmentView>();
  return {
    name: t('file.commitments'),
    columns: [
      sheet.text('powerName', t('power')),
      sheet.text('township.name', t('township')),
      sheet.word('kind', t('kind'), 'resourceKind'),
      sheet.number('amount', t('count')),
      sheet.word('unit', t('unit'), 'resourceUnit'),
      sheet.text('description', t('promised')),
      sheet.text('organisation.name', t('owedBy')),
      sheet.word('state', t('state'), 'commitmentState'),
      sheet.lastDayAt('dueAt', t('due')),
      sheet.flag('isOverdue', t('overdue')),
      sheet.dayAt('deliveredAt', t('delivered')),
      sheet.text('evidence', t('evidence')),
      sheet.dayAt('confirmedAt', t('confirmed')),
      sheet.text('disputeText', t('objection')),
    ],
  };
}
