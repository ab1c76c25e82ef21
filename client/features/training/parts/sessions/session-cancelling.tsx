import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useTrainingAct } from '../../api/courses.ts';
import type { SessionActProps } from './session-enrolment.tsx';
import { useAuditWords } from '../training-words.ts';

/** A session that is not held after all. */
export function SessionCancelling({ file, isAllowed, onDone, onClose, onReload }: Omit<SessionActProps, 'course'>) {
  const { t } = useTranslation('training');
  const actionWords = useAuditWords();
  const { session } = file;
  const typed = useOwnStoredForm(`cancelling-${session.id}`, { reason: '' });
  const { reason } = typed.value;
  const act = useTrainingAct('POST /sessions/{sessionId}/cancellation', () => {
    typed.forget();
    onDone(t('cancel.done'));
  });
  return (
    <ActFrame
      act={act}
      faults={reason.trim() === '' ? [{ fieldId: 'cancel-reason', message: t('cancel.reasonMissing') }] : []}
      fields={{ '/reason': { id: 'cancel-reason', label: t('cancel.reason') } }}
      consequences={[...(session.enrolled === 0 ? [] : [t('cancel.will.people', { people: session.enrolled })]), t('cancel.will.final')]}
      confirmTitle={t('cancel.title', { session: session.title })}
      confirmLabel={t('cancel.confirm')}
      isDangerous
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={() => act.act({ params: { sessionId: session.id }, version: session.version, body: { reason } })}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
      actionWords={actionWords}
    >
      {(errorOf) => (
        <Field id="cancel-reason" label={t('cancel.reason')} error={errorOf('cancel-reason')}>
          {(control) => (
            <Input {...control} maxLength={200} value={reason} onChange={(event) => typed.set({ reason: event.target.value })} />
          )}
        </Field>
      )}
    </ActFrame>
  );
}
