import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PendingCase } from '#contract/words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { Button } from '#client/ui/forms/button.tsx';
import { BoundSelect, BoundText } from '#client/ui/act-form/bound.tsx';
import type { Body, Draft } from './file-return-draft.ts';

const owners = PendingCase.shape.owner.options;

/** Cases under way: each has a named owner before a power changes hands; who opened a case finishes it unless said otherwise. */
export function PendingCaseRows({ control }: { readonly control: Control<Draft, unknown, Body> }) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const { fields, append, remove } = useFieldArray({ control, name: 'pendingCases' });
  return (
    <fieldset id="return-pendingCases" tabIndex={-1} className="field choices">
      <legend className="field-label">{t('act.field.pending')}</legend>
      <div className="field-hint">{t('act.field.pendingHint')}</div>
      <div className="stack-tight">
        {fields.map(({ id }, index) => (
          <div key={id} className="form-row">
            <BoundText control={control} name={`pendingCases.${index}.description`} />
            <BoundSelect
              control={control}
              name={`pendingCases.${index}.owner`}
              options={owners.map((value) => ({ value, label: word('caseOwner', value) }))}
            />
            <div>
              <Button onPress={() => remove(index)}>{t('act.field.removePending')}</Button>
            </div>
          </div>
        ))}
        <div>
          <Button onPress={() => append({ description: '', owner: 'township' })}>{t('act.field.addPending')}</Button>
        </div>
      </div>
    </fieldset>
  );
}
