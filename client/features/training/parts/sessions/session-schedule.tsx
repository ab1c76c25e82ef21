import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { useTrainingAct, type CourseView } from '../../api/courses.ts';

interface Typed {
  readonly title: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: string;
  readonly capacity: number | null;
}
const nothing: Typed = { title: '', startsOn: null, endsOn: null, place: '', capacity: null };

export interface SessionScheduleProps {
  readonly course: CourseView;
  readonly onDone: (words: string) => void;
  readonly onClose: () => void;
}

/** A session of a course, open for enrolment at once. */
export function SessionSchedule({ course, onDone, onClose }: SessionScheduleProps) {
  const { t } = useTranslation('training');
  const format = useFormat();
  const typed = useOwnStoredForm(`session-${course.id}`, nothing);
  const { title, startsOn, endsOn, place, capacity } = typed.value;
  const change = (part: Partial<Typed>): void => typed.set({ ...typed.value, ...part });
  const act = useTrainingAct('POST /courses/{courseId}/sessions', (session) => {
    typed.forget();
    onDone(t('schedule.done', { title: session.title }));
  });
  const send = (): void => {
    if (startsOn === null || endsOn === null || capacity === null) return;
    act.act({ params: { courseId: course.id }, body: { title, startsOn, endsOn, place, capacity } });
  };
  const fact = (value: string | null): string => (value === null ? '' : format.day(value));
  return (
    <Panel title={t('schedule.title', { course: course.name })}>
      <ActFrame
        act={act}
        faults={useFaults(typed.value)}
        fields={{
          '/title': { id: 'session-title', label: t('schedule.name') },
          '/startsOn': { id: 'session-starts', label: t('schedule.startsOn') },
          '/endsOn': { id: 'session-ends', label: t('schedule.endsOn') },
          '/place': { id: 'session-place', label: t('schedule.place') },
          '/capacity': { id: 'session-capacity', label: t('schedule.capacity') },
        }}
        consequences={[t('schedule.will.open', { from: fact(startsOn), to: fact(endsOn), place, capacity: capacity ?? 0 })]}
        confirmTitle={t('schedule.title', { course: course.name })}
        confirmLabel={t('schedule.confirm')}
        isAllowed
        isRestored={typed.isRestored}
        onSend={send}
        onReload={act.clear}
        onDiscard={() => {
          typed.forget();
          onClose();
        }}
      >
        {(errorOf) => (
          <>
            <Field id="session-title" label={t('schedule.name')} hint={t('schedule.nameHint')} error={errorOf('session-title')}>
              {(control) => <Input {...control} maxLength={80} value={title} onChange={(event) => change({ title: event.target.value })} />}
            </Field>
            <Field id="session-starts" label={t('schedule.startsOn')} error={errorOf('session-starts')}>
              {(control) => <DayInput {...control} value={startsOn} onChange={(day) => change({ startsOn: day })} />}
            </Field>
            <Field id="session-ends" label={t('schedule.endsOn')} error={errorOf('session-ends')}>
              {(control) => (
                <DayInput
                  {...control}
                  value={endsOn}
                  {...(startsOn === null ? {} : { min: startsOn })}
                  onChange={(day) => change({ endsOn: day })}
                />
              )}
            </Field>
            <Field id="session-place" label={t('schedule.place')} error={errorOf('session-place')}>
              {(control) => <Input {...control} maxLength={80} value={place} onChange={(event) => change({ place: event.target.value })} />}
            </Field>
            <Field id="session-capacity" label={t('schedule.capacity')} error={errorOf('session-capacity')}>
              {(control) => (
                <InputNumber<number>
                  {...control}
                  min={1}
                  max={2000}
                  precision={0}
                  value={capacity}
                  onChange={(next) => change({ capacity: next })}
                />
              )}
            </Field>
          </>
        )}
      </ActFrame>
    </Panel>
  );
}

function useFaults({ title, startsOn, endsOn, place, capacity }: Typed): SummaryError[] {
  const { t } = useTranslation('training');
  const isReversed = startsOn !== null && endsOn !== null && endsOn < startsOn;
  return [
    ...(title.trim() === '' ? [{ fieldId: 'session-title', message: t('schedule.fault.name') }] : []),
    ...(startsOn === null ? [{ fieldId: 'session-starts', message: t('schedule.fault.startsOn') }] : []),
    ...(endsOn === null ? [{ fieldId: 'session-ends', message: t('schedule.fault.endsOn') }] : []),
    ...(isReversed ? [{ fieldId: 'session-ends', message: t('schedule.fault.order') }] : []),
    ...(place.trim() === '' ? [{ fieldId: 'session-place', message: t('schedule.fault.place') }] : []),
    ...(capacity === null ? [{ fieldId: 'session-capacity', message: t('schedule.fault.capacity') }] : []),
  ];
}
