import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useMe } from '#client/lib/session.ts';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import type { PreparationView, RequestView } from '#client/parts/requests/request-types.ts';
import type { RequestActProps } from '../acts/request-act-props.ts';
import { useAuditWords } from '../acts/request-changes.tsx';

interface RequestSigningProps extends RequestActProps {
  readonly preparation: PreparationView;
}

/** The signature of one side; the second one moves the power, and says so before it does. */
export function RequestSigning({ file, preparation, isAllowed, onDone, onReload }: RequestSigningProps) {
  const { t } = useTranslation('requests');
  const actionWords = useAuditWords();
  const [isConfirming, setConfirming] = useState(false);
  const act = useRequestAct('POST /requests/{requestId}/hand-over/signatures', (after) => {
    setConfirming(false);
    onDone(after);
  });
  const consequences = useSigningConsequences({ file, preparation });
  if (!isAllowed) return null;
  if (preparation.handOver.list === null) return <Panel title={t('sign.title')}>{t('sign.needsList')}</Panel>;
  if (!isConfirming) {
    return (
      <Panel title={t('sign.title')}>
        <div className="stack">
          <ul className="case-sentences">
            {consequences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <div className="row">
            <Button type="primary" onClick={() => setConfirming(true)}>
              {t('sign.next')}
            </Button>
          </div>
        </div>
      </Panel>
    );
  }
  return (
    <ConfirmPanel
      title={t('sign.title')}
      consequences={consequences}
      confirmLabel={t('sign.confirm')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { requestId: file.id }, version: file.version })}
      onCancel={() => setConfirming(false)}
      onReload={() => {
        act.clear();
        setConfirming(false);
        onReload();
      }}
      actionWords={actionWords}
    />
  );
}

interface Needs {
  readonly file: RequestView;
  readonly preparation: PreparationView;
}

function useSigningConsequences({ file, preparation }: Needs): readonly string[] {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const me = useMe();
  const { handOver, startsAt } = preparation;
  // The township's own people sign for it, whatever else they are.
  const isTownship = me.memberships.some(({ organisation }) => organisation.id === file.township.id);
  const other = isTownship ? file.department.name : file.township.name;
  const hasOtherSigned = isTownship ? handOver.signedByDepartment !== null : handOver.signedByTownship !== null;
  const power = file.power.name;
  const township = file.township.name;
  const holder =
    startsAt === null
      ? t('sign.will.holderNow', { power, township })
      : t('sign.will.holderAt', { at: format.instant(startsAt), power, township });
  return [
    hasOtherSigned ? t('sign.will.second', { other }) : t('sign.will.first', { other, department: file.department.name }),
    holder,
    ...(file.replaces === null ? [] : [t('sign.will.swap', { power: file.replaces.powerName, township })]),
    t('sign.will.register'),
  ];
}
