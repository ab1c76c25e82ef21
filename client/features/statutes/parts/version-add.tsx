import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useTyped } from '../api/statutes.ts';
import type { StatuteActProps } from './act-props.ts';

export function VersionAdd({ statute, onDone, onReload, onClose }: StatuteActProps) {
  const { t } = useTranslation('statutes');
  const format = useFormat();
  const typed = useTyped<{ readonly versionOn: string | null }>(`statute:${statute.id}:version`, { versionOn: null });
  const { versionOn } = typed.value;
  const act = useAct('POST /statutes/{statuteId}/versions', {
    refreshes: ['GET /statutes', 'GET /statutes/{statuteId}'],
    onDone: () => {
      typed.forget();
      onDone();
    },
  });
  const label = t('add.versionOn');
  return (
    <ActFrame
      act={act}
      faults={versionOn === null ? [{ fieldId: 'version-new', label, message: t('fault.day') }] : []}
      fields={{ '/versionOn': { id: 'version-new', label } }}
      consequences={[t('addVersion.will', { title: statute.title, day: format.day(versionOn ?? '') })]}
      confirmTitle={t('addVersion.title')}
      confirmLabel={t('addVersion.act')}
      isAllowed
      isRestored={typed.isRestored}
      onSend={() => {
        if (versionOn !== null) act.act({ params: { statuteId: statute.id }, body: { versionOn } });
      }}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
    >
      {(errorOf) => (
        <Field id="version-new" label={label} hint={t('add.versionHint')} error={errorOf('version-new')}>
          {(control) => <DayInput {...control} value={versionOn} onChange={(day) => typed.set({ versionOn: day })} />}
        </Field>
      )}
    </ActFrame>
  );
}
