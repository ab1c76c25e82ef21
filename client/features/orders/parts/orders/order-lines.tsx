import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { DataList } from '#client/ui/lists/data-list.tsx';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { Due } from '#client/ui/shown/due.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { OrderLine, OrderView } from '../../api/draft-answers.ts';
import { RequestState } from '#client/parts/requests/request-state.tsx';

/** The requests of an order, each with its own state. */
export function OrderLines({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('orders');
  const columns = useLineColumns();
  return (
    <DataList
      caption={t('page.lines')}
      columns={columns}
      rows={order.lines}
      keyOf={(line) => line.requestId}
      empty={{ title: t('draft.empty') }}
    />
  );
}

function useLineColumns(): Column<OrderLine>[] {
  const { t } = useTranslation('orders');
  const { t: requests } = useTranslation('requests');
  return [
    {
      key: 'power',
      title: t('page.column.power'),
      isName: true,
      cell: (line) => (
        <>
          <Link to={pathTo('request', { requestId: line.requestId })}>{line.powerName}</Link>
          <div className="row secondary">
            {line.code}
            {line.replacesGrantId === null ? null : <StatusTag>{requests('swap')}</StatusTag>}
          </div>
        </>
      ),
    },
    { key: 'department', title: t('page.column.department'), cell: (line) => line.departmentName },
    { key: 'state', title: t('page.column.state'), cell: (line) => <RequestState state={line.state} stage={line.stage} /> },
    {
      key: 'due',
      title: t('page.column.due'),
      isFit: true,
      cell: ({ dueAt }) => (dueAt === null ? null : <Due at={dueAt} />),
    },
  ];
}
