import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import type { OrderView } from '../../api/draft-answers.ts';

export interface DraftDiscardProps {
  readonly order: OrderView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Says what is lost before a draft is thrown away. */
export function DraftDiscard({ order, onDone, onCancel }: DraftDiscardProps) {
  const { t } = useTranslation('orders');
  const discard = useAct('DELETE /orders/{orderId}', { refreshes: ['GET /orders', 'GET /menu/badges'], onDone });
  return (
    <ConfirmPanel
      title={t('discard.title')}
      consequences={[
        t('discard.will.gone', { name: order.name, count: order.lines.length }),
        t('discard.will.nobody'),
        t('discard.will.record'),
      ]}
      confirmLabel={t('discard.confirm')}
      isDangerous
      isActing={discard.isActing}
      error={discard.error}
      onConfirm={() => discard.act({ params: { orderId: order.id }, version: order.version })}
      onCancel={onCancel}
    />
  );
}
