import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useRequestAct } from '../../api/request-act.ts';
import { useTyped } from '#client/parts/requests/request-typed.ts';
import { ActFrame } from '../acts/request-act-frame.tsx';
import type { RequestActProps } from '../acts/request-act-props.ts';

interface Typed {
  readonly reason: string;
  readonly untilOn: string | null;
}
const nothing: Typed = { reason: '', untilOn: null };

interface RequestWaiverProps extends RequestActProps {
  readonly subject: 'prerequisite' | 'commitment';
  readonly subjectKey: string;
  readonly words: string;
}

/** The decider puts something off: with a reason and a day on which it ends. */
export function RequestWaiver({ file, subject, subjectKey, words, isAllowed, onDone, onReload, onClose }: RequestWaiverProps) {
  const { t } = useTranslation('requests');
  const format = useFormat();
  const typed = useTyped(file.id, `waiver-${subject}-${subjectKey}`, nothing);
  const { reason, untilOn } = typed.value;
  const act = useRequestAct('POST /requests/{requestId}/waivers', (after) => {
    typed.forget();
    onClose?.();
    onDone(after);
  });
  const reasonId = `waiver-${subject}-${subjectKey}-reason`;
  const untilId = `waiver-${subject}-${subjectKey}-until`;
  const faults: SummaryError[] = [
    ...(reason.trim() === '' ? [{ fieldId: reasonId, message: t('act.fault.text') }] : []),
    ...(untilOn === null ? [{ fieldId: untilId, message: t('act.fault.until') }] : []),
  ];
  const send = (): void => {
    if (untilOn === null) return;
    act.act({ params: { requestId: file.id }, version: file.version, body: { subject, key: subjectKey, reason, untilOn } });
  };
  const discard = (): void => {
    typed.forget();
    onClose?.();
  };
  return (
    <ActFrame
      act={act}
      faults={faults}
      fields={{ '/reason': { id: reasonId, label: t('waive.reason') }, '/untilOn': { id: untilId, label: t('waive.until') } }}
      answers={[{ label: t('waive.reason'), text: reason }]}
      consequences={[
        t('waive.will.counts', { what: words, day: untilOn === null ? '' : format.day(untilOn) }),
        ...(subject === 'prerequisite' ? [t('waive.will.after')] : []),
        t('waive.will.record'),
      ]}
      confirmTitle={t('waive.actFor', { what: words })}
      confirmLabel={t('waive.confirm')}
      isAllowed={isAllowed}
      isRestored={typed.isRestored}
      onSend={send}
      onReload={onReload}
      onDiscard={discard}
    >
      {(errorOf) => (
        <>
          <Field id={reasonId} label={t('waive.reason')} error={errorOf(reasonId)}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                value={reason}
                onChange={(event) => typed.set({ ...typed.value, reason: event.target.value })}
              />
            )}
          </Field>
          <Field
            id={untilId}
            label={t('waive.until')}
            error={errorOf(untilId)}
            {...(subject === 'prerequisite' ? { hint: t('waive.untilHint') } : {})}
          >
            {(control) => (
              <DayInput {...control} value={untilOn} min={dayOf(now())} onChange={(day) => typed.set({ ...typed.value, untilOn: day })} />
            )}
          </Field>
        </>
      )}
    </ActFrame>
  );
}
