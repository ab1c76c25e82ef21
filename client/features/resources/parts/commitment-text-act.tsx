import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useCommitmentAct } from '../api/commitments.ts';
import type { CommitmentActProps } from './commitment-act-props.ts';
import { useAuditWords, useCommitmentWords } from './commitment-words.ts';

const nothing = { text: '' };

/** The county's side says that it is delivered, with evidence. */
export function CommitmentDelivery({ one, isAllowed, onReload, onClose, onDone }: CommitmentActProps) {
  const { t } = useTranslation('resources');
  const typed = useOwnStoredForm(`delivery-${one.id}`, nothing);
  const act = useCommitmentAct('POST /commitments/{commitmentId}/delivery', () => {
    typed.forget();
    onDone();
  });
  const evidence = typed.value.text;
  const township = one.township.name;
  return (
    <TextAct
      {...{ one, typed, act, isAllowed, onReload, onClose }}
      name="deliver"
      pointer="/evidence"
      label={t('act.evidence')}
      hint={t('act.evidenceHint')}
      fault={t('act.evidenceMissing')}
      consequences={[t('act.will.deliver', { township }), t('act.will.deliverSeen', { township })]}
      onSend={() => act.act({ params: { commitmentId: one.id }, version: one.version, body: { evidence } })}
    />
  );
}

/** The township says that it did not arrive as promised. */
export function CommitmentDispute({ one, isAllowed, onReload, onClose, onDone }: CommitmentActProps) {
  const { t } = useTranslation('resources');
  const typed = useOwnStoredForm(`dispute-${one.id}`, nothing);
  const act = useCommitmentAct('POST /commitments/{commitmentId}/dispute', () => {
    typed.forget();
    onDone();
  });
  const { text } = typed.value;
  return (
    <TextAct
      {...{ one, typed, act, isAllowed, onReload, onClose }}
      name="dispute"
      pointer="/text"
      label={t('act.disputeText')}
      fault={t('act.disputeMissing')}
      consequences={[t('act.will.dispute', { organisation: one.organisation.name }), t('act.will.disputeHold', { power: one.powerName })]}
      onSend={() => act.act({ params: { commitmentId: one.id }, version: one.version, body: { text } })}
    />
  );
}

interface TextActProps extends Pick<CommitmentActProps, 'one' | 'isAllowed' | 'onReload' | 'onClose'> {
  readonly name: 'deliver' | 'dispute';
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  readonly fault: string;
  readonly consequences: readonly string[];
  readonly typed: ReturnType<typeof useOwnStoredForm<typeof nothing>>;
  readonly act: Parameters<typeof ActFrame>[0]['act'];
  readonly onSend: () => void;
}

function TextAct({ one, name, pointer, label, hint, fault, typed, onClose, ...rest }: TextActProps) {
  const { t } = useTranslation('resources');
  const words = useCommitmentWords();
  const actionWords = useAuditWords();
  const { text } = typed.value;
  const id = `${name}-text`;
  const discard = (): void => {
    typed.forget();
    onClose();
  };
  return (
    <ActFrame
      {...rest}
      faults={text.trim() === '' ? [{ fieldId: id, message: fault }] : []}
      fields={{ [pointer]: { id, label } }}
      confirmTitle={t('act.actFor', { act: t(`act.${name}`), what: words(one) })}
      confirmLabel={t(`act.${name}`)}
      isRestored={typed.isRestored}
      onDiscard={discard}
      actionWords={actionWords}
    >
      {(errorOf) => (
        <Field id={id} label={label} error={errorOf(id)} {...(hint === undefined ? {} : { hint })}>
          {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={(event) => typed.set({ text: event.target.value })} />}
        </Field>
      )}
    </ActFrame>
  );
}
