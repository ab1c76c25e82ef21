import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { OrderLine, OrderView } from '../api/draft-answers.ts';
import { OrderFacts, OrderRecord } from '../parts/orders/order-record.tsx';

/** The receipt: the number, what happens next and until when, and a record for the files. */
export function OrderPlacedScreen() {
  const { t } = useTranslation('orders');
  const { orderId = '' } = useParams();
  const params = { orderId };
  const { data: order, error, refetch } = useAnswer('GET /orders/{orderId}', { params });
  if (error && !order) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!order) return <Loading />;
  if (order.number === null) return <Navigate to={pathTo('draft', params)} replace />;
  return (
    <div className="stack">
      <PageHeader title={t('placed.title')} />
      <Notice tone="good" announce="status">
        <p>{t('placed.number')}</p>
        <p className="order-number">{order.number}</p>
      </Notice>
      <Next order={order} />
      <PrintFrame
        actions={
          <>
            <ButtonLink to={pathTo('order', params)}>{t('placed.toOrder')}</ButtonLink>
            <ButtonLink to={pathTo('home')}>{t('placed.toHome')}</ButtonLink>
          </>
        }
      >
        <Panel title={t('placed.record')}>
          <OrderFacts order={order} />
        </Panel>
        <OrderRecord order={order} />
      </PrintFrame>
    </div>
  );
}

function Next({ order }: { readonly order: OrderView }) {
  const { t } = useTranslation('orders');
  return (
    <Panel title={t('placed.next')}>
      <div className="stack-tight">
        <ul className="bullets">
          {order.lines.map((line) => (
            <li key={line.requestId}>
              <Link to={pathTo('request', { requestId: line.requestId })}>{line.powerName}</Link>
              <NextStep line={line} />
            </li>
          ))}
        </ul>
        <p>{t('placed.then')}</p>
        <p className="secondary">{t('placed.nothing')}</p>
      </div>
    </Panel>
  );
}

function NextStep({ line }: { readonly line: OrderLine }) {
  const { t } = useTranslation('orders');
  const word = useWords();
  const format = useFormat();
  const { stage, dueAt, departmentName } = line;
  if (stage === null || dueAt === null) return null;
  const day = format.dayAt(dueAt - 1);
  return (
    <div>
      {stage === 'department'
        ? t('placed.nextStep', { organisation: departmentName, day })
        : t('placed.nextStage', { stage: word('stage', stage), day })}
    </div>
  );
}
