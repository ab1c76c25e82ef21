import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, onlyTownshipOf, useMe } from '#client/lib/session.ts';
import { queryOf, useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { OrderStatusTag } from '../parts/orders/order-status.tsx';
import { useOrderSheet } from '../parts/sheets.ts';

type Row = Answer<'GET /orders'>['items'][number];

/** Submitted orders: the own ones for a township, those of all for county and audit. */
export function OrderListScreen() {
  const { t } = useTranslation('orders');
  const me = useMe();
  const isTownship = onlyTownshipOf(me) !== null;
  const mayDraft = hasRole(me, 'clerk', 'lead');
  const address = useAddress(['townshipId']);
  const query = { kind: 'submitted', townshipId: address.values.townshipId || undefined, cursor: address.cursor, limit: '25' } as const;
  const found = useListAnswer('GET /orders', { query });
  const townships = useQuery({ ...queryOf('GET /organisations', { query: { kind: 'township' } }), enabled: !isTownship }).data?.items ?? [];
  const columns = useOrderColumns(isTownship);
  return (
    <>
      <PageHeader
        title={t('list.title')}
        lead={t('list.lead')}
        actions={mayDraft ? <ButtonLink to={pathTo('drafts')}>{t('list.toDrafts')}</ButtonLink> : undefined}
      />
      <Panel>
        {isTownship ? null : (
          <FilterBar
            address={address}
            filters={[
              {
                kind: 'choice',
                name: 'townshipId',
                label: t('list.filter.township'),
                options: townships.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]}
          />
        )}
        <FoundList
          caption={t('list.caption')}
          columns={columns}
          found={found}
          keyOf={(row) => row.id}
          address={address}
          actions={<ExportButton list="GET /orders" query={query} sheet={useOrderSheet()} />}
          empty={
            mayDraft
              ? {
                  title: t('list.empty'),
                  advice: t('list.emptyTownship'),
                  act: <ButtonLink to={pathTo('menu')}>{t('list.toMenu')}</ButtonLink>,
                }
              : { title: t('list.empty'), advice: t('list.emptyOther') }
          }
        />
      </Panel>
    </>
  );
}

function useOrderColumns(isTownship: boolean): Column<Row>[] {
  const { t } = useTranslation('orders');
  const format = useFormat();
  return [
    {
      key: 'number',
      title: t('list.column.number'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('order', { orderId: row.id })}>{row.number}</Link>
          <div className="secondary">{row.name}</div>
        </>
      ),
    },
    ...(isTownship ? [] : [{ key: 'township', title: t('list.column.township'), cell: (row: Row) => row.townshipName }]),
    {
      key: 'powers',
      title: t('list.column.powers'),
      cell: ({ powerNames, lineCount }) => (
        <>
          {powerNames.slice(0, 2).map((name) => (
            <div key={name}>{name}</div>
          ))}
          {lineCount > 2 ? <div className="secondary">{t('list.more', { count: lineCount })}</div> : null}
        </>
      ),
    },
    { key: 'status', title: t('list.column.status'), isFit: true, cell: (row) => <OrderStatusTag status={row.status} /> },
    {
      key: 'submitted',
      title: t('list.column.submitted'),
      isFit: true,
      cell: (row) => (row.submittedAt === null ? null : format.dayAt(row.submittedAt)),
    },
  ];
}
