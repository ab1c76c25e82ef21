import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Edition, EditionRow } from '#client/parts/editions/editions.ts';
import { useItemColumns } from '#client/parts/editions/item-columns.ts';

export function useEditionItemSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  return { name: t('file.editionItems'), columns: useItemColumns(useSheet<EditionRow>()) };
}

export function useEditionSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const sheet = useSheet<Edition>();
  return {
    name: t('file.editions'),
    columns: [
      sheet.number('number', t('edition')),
      sheet.text('title', t('title')),
      sheet.word('state', t('state'), 'editionState'),
      sheet.text('documentNumber', t('documentNumber')),
      sheet.dayAt('publishedAt', t('published')),
      sheet.number('itemCount', t('items')),
    ],
  };
}

export function useDifferenceSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const { t: ofEditions } = useTranslation('editions');
  const sheet = useSheet<Answer<'GET /edition-difference'>['items'][number]>();
  return {
    name: t('file.difference'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('name', t('power')),
      sheet.text('departmentName', t('department')),
      sheet.labelled('change', t('change'), {
        added: ofEditions('diff.added'),
        dropped: ofEditions('diff.dropped'),
        changed: ofEditions('diff.changed'),
      }),
    ],
  };
}
