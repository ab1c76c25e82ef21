import { useTranslation } from 'react-i18next';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';

export function useGrantSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const { t: ofGrants } = useTranslation('grants');
  const law = useLawWords();
  const sheet = useSheet<Answer<'GET /grants'>['items'][number]>();
  return {
    name: t('file.grants'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('powerName', t('power')),
      sheet.text('townshipName', t('township')),
      sheet.text('departmentName', t('department')),
      sheet.word('carrier', t('carrier'), 'carrier'),
      sheet.word('state', t('state'), 'grantState'),
      sheet.dayAt('startsAt', t('from')),
      sheet.dayAt('endsAt', t('until')),
      sheet.word('endKind', t('endKind'), 'endKind'),
      sheet.labelled('openCase', t('openCase'), {
        return: ofGrants('openCase.return'),
        recall: ofGrants('openCase.recall'),
        swap: ofGrants('openCase.swap'),
      }),
      sheet.labelled('lawFlag', t('lawFlag'), { amended: law.flag('amended'), repealed: law.flag('repealed') }),
      sheet.text('documentNumber', t('documentNumber')),
    ],
  };
}
