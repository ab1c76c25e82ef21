import { useTranslation } from 'react-i18next';
import type { Sheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { EditionRow } from './editions.ts';

/** What a list of items of any edition takes along. */
export function useItemColumns(sheet: Sheet<EditionRow>): ListSheet['columns'] {
  const { t } = useTranslation('sheets');
  return [
    sheet.text('code', t('code')),
    sheet.text('name', t('power')),
    sheet.word('statutoryType', t('statutoryType'), 'statutoryType'),
    sheet.word('category', t('category'), 'category'),
    sheet.text('field', t('field')),
    sheet.text('departmentName', t('department')),
    sheet.word('carrier', t('carrier'), 'carrier'),
    sheet.word('release', t('release'), 'release'),
    sheet.word('difficulty', t('difficulty'), 'difficulty'),
    sheet.word('liability', t('liability'), 'liability'),
    sheet.flag('isReturnable', t('returnable')),
  ];
}
