import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { OrderLines } from '../parts/orders/order-lines.tsx';
import { OrderFacts, OrderRecord } from '../parts/orders/order-record.tsx';
import { OrderStatusTag } from '../parts/orders/order-status.tsx';

/** A submitted order: how each of its requests stands, and what was said. */
export function OrderScreen() {
  const { t } = useTranslation('orders');
  const { orderId = '' } = useParams();
  const { data: order, error, refetch } = useAnswer('GET /orders/{orderId}', { params: { orderId } });
  if (error && !order) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!order) return <Loading />;
  return (
    <div className="stack">
      <PageHeader
        title={order.number ?? order.name}
        crumbs={[{ title: t('page.crumb'), to: pathTo('orders') }]}
        status={<OrderStatusTag status={order.status} />}
        lead={t('page.lead', { name: order.name, township: order.township.name })}
      />
      {order.submittedAt !== null ? null : (
        <Notice title={t('page.isDraft')}>
          <div className="row">
            <ButtonLink to={pathTo('draft', { orderId })}>{t('page.openDraft')}</ButtonLink>
          </div>
        </Notice>
      )}
      <PrintFrame>
        <Panel title={t('page.lines')}>
          <OrderLines order={order} />
        </Panel>
        <Panel title={t('page.facts')}>
          <OrderFacts order={order} />
        </Panel>
        <OrderRecord order={order} />
      </PrintFrame>
    </div>
  );
}
