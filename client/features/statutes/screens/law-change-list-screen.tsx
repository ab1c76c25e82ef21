import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import type { StatuteVersion } from '../api/statutes.ts';
import { ValidityTag } from '../parts/validity-tag.tsx';
import { leftOf, subjectKinds } from '../parts/version-facts.tsx';
import { useLawChangeSheet } from '../parts/sheets.ts';

/** The worklist: every statute that was amended or repealed, with what is left to review. */
export function LawChangeListScreen() {
  const { t } = useTranslation('statutes');
  const address = useAddress([]);
  const found = useListAnswer('GET /law-changes', { query: { cursor: address.cursor, limit: '25' } });
  const columns = useColumns();
  return (
    <>
      <PageHeader title={t('changes.title')} lead={t('changes.lead')} />
      <Panel>
        <DataList
          caption={t('changes.caption')}
          columns={columns}
          rows={found.data?.items}
          keyOf={(row) => row.id}
          total={found.data?.isTotalExact === true ? found.data.total : undefined}
          nextCursor={found.data?.nextCursor}
          pages={address.pages}
          error={found.error}
          onRetry={() => void found.refetch()}
          isUpdating={found.isPlaceholderData}
          actions={<ExportButton list="GET /law-changes" sheet={useLawChangeSheet()} />}
          empty={{
            title: t('changes.empty.title'),
            advice: t('changes.empty.advice'),
            act: (
              <ButtonLink to={pathTo('statutes')} isPrimary>
                {t('changes.toStatutes')}
              </ButtonLink>
            ),
          }}
        />
      </Panel>
    </>
  );
}

function useColumns(): readonly Column<StatuteVersion>[] {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  return [
    {
      key: 'title',
      title: t('changes.column.title'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('statuteVersion', { versionId: row.id })}>{row.title}</Link>
          <div className="secondary">{t('version', { day: format.day(row.versionOn) })}</div>
        </>
      ),
    },
    { key: 'end', title: t('changes.column.end'), isFit: true, cell: (row) => <ValidityTag version={row} /> },
    { key: 'why', title: t('changes.column.why'), cell: (row) => row.endBasis },
    { key: 'left', title: t('changes.column.left'), cell: (row) => <Left row={row} /> },
    { key: 'done', title: t('changes.column.done'), isFit: true, isEnd: true, cell: (row) => format.number(row.done) },
  ];
}

function Left({ row }: { readonly row: StatuteVersion }) {
  const { t } = useTranslation('statutes');
  const word = useWords();
  const format = useFormat();
  const count = leftOf(row);
  if (count === 0) return <StatusTag tone="good">{t('changes.finished')}</StatusTag>;
  const parts = subjectKinds.filter((kind) => row.left[kind] > 0);
  return (
    <>
      <StatusTag tone="waiting">{t('changes.leftOf', { count })}</StatusTag>
      <div className="secondary">
        {format.list(parts.map((kind) => t('one.counts', { kind: word('basisSubject', kind), count: row.left[kind] })))}
      </div>
    </>
  );
}
