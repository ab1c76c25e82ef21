import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { noText, TextAct } from '../acts/request-text-act.tsx';

/** The township takes its request back. */
export function RequestWithdrawal({ file, isAllowed, onDone, onReload, onClose }: RequestActProps) {
  const { t } = useTranslation('requests');
  const typed = useTyped(file.id, 'withdrawal', noText);
  const act = useRequestAct('POST /requests/{requestId}/withdrawal', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  const hasSlot = file.state === 'preparing' || file.state === 'ready';
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('withdraw.title')}>
      <TextAct
        name="withdrawal"
        pointer="/text"
        label={t('withdraw.text')}
        fault={t('act.fault.text')}
        title={t('withdraw.title')}
        confirmLabel={t('withdraw.confirm')}
        isDangerous
        consequences={[
          t('withdraw.will.closed'),
          ...(hasSlot ? [t('withdraw.will.slot')] : []),
          ...(file.replaces === null ? [] : [t('withdraw.will.swapStays', { power: file.replaces.powerName })]),
        ]}
        typed={typed}
        act={act}
        isAllowed={isAllowed}
        onSend={(text) => act.act({ params: { requestId: file.id }, version: file.version, body: { text } })}
        onReload={onReload}
        onClose={onClose}
      />
    </Panel>
  );
}
