import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';
import { ActFrame } from '#client/ui/forms/act-frame.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useTrainingAct, type AttendeeView } from '../../api/courses.ts';
import { ResultRows, type TypedResult } from './result-rows.tsx';
import type { SessionActProps } from './session-enrolment.tsx';
import { useAuditWords } from '../training-words.ts';

interface Typed {
  readonly heldOn: string | null;
  readonly results: Readonly<Record<string, TypedResult>>;
}

/** The training officer records who passed; certificates follow from it at once. */
export function SessionResults({ file, course, isAllowed, onDone, onClose, onReload }: SessionActProps) {
  const { t } = useTranslation('training');
  const actionWords = useAuditWords();
  const { session } = file;
  const today = dayOf(now());
  const open = file.attendees.filter(({ result }) => result === null);
  const typed = useOwnStoredForm<Typed>(`results-${session.id}`, { heldOn: session.endsOn > today ? null : session.endsOn, results: {} });
  const { heldOn, results } = typed.value;
  const act = useTrainingAct('POST /sessions/{sessionId}/results', () => {
    typed.forget();
    onDone(t('results.done'));
  });
  const set = (officerId: string, result: TypedResult): void => typed.set({ ...typed.value, results: { ...results, [officerId]: result } });
  const given = open.flatMap(({ officerId }) => {
    const { result = null, score = null } = results[officerId] ?? {};
    return result === null ? [] : [{ officerId, result, score: result === 'absent' ? null : score }];
  });
  const send = (): void => {
    if (heldOn !== null) act.act({ params: { sessionId: session.id }, version: session.version, body: { heldOn, results: given } });
  };
  const dayFault =
    heldOn === null
      ? t('results.fault.heldOn')
      : heldOn < session.startsOn
        ? t('results.fault.early')
        : heldOn > today
          ? t('results.fault.late')
          : null;
  const faults: SummaryError[] = [
    ...(dayFault === null ? [] : [{ fieldId: 'held-on', message: dayFault }]),
    ...(given.length === 0 ? [{ fieldId: `result-${open[0]?.officerId ?? ''}`, message: t('results.fault.none') }] : []),
  ];
  return (
    <ActFrame
      act={act}
      faults={faults}
      fields={{ '/heldOn': { id: 'held-on', label: t('results.heldOn') } }}
      consequences={useConsequences({ open, typed: typed.value, course })}
      confirmTitle={t('results.title', { session: session.title })}
      confirmLabel={t('results.confirm')}
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={() => {
        typed.forget();
        onClose();
      }}
      actionWords={actionWords}
    >
      {(errorOf) => (
        <>
          <Field id="held-on" label={t('results.heldOn')} hint={t('results.heldOnHint')} error={errorOf('held-on')}>
            {(control) => (
              <DayInput
                {...control}
                value={heldOn}
                min={session.startsOn}
                max={today}
                onChange={(day) => typed.set({ ...typed.value, heldOn: day })}
              />
            )}
          </Field>
          <div className="row">
            <Button
              onClick={() =>
                typed.set({
                  ...typed.value,
                  results: Object.fromEntries(
                    open.map(({ officerId }) => [officerId, { score: results[officerId]?.score ?? null, result: 'passed' as const }]),
                  ),
                })
              }
            >
              {t('results.allPassed')}
            </Button>
          </div>
          <ResultRows attendees={open} results={results} onChange={set} />
        </>
      )}
    </ActFrame>
  );
}

interface ConsequencesProps {
  readonly open: readonly AttendeeView[];
  readonly typed: Typed;
  readonly course: SessionActProps['course'];
}

function useConsequences({ open, typed, course }: ConsequencesProps): string[] {
  const { t } = useTranslation('training');
  const format = useFormat();
  const of = (result: TypedResult['result']): readonly AttendeeView[] =>
    open.filter(({ officerId }) => (typed.results[officerId]?.result ?? null) === result);
  const passed = of('passed');
  const others = of('failed').length + of('absent').length;
  const left = of(null).length;
  return [
    ...(passed.length === 0 || course === undefined || typed.heldOn === null
      ? []
      : [
          t('results.will.certificates', {
            people: passed.length,
            names: format.list(passed.map(({ name }) => name)),
            certificate: course.certificateKindName,
            months: format.months(course.validMonths),
            day: format.day(typed.heldOn),
          }),
        ]),
    ...(others === 0 ? [] : [t('results.will.others', { people: others })]),
    ...(left === 0 ? [] : [t('results.will.left', { people: left })]),
    t('results.will.close'),
    ...(passed.length === 0 ? [] : [t('results.will.recount')]),
  ];
}
