import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useEditions, type Edition } from '#client/parts/editions/editions.ts';
import { EditionOpen } from '../parts/draft/edition-open.tsx';
import { editionTones } from '../parts/draft/edition-tones.ts';
import { useEditionSheet } from '../parts/sheets.ts';

export function EditionListScreen() {
  const { t } = useTranslation('editions');
  const me = useMe();
  const { data, error, refetch } = useEditions();
  const hasDraft = data?.items.some(({ state }) => state === 'draft') ?? true;
  const rows = data === undefined ? undefined : [...data.items].sort((a, b) => b.number - a.number);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={<ButtonLink to={pathTo('editionDifference')}>{t('compare.title')}</ButtonLink>}
      />
      {hasRole(me, 'admin') && !hasDraft ? <EditionOpen /> : null}
      <Panel>
        <DataList
          caption={t('caption')}
          columns={useColumns()}
          rows={rows}
          keyOf={(row) => row.id}
          error={error}
          onRetry={() => void refetch()}
          actions={<ExportButton list="GET /editions" sheet={useEditionSheet()} />}
          empty={{ title: t('empty'), advice: t('emptyAdvice') }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<Edition>[] {
  const { t } = useTranslation('editions');
  const word = useWords();
  const format = useFormat();
  return [
    {
      key: 'edition',
      title: t('column.edition'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('edition', { editionId: row.id })}>{row.title}</Link>
          <div className="secondary">{t('nth', { number: row.number })}</div>
        </>
      ),
    },
    {
      key: 'state',
      title: t('column.state'),
      isFit: true,
      cell: (row) => <StatusTag tone={editionTones[row.state]}>{word('editionState', row.state)}</StatusTag>,
    },
    { key: 'number', title: t('column.number'), cell: (row) => row.documentNumber },
    {
      key: 'published',
      title: t('column.published'),
      isFit: true,
      cell: (row) => (row.publishedAt === null ? null : format.dayAt(row.publishedAt)),
    },
    { key: 'items', title: t('column.items'), isFit: true, isEnd: true, cell: (row) => format.number(row.itemCount) },
  ];
}
