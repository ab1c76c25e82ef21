import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useChangeWords, useTyped } from '../api/statutes.ts';
import type { VersionActProps } from './act-props.ts';

/** A slip in the day of a version that nothing cites yet. */
export function VersionCorrection({ version, onDone, onReload, onClose }: VersionActProps) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const typed = useTyped<{ readonly versionOn: string | null }>(`statute-version:${version.id}:day`, { versionOn: version.versionOn });
  const { versionOn } = typed.value;
  const act = useAct('PUT /statute-versions/{versionId}', {
    refreshes: 'everything',
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  const label = t('add.versionOn');
  return (
    <ActFrame
      act={act}
      faults={versionOn === null ? [{ fieldId: 'version-day', label, message: t('fault.day') }] : []}
      fields={{ '/versionOn': { id: 'version-day', label } }}
      consequences={[t('correctVersion.will', { day: format.day(versionOn ?? '') })]}
      confirmTitle={t('correctVersion.title')}
      confirmLabel={t('correctVersion.act')}
      isAllowed
      isRestored={typed.isRestored}
      actionWords={useChangeWords()}
      onSend={() => {
        if (versionOn !== null) act.act({ params: { versionId: version.id }, version: version.version, body: { versionOn } });
      }}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <Field id="version-day" label={label} hint={t('add.versionHint')} error={errorOf('version-day')}>
          {(control) => <DayInput {...control} value={versionOn} onChange={(day) => typed.set({ versionOn: day })} />}
        </Field>
      )}
    </ActFrame>
  );
}
