import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { useCommitmentAct, type CommitmentView } from '../api/commitments.ts';
import type { CommitmentActProps } from './commitment-act-props.ts';
import { CommitmentDelivery, CommitmentDispute } from './commitment-text-act.tsx';
import { useAuditWords, useCommitmentWords } from './commitment-words.ts';

type ActName = CommitmentView['allowedActions'][number];

/** What may be done about one commitment; what was done is said until something else is opened. */
export function CommitmentActs({ one, onReload }: { readonly one: CommitmentView; readonly onReload: () => void }) {
  const { t } = useTranslation('resources');
  const [opened, setOpened] = useState<ActName | null>(null);
  const [done, setDone] = useState<ActName | null>(null);
  const names = { township: one.township.name, organisation: one.organisation.name };
  if (opened !== null) {
    const props = {
      one,
      isAllowed: one.allowedActions.includes(opened),
      onReload,
      onClose: () => setOpened(null),
      onDone: () => {
        setDone(opened);
        setOpened(null);
      },
    };
    if (opened === 'deliver') return <CommitmentDelivery {...props} />;
    if (opened === 'dispute') return <CommitmentDispute {...props} />;
    return <CommitmentConfirmation {...props} />;
  }
  return (
    <div className="stack-tight">
      {done === null ? null : (
        <Notice tone="good" announce="status">
          {t(`act.done.${done}`, names)}
        </Notice>
      )}
      {one.allowedActions.length === 0 ? <p className="secondary">{t(`one.nothingToDo.${one.state}`, names)}</p> : null}
      <div className="row no-print">
        {one.allowedActions.map((action) => (
          <Button key={action} type={action === 'dispute' ? 'default' : 'primary'} onClick={() => setOpened(action)}>
            {t(`act.${action}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}

/** The township has received it. */
function CommitmentConfirmation({ one, onReload, onClose, onDone }: CommitmentActProps) {
  const { t } = useTranslation('resources');
  const words = useCommitmentWords();
  const actionWords = useAuditWords();
  const act = useCommitmentAct('POST /commitments/{commitmentId}/confirmation', onDone);
  return (
    <ConfirmPanel
      title={t('act.actFor', { act: t('act.confirm'), what: words(one) })}
      consequences={[t('act.will.confirm', { power: one.powerName }), t('act.will.confirmFinal')]}
      confirmLabel={t('act.confirm')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { commitmentId: one.id }, version: one.version })}
      onCancel={onClose}
      onReload={() => {
        act.clear();
        onReload();
        onClose();
      }}
      actionWords={actionWords}
    />
  );
}
