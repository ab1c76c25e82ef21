import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useChangeWords, useTyped } from '../api/statutes.ts';
import type { VersionActProps } from './act-props.ts';

/** Takes a mark back that was made by mistake. */
export function VersionUndo({ version, onDone, onReload, onClose }: VersionActProps) {
  const { t } = useTranslation('statutes');
  const typed = useTyped(`statute-version:${version.id}:undo`, { reason: '' });
  const { reason } = typed.value;
  const act = useAct('POST /statute-versions/{versionId}/end/undoing', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  const label = t('undo.reason');
  return (
    <ActFrame
      act={act}
      faults={reason.trim() === '' ? [{ fieldId: 'undo-reason', label, message: t('fault.required') }] : []}
      fields={{ '/reason': { id: 'undo-reason', label } }}
      answers={[{ label, text: reason }]}
      consequences={[t('undo.will'), t('undo.kept')]}
      confirmTitle={t('undo.title')}
      confirmLabel={t('undo.act')}
      isAllowed={version.endedOn !== null}
      isRestored={typed.isRestored}
      actionWords={useChangeWords()}
      onSend={() => act.act({ params: { versionId: version.id }, version: version.version, body: { reason } })}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <Field id="undo-reason" label={label} error={errorOf('undo-reason')}>
          {(control) => (
            <Input.TextArea {...control} rows={2} value={reason} onChange={(event) => typed.set({ reason: event.target.value })} />
          )}
        </Field>
      )}
    </ActFrame>
  );
}
