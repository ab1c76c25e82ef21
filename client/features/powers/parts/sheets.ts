import { useTranslation } from 'react-i18next';
import { useSheet } from '#client/i18n/use-sheet.ts';
import type { Answer } from '#client/lib/call-types.ts';
import type { ListSheet } from '#client/lib/list-sheet.ts';
import type { Power } from '#client/parts/editions/editions.ts';

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
