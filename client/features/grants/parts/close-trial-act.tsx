import { Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WordLists } from '#client/i18n/word-lists.ts';
import type { Given } from '#client/lib/call-types.ts';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { useGrantAct, useTyped } from '../api/grant-act.ts';
import { GrantActFrame } from './grant-act-frame.tsx';
import type { GrantActProps } from './grant-act-props.ts';

interface Typed {
  readonly outcome: WordLists['trialOutcome'] | null;
  readonly extendMonths: number | null;
  readonly text: string;
}
const nothing: Typed = { outcome: null, extendMonths: 3, text: '' };

type ClosingBody = Given<'POST /grants/{grantId}/trial-closing'>['body'];

/** What is sent: only what belongs to the outcome chosen; what was typed under another one stays in the form. */
export function closingBody({ outcome, extendMonths, text }: Typed): ClosingBody | null {
  if (outcome === null) return null;
  if (outcome !== 'extend') return { outcome, text };
  return extendMonths === null ? null : { outcome, extendMonths, text };
}

/** A trial ends with a decision: confirm, extend once, or take back. */
export function CloseTrialAct({ grant, onClose, onDone }: GrantActProps) {
  const { t } = useTranslation('grants');
  const typed = useTyped(grant.id, 'close_trial', nothing);
  const { outcome, extendMonths, text } = typed.value;
  const put = (change: Partial<Typed>): void => typed.set({ ...typed.value, ...change });
  const act = useGrantAct('POST /grants/{grantId}/trial-closing', () => {
    typed.forget();
    onDone();
  });
  const names = { township: grant.township.name, department: grant.department.name, months: extendMonths ?? 0 };
  const will = {
    confirm: t('act.will.trialConfirm', names),
    extend: t('act.will.trialExtend', names),
    take_back: t('act.will.trialTakeBack', names),
  };
  const outcomes = (['confirm', 'extend', 'take_back'] as const).filter((one) => one !== 'extend' || !grant.isTrialExtended);
  const isMonthsMissing = outcome === 'extend' && (extendMonths === null || extendMonths < 1 || extendMonths > 12);
  return (
    <GrantActFrame
      grant={grant}
      action="close_trial"
      typed={typed}
      onClose={onClose}
      act={act}
      faults={[
        ...(outcome === null ? [{ fieldId: 'trial-outcome', message: t('act.fault.outcome') }] : []),
        ...(isMonthsMissing ? [{ fieldId: 'trial-months', message: t('act.fault.months') }] : []),
        ...(text.trim() === '' ? [{ fieldId: 'trial-text', message: t('act.fault.text') }] : []),
      ]}
      fields={{
        '/outcome': { id: 'trial-outcome', label: t('act.field.outcome') },
        '/extendMonths': { id: 'trial-months', label: t('act.field.extendMonths') },
        '/text': { id: 'trial-text', label: t('act.field.text') },
      }}
      consequences={outcome === null ? [] : [will[outcome], t('act.will.register')]}
      isDangerous={outcome === 'take_back'}
      onSend={() => {
        const body = closingBody(typed.value);
        if (body !== null) act.act({ params: { grantId: grant.id }, body, version: grant.version });
      }}
    >
      {(errorOf) => (
        <>
          <ChoiceField
            id="trial-outcome"
            label={t('act.field.outcome')}
            error={errorOf('trial-outcome')}
            value={outcome}
            choices={outcomes.map((value) => ({ value, label: t(`act.outcome.${value}`) }))}
            onChange={(next) => put({ outcome: next })}
          />
          {outcome === 'extend' ? (
            <Field id="trial-months" label={t('act.field.extendMonths')} error={errorOf('trial-months')}>
              {(control) => (
                <InputNumber
                  {...control}
                  min={1}
                  max={12}
                  precision={0}
                  value={extendMonths}
                  onChange={(value) => put({ extendMonths: value })}
                />
              )}
            </Field>
          ) : null}
          <Field id="trial-text" label={t('act.field.text')} error={errorOf('trial-text')}>
            {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={(event) => put({ text: event.target.value })} />}
          </Field>
        </>
      )}
    </GrantActFrame>
  );
}
