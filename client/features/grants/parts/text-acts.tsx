import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '#client/lib/call-error.ts';
import { ActFrame } from '#client/ui/act-frame.tsx';
import { Field } from '#client/ui/field.tsx';
import { useAuditWords, useGrantAct, useReloadGrant, useTyped } from '../api/grant-act.ts';
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
  const actionWords = useAuditWords();
  const reload = useReloadGrant(grant.id);
  const { text } = typed.value;
  const what = t(`act.start.${action}`);
  return (
    <ActFrame
      act={act}
      faults={text.trim() === '' ? [{ fieldId: 'act-text', message: t('act.fault.text') }] : []}
      fields={{ [pointer]: { id: 'act-text', label } }}
      consequences={consequences}
      confirmTitle={t('act.confirm.title', { what })}
      confirmLabel={t('act.confirm.label', { what })}
      isDangerous={isDangerous}
      isAllowed={grant.allowedActions.includes(action)}
      isRestored={typed.isRestored}
      actionWords={actionWords}
      onSend={() => onSend(text)}
      onReload={reload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <Field id="act-text" label={label} error={errorOf('act-text')}>
          {(control) => <Input.TextArea {...control} rows={5} value={text} onChange={(event) => typed.set({ text: event.target.value })} />}
        </Field>
      )}
    </ActFrame>
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
