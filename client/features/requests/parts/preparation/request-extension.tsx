import { useTranslation } from 'react-i18next';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { noText, TextAct } from '../acts/request-text-act.tsx';

/** The decider gives a preparation more time, once. */
export function RequestExtension({ file, isAllowed, onDone, onReload, onClose }: RequestActProps) {
  const { t } = useTranslation('requests');
  const typed = useTyped(file.id, 'extension', noText);
  const act = useRequestAct('POST /requests/{requestId}/extension', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('extend.title')}>
      <TextAct
        name="extension"
        pointer="/text"
        label={t('extend.text')}
        fault={t('act.fault.text')}
        title={t('extend.title')}
        confirmLabel={t('extend.confirm')}
        consequences={[t('extend.will.length'), t('extend.will.once')]}
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
