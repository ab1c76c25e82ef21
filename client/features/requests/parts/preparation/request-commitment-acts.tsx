import { useTranslation } from 'react-i18next';
import { ConfirmPanel } from '#client/ui/forms/confirm-panel.tsx';
import { useCommitmentAct } from '../../api/request-act.ts';
import type { CommitmentView } from '#client/parts/requests/request-types.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { useAuditWords } from '../acts/request-changes.tsx';
import { noText, TextAct } from '../acts/request-text-act.tsx';

interface CommitmentActProps {
  readonly one: CommitmentView;
  readonly words: string;
  readonly onReload: () => void;
  readonly onClose: () => void;
}
type WithWords = CommitmentActProps & { readonly isAllowed: boolean };

/** The county's side says that it is delivered, with evidence. */
export function CommitmentDelivery({ one, words, isAllowed, onReload, onClose }: WithWords) {
  const { t } = useTranslation('requests');
  const typed = useTyped(one.requestId, `delivery-${one.id}`, noText);
  const act = useCommitmentAct('POST /commitments/{commitmentId}/delivery', () => {
    typed.forget();
    onClose();
  });
  return (
    <TextAct
      name={`delivery-${one.id}`}
      pointer="/evidence"
      label={t('commitment.evidence')}
      hint={t('commitment.evidenceHint')}
      fault={t('act.fault.evidence')}
      title={t('commitment.deliverFor', { what: words })}
      confirmLabel={t('commitment.deliver')}
      consequences={[t('commitment.will.deliver', { township: one.township.name })]}
      typed={typed}
      act={act}
      isAllowed={isAllowed}
      onSend={(evidence) => act.act({ params: { commitmentId: one.id }, version: one.version, body: { evidence } })}
      onReload={onReload}
      onClose={onClose}
    />
  );
}

/** The township says that it did not arrive as promised. */
export function CommitmentDispute({ one, words, isAllowed, onReload, onClose }: WithWords) {
  const { t } = useTranslation('requests');
  const typed = useTyped(one.requestId, `dispute-${one.id}`, noText);
  const act = useCommitmentAct('POST /commitments/{commitmentId}/dispute', () => {
    typed.forget();
    onClose();
  });
  return (
    <TextAct
      name={`dispute-${one.id}`}
      pointer="/text"
      label={t('commitment.disputeText')}
      fault={t('act.fault.text')}
      title={t('commitment.disputeFor', { what: words })}
      confirmLabel={t('commitment.dispute')}
      consequences={[t('commitment.will.dispute', { organisation: one.organisation.name })]}
      typed={typed}
      act={act}
      isAllowed={isAllowed}
      onSend={(text) => act.act({ params: { commitmentId: one.id }, version: one.version, body: { text } })}
      onReload={onReload}
      onClose={onClose}
    />
  );
}

/** The township has received it. */
export function CommitmentConfirmation({ one, words, onReload, onClose }: CommitmentActProps) {
  const { t } = useTranslation('requests');
  const actionWords = useAuditWords();
  const act = useCommitmentAct('POST /commitments/{commitmentId}/confirmation', onClose);
  return (
    <ConfirmPanel
      title={t('commitment.confirmFor', { what: words })}
      consequences={[t('commitment.will.confirm')]}
      confirmLabel={t('commitment.confirmAct')}
      isActing={act.isActing}
      error={act.error}
      onConfirm={() => act.act({ params: { commitmentId: one.id }, version: one.version })}
      onCancel={onClose}
      onReload={() => {
        act.clear();
        onReload();
      }}
      actionWords={actionWords}
    />
  );
}
