import { Button, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { DecisionExtra } from './request-decision-extra.tsx';
import type { DecisionPartProps, Extra } from './request-decision-typed.ts';

/** On what an approval shall depend. */
export function DecisionConditions(props: DecisionPartProps & { readonly itemTermMonths: number | null }) {
  const { typed, onChange, errorOf, itemTermMonths } = props;
  const { t } = useTranslation('requests');
  const format = useFormat();
  const add = (kind: Extra['kind']): void => {
    const taken = typed.extra.map(({ key }) => Number(key.slice('extra-'.length)));
    const key = `extra-${Math.max(0, ...taken) + 1}`;
    onChange({ ...typed, extra: [...typed.extra, { key, kind, certificateKind: null, count: 1, subject: 'premises', text: '' }] });
  };
  return (
    <>
      <Field
        id="decision-conditions"
        label={t('decision.conditions')}
        hint={t('decision.conditionsHint')}
        error={errorOf('decision-conditions')}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={4}
            value={typed.conditionText}
            onChange={(event) => onChange({ ...typed, conditionText: event.target.value })}
          />
        )}
      </Field>
      {typed.extra.map((one, index) => (
        <DecisionExtra
          key={one.key}
          one={one}
          index={index}
          errorOf={errorOf}
          onChange={(next) => onChange({ ...typed, extra: typed.extra.map((other) => (other.key === one.key ? next : other)) })}
          onRemove={() => onChange({ ...typed, extra: typed.extra.filter((other) => other.key !== one.key) })}
        />
      ))}
      <div className="row">
        <Button onClick={() => add('certified_officers')}>{t('decision.addCertified')}</Button>
        <Button onClick={() => add('staffing')}>{t('decision.addStaffing')}</Button>
        <Button onClick={() => add('attestation')}>{t('decision.addAttestation')}</Button>
      </div>
      <Field
        id="decision-term"
        label={t('decision.termMonths')}
        mark="optional"
        hint={t('decision.termHint', { term: itemTermMonths === null ? t('decision.termOpen') : format.months(itemTermMonths) })}
        error={errorOf('decision-term')}
      >
        {(control) => (
          <InputNumber
            {...control}
            min={1}
            max={240}
            precision={0}
            value={typed.termMonths}
            onChange={(termMonths) => onChange({ ...typed, termMonths })}
          />
        )}
      </Field>
      <Field id="decision-not-before" label={t('decision.notBefore')} mark="optional" error={errorOf('decision-not-before')}>
        {(control) => (
          <DayInput
            {...control}
            value={typed.notBeforeOn}
            min={dayOf(now())}
            onChange={(notBeforeOn) => onChange({ ...typed, notBeforeOn })}
          />
        )}
      </Field>
    </>
  );
}
