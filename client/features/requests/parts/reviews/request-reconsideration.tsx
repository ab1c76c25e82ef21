import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { isFoundUnlawful } from '../../api/request-finding.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { noText, TextAct } from '../acts/request-text-act.tsx';

/** Once, other people look at a rejection again. */
export function RequestReconsideration({ file, isAllowed, onDone, onReload, onClose }: RequestActProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const typed = useTyped(file.id, 'reconsideration', noText);
  const act = useRequestAct('POST /requests/{requestId}/reconsideration', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  const daysOf = (wanted: 'legal' | 'county'): string =>
    format.workingDays(file.route.find(({ stage }) => stage === wanted)?.workingDays ?? 0);
  const isLegalFirst = isFoundUnlawful(file) && file.route.some(({ stage }) => stage === 'legal');
  if (!isAllowed && !typed.isTouched) return null;
  return (
    <Panel title={t('reconsider.title')}>
      <TextAct
        name="reconsideration"
        pointer="/grounds"
        label={t('reconsider.text')}
        hint={t('reconsider.hint')}
        fault={t('act.fault.grounds')}
        title={t('reconsider.title')}
        confirmLabel={t('reconsider.confirm')}
        consequences={[
          ...(isLegalFirst ? [t('reconsider.will.legal', { days: daysOf('legal') })] : []),
          t('reconsider.will.others', { days: daysOf('county') }),
          t('reconsider.will.once'),
        ]}
        typed={typed}
        act={act}
        isAllowed={isAllowed}
        onSend={(grounds) => act.act({ params: { requestId: file.id }, version: file.version, body: { grounds } })}
        onReload={onReload}
        onClose={onClose}
      />
    </Panel>
  );
}
