import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useAct } from '#client/lib/use-act.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { reaches, useChangeWords, type Entry } from '../api/directory.ts';

interface EntryEndProps {
  readonly entry: Entry;
  readonly onReload: () => void;
}

/** Since when the province no longer lists a power; empty takes it back. */
export function EntryEnd({ entry, onReload }: EntryEndProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const changeWords = useChangeWords();
  const typed = useOwnStoredForm<{ readonly endedOn: string | null }>(`directory-end-${entry.id}`, { endedOn: entry.endedOn });
  const { endedOn } = typed.value;
  const act = useAct('PUT /directory/{entryId}/end', { refreshes: reaches, onDone: typed.forget });
  const fault = endedOn === entry.endedOn ? t('end.nothing') : endedOn !== null && endedOn < entry.decidedOn ? t('end.before') : null;
  return (
    <Panel title={t('end.title')}>
      <ActFrame
        act={act}
        faults={fault === null ? [] : [{ fieldId: 'entry-ended', message: fault }]}
        fields={{ '/endedOn': { id: 'entry-ended', label: t('end.on') } }}
        consequences={
          endedOn === null ? [t('end.willResume')] : [t('end.will', { day: format.day(endedOn) }), t('end.willOrder'), t('end.willKeep')]
        }
        confirmTitle={t('end.title')}
        confirmLabel={t('save')}
        isDangerous={endedOn !== null}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => act.act({ params: { entryId: entry.id }, version: entry.version, body: { endedOn } })}
        onReload={onReload}
        onDiscard={typed.forget}
        actionWords={changeWords}
      >
        {(errorOf) => (
          <Field id="entry-ended" label={t('end.on')} hint={t('end.hint')} mark="optional" error={errorOf('entry-ended')}>
            {(control) => <DayInput {...control} value={endedOn} onChange={(day) => typed.set({ endedOn: day })} />}
          </Field>
        )}
      </ActFrame>
    </Panel>
  );
}
