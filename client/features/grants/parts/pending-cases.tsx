import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import { Field } from '#client/ui/forms/field.tsx';
import type { SummaryError } from '#client/ui/forms/error-summary.tsx';

export interface PendingCase {
  readonly description: string;
  readonly owner: 'department' | 'township';
}

interface PendingCasesProps {
  readonly value: readonly PendingCase[];
  readonly onChange: (next: readonly PendingCase[]) => void;
  readonly errorOf: (fieldId: string) => string | undefined;
}

const idOf = (index: number): string => `pending-${String(index)}`;

/** What the form finds missing in the list. */
export function pendingFaults(cases: readonly PendingCase[], message: string): SummaryError[] {
  return cases.flatMap(({ description }, index) => (description.trim() === '' ? [{ fieldId: idOf(index), message }] : []));
}

/** Cases under way: each has a named owner before a power changes hands; the side that opened a case finishes it unless agreed otherwise. */
export function PendingCases({ value, onChange, errorOf }: PendingCasesProps) {
  const { t } = useTranslation('grants');
  const word = useWords();
  const owners = (['township', 'department'] as const).map((owner) => ({ value: owner, label: word('caseOwner', owner) }));
  const put = (index: number, change: Partial<PendingCase>): void =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...change } : one)));
  return (
    <fieldset className="field choices">
      <legend className="field-label">{t('act.field.pending')}</legend>
      <div className="field-hint">{t('act.field.pendingHint')}</div>
      <div className="stack-tight">
        {value.map((one, index) => (
          <div key={index} className="stack-tight">
            <Field id={idOf(index)} label={`${t('act.field.pendingDescription')} ${String(index + 1)}`} error={errorOf(idOf(index))}>
              {(control) => (
                <Input
                  {...control}
                  maxLength={200}
                  value={one.description}
                  onChange={(event) => put(index, { description: event.target.value })}
                />
              )}
            </Field>
            <Field id={`${idOf(index)}-owner`} label={t('act.field.pendingOwner')}>
              {(control) => (
                <Select {...control} value={one.owner} options={owners} onChange={(owner: PendingCase['owner']) => put(index, { owner })} />
              )}
            </Field>
            <div>
              <Button onClick={() => onChange(value.filter((_, at) => at !== index))}>{t('act.field.removePending')}</Button>
            </div>
          </div>
        ))}
        <div>
          <Button onClick={() => onChange([...value, { description: '', owner: 'township' }])}>{t('act.field.addPending')}</Button>
        </div>
      </div>
    </fieldset>
  );
}
