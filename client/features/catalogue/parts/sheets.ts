import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { EditionRow } from '#client/parts/editions/editions.ts';
import { useItemColumns } from '#client/parts/editions/item-columns.ts';
import type { Favourite } from '../api/favourites.ts';

export function useMenuSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  return { name: t('file.menu'), columns: useItemColumns(useSheet<EditionRow>()) };
}

export function useFavouriteSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Favourite>();
  return {
    name: t('file.favourites'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('name', t('power')),
      sheet.text('departmentName', t('department')),
      sheet.dayAt('markedAt', t('marked')),
    ],
  };
}
