import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { addDays, dayOf } from '#client/lib/days.ts';
import { now } from '#client/lib/clock.ts';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import { GrantActFrame } from './grant-act-frame.tsx';
import type { GrantActProps } from './grant-act-props.ts';

/** Accept a return from a day: not before the township wished it, not after it would take effect by itself. */
export function AcceptReturnAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const filed = grant.returns.find(({ state }) => state === 'filed' || state === 'deferred');
  const typed = useTyped<{ effectiveOn: string | null; text: string }>(grant.id, 'accept_return', {
    effectiveOn: filed?.effectiveOn ?? null,
    text: '',
  });
  const { effectiveOn, text } = typed.value;
  const act = useGrantAct('POST /grants/{grantId}/return/acceptance', () => {
    typed.forget();
    onDone();
  });
  const names = { day: effectiveOn === null ? '' : format.day(effectiveOn), power: grant.powerName, department: grant.department.name };
  return (
    <GrantActFrame
      grant={grant}
      action="accept_return"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={effectiveOn === null ? [{ fieldId: 'accept-day', message: t('act.fault.day') }] : []}
      fields={{
        '/effectiveOn': { id: 'accept-day', label: t('act.field.effectiveOn') },
        '/text': { id: 'accept-text', label: t('act.field.text') },
      }}
      consequences={[t('act.will.accept', names), t('act.will.register')]}
      onSend={() => {
        if (effectiveOn !== null) act.act({ params: { grantId: grant.id }, body: { effectiveOn, text }, version: grant.version });
      }}
    >
      {(errorOf) => (
        <>
          <Field id="accept-day" label={t('act.field.effectiveOn')} error={errorOf('accept-day')}>
            {(control) => (
              <DayInput
                {...control}
                {...(filed ? { min: filed.wishedOn } : {})}
                {...(filed?.effectiveOn ? { max: filed.effectiveOn } : {})}
                value={effectiveOn}
                onChange={(day) => typed.set({ ...typed.value, effectiveOn: day })}
              />
            )}
          </Field>
          <Field id="accept-text" label={t('act.field.text')} mark="optional" error={errorOf('accept-text')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={3}
                value={text}
                onChange={(event) => typed.set({ ...typed.value, text: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </GrantActFrame>
  );
}

/** Put a return off, once, at most 60 working days, with a plan that helps. */
export function DeferReturnAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const format = useFormat();
  const typed = useTyped<{ untilOn: string | null; supportPlan: string }>(grant.id, 'defer_return', { untilOn: null, supportPlan: '' });
  const { untilOn, supportPlan } = typed.value;
  const act = useGrantAct('POST /grants/{grantId}/return/deferral', () => {
    typed.forget();
    onDone();
  });
  const names = { day: untilOn === null ? '' : format.day(untilOn), township: grant.township.name, department: grant.department.name };
  return (
    <GrantActFrame
      grant={grant}
      action="defer_return"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={[
        ...(untilOn === null ? [{ fieldId: 'defer-day', message: t('act.fault.day') }] : []),
        ...(supportPlan.trim() === '' ? [{ fieldId: 'defer-plan', message: t('act.fault.text') }] : []),
      ]}
      fields={{
        '/untilOn': { id: 'defer-day', label: t('act.field.untilOn') },
        '/supportPlan': { id: 'defer-plan', label: t('act.field.supportPlan') },
      }}
      consequences={[t('act.will.defer', names), t('act.will.deferPlan'), t('act.will.register')]}
      onSend={() => {
        if (untilOn !== null) act.act({ params: { grantId: grant.id }, body: { untilOn, supportPlan }, version: grant.version });
      }}
    >
      {(errorOf) => (
        <>
          <Field id="defer-day" label={t('act.field.untilOn')} hint={t('act.hint.untilOn')} error={errorOf('defer-day')}>
            {(control) => (
              <DayInput
                {...control}
                min={addDays(dayOf(now()), 1)}
                value={untilOn}
                onChange={(day) => typed.set({ ...typed.value, untilOn: day })}
              />
            )}
          </Field>
          <Field id="defer-plan" label={t('act.field.supportPlan')} error={errorOf('defer-plan')}>
            {(control) => (
              <Input.TextArea
                {...control}
                rows={5}
                value={supportPlan}
                onChange={(event) => typed.set({ ...typed.value, supportPlan: event.target.value })}
              />
            )}
          </Field>
        </>
      )}
    </GrantActFrame>
  );
}
