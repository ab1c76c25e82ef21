import { useTranslation } from 'react-i18next';
import { useSheet, type Sheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Edition, EditionRow, Power } from './editions.ts';
import type { Favourite } from '../terms/favourites.ts';

function useItemColumns(sheet: Sheet<EditionRow>): ListSheet['columns'] {
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

export function useMenuSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  return { name: t('file.menu'), columns: useItemColumns(useSheet<EditionRow>()) };
}

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

export function usePowerSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const { t: ofPowers } = useTranslation('powers');
  const sheet = useSheet<Power>();
  return {
    name: t('file.powers'),
    columns: [
      sheet.text('code', t('code')),
      sheet.text('name', t('power')),
      sheet.word('statutoryType', t('statutoryType'), 'statutoryType'),
      sheet.word('category', t('category'), 'category'),
      sheet.text('field', t('field')),
      sheet.text('departmentName', t('department')),
      {
        ...sheet.labelled('cameDownFrom', t('origin'), { province: ofPowers('origins.province'), city: ofPowers('origins.city') }),
        empty: ofPowers('origins.county'),
      },
      sheet.text('cameDownBasis', t('originBasis')),
      sheet.flag('limitsPersonalFreedom', t('freedom')),
    ],
  };
}

export function useAlikeSheet(): ListSheet {
  const { t } = useTranslation('sheets');
  const { t: ofPowers } = useTranslation('powers');
  const sheet = useSheet<Answer<'GET /alikes'>['items'][number]>();
  return {
    name: t('file.alikes'),
    columns: [
      sheet.text('power.code', t('code')),
      sheet.text('power.name', t('power')),
      sheet.text('power.departmentName', t('department')),
      sheet.labelled('left.kind', t('kind'), {
        power: ofPowers('alike.kinds.power'),
        directory_entry: ofPowers('alike.kinds.directory_entry'),
        duty_entry: ofPowers('alike.kinds.duty_entry'),
        township_power: ofPowers('alike.kinds.township_power'),
      }),
      sheet.text('left.code', t('likeCode')),
      sheet.text('left.name', t('likeName')),
      sheet.number('likeness', t('likeness')),
    ],
  };
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
