import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Panel } from '#client/ui/page/panel.tsx';
import { StatusTag, type Tone } from '#client/ui/shown/status-tag.tsx';
import type { CommitmentView, ConsequencesView } from '#client/parts/requests/request-types.ts';
import { CommitmentConfirmation, CommitmentDelivery, CommitmentDispute } from './request-commitment-acts.tsx';
import type { PreparationProps } from './request-preparation-props.ts';
import { useResourceWords } from '#client/i18n/use-condition-words.ts';
import { RequestWaiver } from './request-waiver.tsx';

const tones = { promised: 'waiting', delivered: 'info', disputed: 'waiting', confirmed: 'good', waived: 'ended' } as const satisfies Record<
  CommitmentView['state'],
  Tone
>;

/** What the county owes this request, how far it has come, and what may be done about it. */
export function RequestCommitments(props: PreparationProps) {
  const { t } = useTranslation('requests');
  const { commitments } = props.preparation;
  return (
    <Panel title={t('preparation.commitments')}>
      {commitments.length === 0 ? <p>{t('preparation.commitmentsNone')}</p> : null}
      <ul className="case-list">
        {commitments.map((one) => (
          <li key={one.id} className="stack-tight">
            <Facts one={one} />
            <Acts {...props} one={one} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What the county will owe once preparation begins. */
export function CommitmentsAhead({ consequences }: { readonly consequences: ConsequencesView | undefined }) {
  const { t } = useTranslation('requests');
  const words = useResourceWords();
  const resources = consequences?.resources ?? [];
  return (
    <Panel title={t('preparation.commitments')}>
      {resources.length === 0 ? (
        <p>{t('preparation.commitmentsNone')}</p>
      ) : (
        <div className="stack-tight">
          <p className="secondary">{t('preparation.commitmentsLater')}</p>
          <ul className="case-sentences">
            {resources.map((one) => (
              <li key={one.key}>{words(one)}</li>
            ))}
          </ul>
        </div>
      )}
    </Panel>
  );
}

function Facts({ one }: { readonly one: CommitmentView }) {
  const { t } = useTranslation('requests');
  const word = useWords();
  const format = useFormat();
  const words = useResourceWords();
  return (
    <>
      <div className="row">
        <StatusTag tone={tones[one.state]}>{word('commitmentState', one.state)}</StatusTag>
        {one.isOverdue ? <StatusTag tone="bad">{t('preparation.overdue')}</StatusTag> : null}
      </div>
      <p>{words(one)}</p>
      <p className="secondary">
        {t('preparation.owedBy', { organisation: one.organisation.name })} · {t('preparation.dueOn', { day: format.dayAt(one.dueAt - 1) })}
        {one.deliveredAt === null ? null : ` · ${t('preparation.deliveredOn', { day: format.dayAt(one.deliveredAt) })}`}
        {one.confirmedAt === null ? null : ` · ${t('preparation.confirmedOn', { day: format.dayAt(one.confirmedAt) })}`}
      </p>
      {one.evidence === null ? null : <p className="prose">{t('preparation.evidence', { text: one.evidence })}</p>}
      {one.disputeText === null || one.state === 'confirmed' ? null : (
        <p className="prose">{t('preparation.dispute', { text: one.disputeText })}</p>
      )}
    </>
  );
}

type Opened = 'deliver' | 'confirm' | 'dispute' | 'waive' | null;

function Acts({ one, file, preparation, onDone, onReload }: PreparationProps & { readonly one: CommitmentView }) {
  const { t } = useTranslation('requests');
  const [opened, setOpened] = useState<Opened>(null);
  const words = useResourceWords()(one);
  const onClose = (): void => setOpened(null);
  const isWaivable = one.state !== 'confirmed' && one.state !== 'waived' && preparation.allowedActions.includes('waive');
  const common = { one, words, onReload, onClose };
  if (opened === 'deliver') return <CommitmentDelivery {...common} isAllowed={one.allowedActions.includes('deliver')} />;
  if (opened === 'confirm') return <CommitmentConfirmation {...common} />;
  if (opened === 'dispute') return <CommitmentDispute {...common} isAllowed={one.allowedActions.includes('dispute')} />;
  if (opened === 'waive') {
    const waiver = { file, words, onReload, onClose, isAllowed: isWaivable, subject: 'commitment', subjectKey: one.key } as const;
    return <RequestWaiver {...waiver} onDone={() => onDone('waive')} />;
  }
  const labels = { deliver: t('commitment.deliver'), confirm: t('commitment.confirmAct'), dispute: t('commitment.dispute') };
  const longer = {
    deliver: t('commitment.deliverFor', { what: words }),
    confirm: t('commitment.confirmFor', { what: words }),
    dispute: t('commitment.disputeFor', { what: words }),
  };
  if (one.allowedActions.length === 0 && !isWaivable) return null;
  return (
    <div className="row no-print">
      {one.allowedActions.map((action) => (
        <Button
          key={action}
          size="small"
          type={action === 'dispute' ? 'default' : 'primary'}
          aria-label={longer[action]}
          onClick={() => setOpened(action)}
        >
          {labels[action]}
        </Button>
      ))}
      {isWaivable ? (
        <Button size="small" aria-label={t('waive.actFor', { what: words })} onClick={() => setOpened('waive')}>
          {t('waive.act')}
        </Button>
      ) : null}
    </div>
  );
}
