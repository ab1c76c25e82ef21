import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { ImportListed } from '../api/imports.ts';
import { ImportStart } from '../parts/import-start.tsx';
import { importTones } from '../parts/import-tones.ts';
import { useImportSheet } from '../parts/sheets.ts';

const states = ['reading', 'mapping', 'checked', 'applying', 'applied', 'failed', 'discarded'] as const;
type Query = NonNullable<NonNullable<Parameters<typeof useListAnswer<'GET /imports'>>[1]>['query']>;

/** Start an import, and find those that were started. */
export function ImportListScreen() {
  const { t } = useTranslation('imports');
  const word = useWords();
  const [search] = useSearchParams();
  const address = useAddress(['state']);
  const query = { ...(address.values.state === '' ? {} : { state: address.values.state }), cursor: address.cursor, limit: '25' } as Query;
  const found = useListAnswer('GET /imports', { query });
  const preset = { kind: search.get('kind') ?? '', scopeId: search.get('scope') ?? '' };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ImportStart preset={preset} />
      <Panel title={t('caption')}>
        <FilterBar
          address={address}
          filters={[
            {
              kind: 'choice',
              name: 'state',
              label: t('filter.state'),
              options: states.map((value) => ({ value, label: word('importState', value) })),
            },
          ]}
        />
        <DataList
          caption={t('caption')}
          columns={useColumns()}
          rows={found.data?.items}
          keyOf={(row) => row.id}
          total={found.data?.total}
          nextCursor={found.data?.nextCursor}
          pages={address.pages}
          error={found.error}
          onRetry={() => void found.refetch()}
          isUpdating={found.isPlaceholderData}
          address={address}
          actions={<ExportButton list="GET /imports" query={query} sheet={useImportSheet()} />}
          empty={{ title: t('empty'), advice: t('emptyAdvice') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<ImportListed>[] {
  const { t } = useTranslation('imports');
  const word = useWords();
  const format = useFormat();
  return [
    {
      key: 'file',
      title: t('column.file'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('import', { importId: row.id })}>{row.fileName}</Link>
          <div className="secondary">{row.scopeName}</div>
        </>
      ),
    },
    { key: 'kind', title: t('column.kind'), cell: (row) => word('importKind', row.kind) },
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) => <StatusTag tone={importTones[row.state]}>{word('importState', row.state)}</StatusTag>,
    },
    {
      key: 'counts',
      title: t('column.counts'),
      cell: ({ counts }) =>
        counts.added + counts.changed === 0
          ? null
          : `${t('check.added', { count: counts.added })} · ${t('check.changed', { count: counts.changed })}`,
    },
    { key: 'by', title: t('column.by'), isFit: true, cell: (row) => row.actorName },
    { key: 'at', title: t('column.at'), isFit: true, cell: (row) => format.instant(row.createdAt) },
  ];
}
