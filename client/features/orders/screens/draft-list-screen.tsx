import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { townshipsOf, useMe } from '#client/lib/session.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useDraftSheet } from '../parts/sheets.ts';

type Row = Answer<'GET /orders'>['items'][number];

/** Drafts of the own townships. */
export function DraftListScreen() {
  const { t } = useTranslation('orders');
  const address = useAddress([]);
  const found = useListAnswer('GET /orders', { query: { kind: 'draft', cursor: address.cursor, limit: '25' } });
  const columns = useDraftColumns(townshipsOf(useMe()).length > 1);
  const toMenu = (
    <ButtonLink to={pathTo('menu')} isPrimary>
      {t('drafts.toMenu')}
    </ButtonLink>
  );
  const isEmpty = found.data?.items.length === 0;
  return (
    <>
      <PageHeader title={t('drafts.title')} lead={t('drafts.lead')} actions={isEmpty ? undefined : toMenu} />
      <Panel>
        <DataList
          caption={t('drafts.caption')}
          columns={columns}
          rows={found.data?.items}
          keyOf={(row) => row.id}
          total={found.data?.total}
          nextCursor={found.data?.nextCursor}
          pages={address.pages}
          error={found.error}
          onRetry={() => void found.refetch()}
          isUpdating={found.isPlaceholderData}
          actions={<ExportButton list="GET /orders" query={{ kind: 'draft' }} sheet={useDraftSheet()} />}
          empty={{ title: t('drafts.empty'), advice: t('drafts.emptyAdvice'), act: toMenu }}
        />
      </Panel>
    </>
  );
}

function useDraftColumns(isOfSeveral: boolean): Column<Row>[] {
  const { t } = useTranslation('orders');
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('drafts.column.name'),
      isName: true,
      cell: (row) => <Link to={pathTo('draft', { orderId: row.id })}>{row.name}</Link>,
    },
    ...(isOfSeveral ? [{ key: 'township', title: t('list.column.township'), cell: (row: Row) => row.townshipName }] : []),
    {
      key: 'powers',
      title: t('drafts.column.powers'),
      cell: ({ powerNames, lineCount }) =>
        lineCount === 0 ? (
          t('drafts.noLines')
        ) : (
          <>
            {powerNames.slice(0, 3).map((name) => (
              <div key={name}>{name}</div>
            ))}
            {lineCount > 3 ? <div className="secondary">{t('list.more', { count: lineCount })}</div> : null}
          </>
        ),
    },
    { key: 'updated', title: t('drafts.column.updated'), isFit: true, cell: (row) => format.instant(row.updatedAt) },
  ];
}
