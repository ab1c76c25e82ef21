import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { keyOf } from '#client/lib/keys.ts';
import { useMe } from '#client/lib/session.ts';
import { useAct } from '#client/lib/use-act.ts';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import type { OrderCheck, OrderView } from '../../api/draft-answers.ts';
import { useChangeWords } from './draft-news.tsx';

export interface DraftSignProps {
  readonly order: OrderView;
  readonly check: OrderCheck;
  readonly onReload: () => void;
}

/** The lead signs; anybody else is told who does. */
export function DraftSign({ order, check, onReload }: DraftSignProps) {
  const { t } = useTranslation('orders');
  const me = useMe();
  const client = useQueryClient();
  const changeWords = useChangeWords();
  const submit = useAct('POST /orders/{orderId}/submission', {
    refreshes: 'everything',
    onDone: (placed) => client.setQueryData(keyOf('GET /orders/{orderId}', { params: { orderId: placed.id } }), placed),
  });
  if (!order.allowedActions.includes('submit')) return <LeadSubmits order={order} check={check} />;
  const act = (): void => submit.act({ params: { orderId: order.id }, version: order.version });
  return (
    <Panel>
      <div className="stack">
        <p>{t('review.signAs', { name: me.actingFor?.name ?? me.name, organisation: order.township.shortName })}</p>
        <ProblemAlert error={submit.error} onRetry={act} onReload={onReload} actionWords={changeWords} />
        <div className="row">
          <Button type="primary" size="large" loading={submit.isActing} disabled={!check.isReady} onClick={act}>
            {t('review.sign')}
          </Button>
        </div>
      </div>
    </Panel>
  );
}

function LeadSubmits({ order, check }: Pick<DraftSignProps, 'order' | 'check'>) {
  const { t } = useTranslation('orders');
  const format = useFormat();
  const names = format.list(check.leads);
  return (
    <Notice tone="info" title={t('review.leadSubmits')}>
      <p>{names === '' ? t('review.leadSubmitsNone') : t('review.leadSubmitsWhat', { names, draft: order.name })}</p>
    </Notice>
  );
}
