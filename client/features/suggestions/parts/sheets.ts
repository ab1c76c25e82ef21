import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Suggestion } from '../api/suggestions.ts';

export function useSuggestionSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Suggestion>();
  return {
    name: t('file.suggestions'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('name', t('power')),
      sheet.text('departmentName', t('department')),
      sheet.word('carrier', t('carrier'), 'carrier'),
      sheet.word('difficulty', t('difficulty'), 'difficulty'),
      sheet.word('liability', t('liability'), 'liability'),
      sheet.each('companions', ['name'], t('companions')),
    ],
  };
}
