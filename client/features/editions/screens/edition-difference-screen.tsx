import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useEditions } from '#client/parts/editions/editions.ts';
import { DifferenceName, DifferenceTerms } from '../parts/draft/edition-difference-cells.tsx';
import { useDifferenceSheet } from '../parts/sheets.ts';

const tones = { added: 'good', dropped: 'ended', changed: 'info' } as const;
const changes = ['added', 'dropped', 'changed'] as const;

/** What one edition of the menu has otherwise than another; the address says which two, so a link reproduces it. */
export function EditionDifferenceScreen() {
  const { t } = useTranslation('editions');
  const { t: ofMenu } = useTranslation('menu');
  const address = useAddress(['from', 'to', 'change', 'q']);
  const { from, to, change, q } = address.values;
  const editions = useEditions().data?.items ?? [];
  const query = {
    ...{ from: from || undefined, to: to || undefined, q: q || undefined },
    ...{ change: changes.find((one) => one === change), cursor: address.cursor, limit: '25' },
  };
  const found = useListAnswer('GET /edition-difference', { query });
  const { data } = found;
  const nameOf = ({ title, number }: (typeof editions)[number]): string => t('edition', { title, number });
  const options = editions.map((edition) => ({ value: edition.id, label: nameOf(edition) }));
  const lead =
    data === undefined
      ? undefined
      : data.from === null
        ? t('compare.first', { to: nameOf(data.to) })
        : t('compare.lead', { from: nameOf(data.from), to: nameOf(data.to) });
  return (
    <>
      <PageHeader title={t('compare.title')} lead={lead} crumbs={[{ title: ofMenu('title'), to: pathTo('menu') }]} />
      <Panel title={t('compare.which')}>
        <FilterBar
          address={address}
          filters={[
            { kind: 'choice', name: 'from', label: t('compare.from'), all: t('compare.before'), options },
            { kind: 'choice', name: 'to', label: t('compare.to'), all: t('compare.inForce'), options },
            {
              kind: 'choice',
              name: 'change',
              label: t('diff.column.change'),
              options: changes.map((value) => ({
                value,
                label:
                  data === undefined ? t(`diff.${value}`) : t('compare.counted', { what: t(`diff.${value}`), count: data.counts[value] }),
              })),
            },
          ]}
        />
      </Panel>
      <Panel>
        <FilterBar address={address} filters={[{ kind: 'text', name: 'q', label: t('one.search') }]} />
        <DataList
          caption={t('compare.caption')}
          rows={data?.items}
          keyOf={(row) => row.code}
          total={data?.total}
          nextCursor={data?.nextCursor}
          pages={address.pages}
          error={found.error}
          onRetry={() => void found.refetch()}
          isUpdating={found.isPlaceholderData}
          address={address}
          actions={<ExportButton list="GET /edition-difference" query={query} sheet={useDifferenceSheet()} />}
          empty={{ title: t('compare.none'), advice: t('compare.noneAdvice') }}
          columns={[
            {
              key: 'item',
              title: t('diff.column.item'),
              isName: true,
              cell: (row) => (data === undefined ? row.name : <DifferenceName row={row} to={data.to} />),
            },
            {
              key: 'change',
              title: t('diff.column.change'),
              isFit: true,
              cell: (row) => <StatusTag tone={tones[row.change]}>{t(`diff.${row.change}`)}</StatusTag>,
            },
            { key: 'terms', title: t('diff.column.fields'), cell: (row) => <DifferenceTerms row={row} /> },
          ]}
        />
      </Panel>
    </>
  );
}
