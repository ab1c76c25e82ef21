import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useAct } from '#client/lib/use-act.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import type { CommonDecision, CommonPreview } from '../api/common-decisions.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';

interface CommonDecideProps {
  readonly preview: CommonPreview;
  readonly onDecided: (decision: CommonDecision) => void;
  readonly onReload: () => void;
}

/** One decision for all of them: what will happen stands in full before it does. */
export function CommonDecide({ preview, onDecided, onReload }: CommonDecideProps) {
  const { t } = useTranslation('commonItems');
  const format = useFormat();
  const { item, counts, seen } = preview;
  const today = dayOf(now());
  const typed = useTyped<{ readonly text: string; readonly startsOn: string | null }>(item.id, 'common', { text: '', startsOn: today });
  const { text, startsOn } = typed.value;
  const act = useAct('POST /common-decisions', {
    refreshes: 'everything',
    onDone: (decision) => {
      typed.forget();
      onDecided(decision);
    },
  });
  if (counts.granted + counts.preparing === 0)
    return (
      <Panel title={t('decide.title')}>
        <Notice tone="warn">{t('decide.nobody')}</Notice>
      </Panel>
    );
  const labels = { text: t('decide.text'), startsOn: t('decide.startsOn') };
  const isPast = startsOn === null || startsOn < today;
  return (
    <Panel title={t('decide.title')}>
      <ActFrame
        act={act}
        faults={[
          ...(text.trim() === '' ? [{ fieldId: 'common-text', label: labels.text, message: t('decide.required') }] : []),
          ...(isPast ? [{ fieldId: 'common-start', label: labels.startsOn, message: t('decide.day') }] : []),
        ]}
        fields={{ '/text': { id: 'common-text', label: labels.text }, '/startsOn': { id: 'common-start', label: labels.startsOn } }}
        answers={[{ label: labels.text, text }]}
        consequences={[
          ...(counts.granted === 0
            ? []
            : [t('decide.will.granted', { count: counts.granted, name: item.name, day: startsOn === null ? '' : format.day(startsOn) })]),
          ...(counts.preparing === 0 ? [] : [t('decide.will.preparing', { count: counts.preparing })]),
          ...(counts.leftOut === 0 ? [] : [t('decide.will.leftOut', { count: counts.leftOut })]),
          t('decide.will.paper'),
          t('decide.will.seen'),
        ]}
        confirmTitle={t('decide.title')}
        confirmLabel={t('decide.act')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={() => {
          if (startsOn !== null) act.act({ body: { itemId: item.id, text, startsOn, seen } });
        }}
        onReload={onReload}
        onDiscard={typed.isTouched ? typed.forget : undefined}
      >
        {(errorOf) => (
          <>
            <Field id="common-text" label={labels.text} error={errorOf('common-text')}>
              {(control) => (
                <Input.TextArea
                  {...control}
                  rows={3}
                  value={text}
                  onChange={(event) => typed.set({ ...typed.value, text: event.target.value })}
                />
              )}
            </Field>
            <Field id="common-start" label={labels.startsOn} hint={t('decide.startsHint')} error={errorOf('common-start')}>
              {(control) => (
                <DayInput {...control} min={today} value={startsOn} onChange={(day) => typed.set({ ...typed.value, startsOn: day })} />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}
