import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { CommonPreview, CommonTownship } from '../api/common-decisions.ts';
import { useCommonReasonWords } from './common-reason-words.ts';

const tones = { granted: 'good', preparing: 'waiting', left_out: 'ended' } as const;
const places = ['granted', 'preparing', 'left_out'] as const;

/** What one decision would mean for each township, with the reason where it is not the power itself. */
export function CommonTownships({ preview }: { readonly preview: CommonPreview }) {
  const { t } = useTranslation('commonItems');
  const word = useWords();
  const says = useSays(preview);
  const address = useAddress(['place']);
  const { counts } = preview;
  const numbers = { granted: counts.granted, preparing: counts.preparing, left_out: counts.leftOut };
  const rows = preview.items.filter(({ place }) => address.values.place === '' || place === address.values.place);
  return (
    <>
      {preview.items.length < 8 ? null : (
        <FilterBar
          address={address}
          filters={[
            {
              kind: 'choice',
              name: 'place',
              label: t('preview.filter'),
              options: places.map((place) => ({ value: place, label: `${t(`place.${place}`)} ${String(numbers[place])}` })),
            },
          ]}
        />
      )}
      <DataList
        caption={t('preview.caption')}
        rows={rows}
        keyOf={(row) => row.townshipId}
        address={address}
        empty={{ title: t('preview.none'), advice: t('preview.noneAdvice') }}
        columns={[
          { key: 'township', title: t('column.township'), isName: true, cell: (row) => row.name },
          { key: 'kind', title: t('column.kind'), isFit: true, cell: (row) => word('townshipKind', row.kind) },
          {
            key: 'place',
            title: t('column.place'),
            isFit: true,
            cell: (row) => <StatusTag tone={tones[row.place]}>{t(`place.${row.place}`)}</StatusTag>,
          },
          { key: 'reasons', title: t('column.reasons'), cell: says },
        ]}
      />
    </>
  );
}

function useSays({ owed }: CommonPreview): (row: CommonTownship) => string {
  const { t } = useTranslation('commonItems');
  const format = useFormat();
  const reasonWords = useCommonReasonWords();
  return (row) => {
    switch (row.place) {
      case 'granted':
        return t('ready');
      case 'left_out':
        return format.list(row.reasons.map(reasonWords));
      case 'preparing':
        return format.list([
          ...(row.openPrerequisites === 0 ? [] : [t('openPrerequisites', { count: row.openPrerequisites })]),
          ...(owed === 0 ? [] : [t('owing')]),
        ]);
    }
  };
}
