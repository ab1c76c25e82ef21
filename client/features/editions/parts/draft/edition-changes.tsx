import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { EditionCheck } from '#client/parts/editions/editions.ts';
import { fieldOf } from './edition-finding-words.ts';

const tones = { added: 'good', dropped: 'ended', changed: 'info' } as const;

/** What the edition adds, drops and changes against the one before it. */
export function EditionChanges({ changes }: Pick<EditionCheck, 'changes'>) {
  const { t } = useTranslation('editions');
  const { editionId = '' } = useParams();
  if (changes.length === 0) return <p>{t('diff.none')}</p>;
  return (
    <DataList
      caption={t('diff.caption')}
      rows={changes}
      keyOf={(row) => row.code}
      empty={{ title: t('diff.none') }}
      columns={[
        {
          key: 'item',
          title: t('diff.column.item'),
          isName: true,
          cell: (row) => (
            <>
              {row.change === 'dropped' ? row.name : <Link to={pathTo('editionItem', { editionId, itemId: row.itemId })}>{row.name}</Link>}
              <div className="secondary">{row.code}</div>
            </>
          ),
        },
        {
          key: 'change',
          title: t('diff.column.change'),
          isFit: true,
          cell: (row) => <StatusTag tone={tones[row.change]}>{t(`diff.${row.change}`)}</StatusTag>,
        },
        {
          key: 'fields',
          title: t('diff.column.fields'),
          cell: (row) => (row.fields.length === 0 ? null : row.fields.map((field) => t(`field.${fieldOf(field) ?? 'power'}`)).join(' · ')),
        },
      ]}
    />
  );
}
