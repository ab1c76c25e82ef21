import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { ChoiceField } from '#client/ui/forms/choice-field.tsx';
import { DayInput } from '#client/ui/forms/day-input.tsx';
import { Field } from '#client/ui/forms/field.tsx';
import { NumberField } from '#client/ui/forms/number-field.tsx';
import type { TermsPartProps } from './edition-terms-section.tsx';

const startKinds = ['on_signing', 'on_day', 'days_after_issue'] as const;

/** From when, for how long, and whether there is a way back. */
export function TermsPeriod({ typed, change, errorOf }: TermsPartProps) {
  const { t } = useTranslation('editions');
  const word = useWords();
  return (
    <>
      <div className="fields">
        <NumberField
          id="trialMonths"
          label={t('item.trialMonths')}
          hint={t('item.trialHint')}
          unit={t('item.months')}
          max={36}
          error={errorOf('trialMonths')}
          value={typed.trialMonths}
          onChange={(trialMonths) => change({ trialMonths })}
        />
        <NumberField
          id="termMonths"
          label={t('item.termMonths')}
          hint={t('item.termHint')}
          mark="optional"
          unit={t('item.months')}
          min={1}
          max={240}
          error={errorOf('termMonths')}
          value={typed.termMonths}
          onChange={(termMonths) => change({ termMonths })}
        />
      </div>
      <ChoiceField
        id="startKind"
        label={t('item.startKind')}
        error={errorOf('startKind')}
        value={typed.startKind}
        choices={startKinds.map((value) => ({ value, label: word('startRule', value) }))}
        onChange={(startKind) => change({ startKind })}
      />
      {typed.startKind === 'on_day' ? (
        <Field id="startOn" label={t('item.startOn')} error={errorOf('startOn')}>
          {(control) => <DayInput {...control} value={typed.startOn} onChange={(startOn) => change({ startOn })} />}
        </Field>
      ) : null}
      {typed.startKind === 'days_after_issue' ? (
        <NumberField
          id="startDays"
          label={t('item.startDays')}
          unit={t('item.days')}
          max={365}
          error={errorOf('startDays')}
          value={typed.startDays}
          onChange={(startDays) => change({ startDays })}
        />
      ) : null}
      <CheckField
        id="isReturnable"
        label={t('item.returnable')}
        hint={t('item.returnableHint')}
        isChecked={typed.isReturnable}
        onChange={(isReturnable) => change({ isReturnable })}
      />
      {typed.isReturnable ? null : (
        <Field id="notReturnableBasis" label={t('field.notReturnableBasis')} error={errorOf('notReturnableBasis')}>
          {(control) => (
            <Input {...control} value={typed.notReturnableBasis} onChange={(event) => change({ notReturnableBasis: event.target.value })} />
          )}
        </Field>
      )}
    </>
  );
}
