import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '#client/lib/call-error.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import { GrantActFrame } from './grant-act-frame.tsx';
import type { GrantActProps } from './grant-act-props.ts';

type TextAction = 'cancel_return' | 'state_in_hearing' | 'suspend' | 'resume';

interface TextActProps extends GrantActProps {
  readonly action: TextAction;
  readonly pointer: '/text' | '/reason' | '/statement';
  readonly label: string;
  readonly consequences: readonly ReactNode[];
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly onSend: (text: string) => void;
  readonly isDangerous?: boolean;
}

/** An act that needs nothing but words. */
function TextAct({ grant, onClose, action, pointer, label, consequences, act, onSend, isDangerous = false }: TextActProps) {
  const { t } = useTranslation('grants');
  const typed = useTyped(grant.id, action, { text: '' });
  const { text } = typed.value;
  return (
    <GrantActFrame
      grant={grant}
      action={action}
      typed={typed}
      onClose={onClose}
      act={act}
      faults={text.trim() === '' ? [{ fieldId: 'act-text', message: t('act.fault.text') }] : []}
      fields={{ [pointer]: { id: 'act-text', label } }}
      consequences={consequences}
      isDangerous={isDangerous}
      onSend={() => onSend(text)}
    >
      {(errorOf) => (
        <Field id="act-text" label={label} error={errorOf('act-text')}>
          {(control) => <Input.TextArea {...control} rows={5} value={text} onChange={(event) => typed.set({ text: event.target.value })} />}
        </Field>
      )}
    </GrantActFrame>
  );
}

function useSettled(grantId: string, action: TextAction, onDone: () => void): () => void {
  const { forget } = useTyped(grantId, action, { text: '' });
  return () => {
    forget();
    onDone();
  };
}

export function CancelReturnAct(props: GrantActProps) {
  const { t } = useTranslation('grants');
  const { grant } = props;
  const act = useGrantAct('POST /grants/{grantId}/return/cancellation', useSettled(grant.id, 'cancel_return', props.onDone));
  const names = { township: grant.township.name, power: grant.powerName };
  return (
    <TextAct
      {...props}
      action="cancel_return"
      pointer="/text"
      label={t('act.field.text')}
      consequences={[t('act.will.cancelReturn', names), t('act.will.register')]}
      act={act}
      onSend={(text) => act.act({ params: { grantId: grant.id }, body: { text }, version: grant.version })}
    />
  );
}

export function StatementAct(props: GrantActProps) {
  const { t } = useTranslation('grants');
  const { grant } = props;
  const act = useGrantAct('POST /grants/{grantId}/recall/statement', useSettled(grant.id, 'state_in_hearing', props.onDone));
  return (
    <TextAct
      {...props}
      action="state_in_hearing"
      pointer="/statement"
      label={t('act.field.statement')}
      consequences={[t('act.will.statement')]}
      act={act}
      onSend={(statement) => act.act({ params: { grantId: grant.id }, body: { statement }, version: grant.version })}
    />
  );
}

export function SuspendAct(props: GrantActProps) {
  const { t } = useTranslation('grants');
  const { grant } = props;
  const act = useGrantAct('POST /grants/{grantId}/suspension', useSettled(grant.id, 'suspend', props.onDone));
  return (
    <TextAct
      {...props}
      action="suspend"
      pointer="/reason"
      label={t('act.field.reasonText')}
      consequences={[t('act.will.suspend', { department: grant.department.name }), t('act.will.register')]}
      isDangerous
      act={act}
      onSend={(reason) => act.act({ params: { grantId: grant.id }, body: { reason }, version: grant.version })}
    />
  );
}

export function ResumeAct(props: GrantActProps) {
  const { t } = useTranslation('grants');
  const { grant } = props;
  const act = useGrantAct('POST /grants/{grantId}/resumption', useSettled(grant.id, 'resume', props.onDone));
  return (
    <TextAct
      {...props}
      action="resume"
      pointer="/reason"
      label={t('act.field.reasonText')}
      consequences={[t('act.will.resume', { township: grant.township.name }), t('act.will.register')]}
      act={act}
      onSend={(reason) => act.act({ params: { grantId: grant.id }, body: { reason }, version: grant.version })}
    />
  );
}
