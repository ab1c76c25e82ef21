import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface CheckFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly isChecked: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isChecked: boolean) => void;
}

/** One statement that is true or not. */
export function CheckField({ id, label, hint, isChecked, isDisabled = false, onChange }: CheckFieldProps) {
  return (
    <label className="choice">
      <input type="checkbox" id={id} checked={isChecked} disabled={isDisabled} onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint === undefined ? null : <span className="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}

export interface ChecksFieldProps<V extends string> {
  /** Id of the first box, so that an error summary leads to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly mark?: 'required' | 'optional';
  readonly choices: readonly { readonly value: V; readonly label: string; readonly hint?: string }[];
  readonly values: readonly V[];
  readonly onChange: (values: readonly V[]) => void;
}

/** Any number of a few choices, all in sight. */
export function ChecksField<V extends string>({ id, label, hint, error, mark, choices, values, onChange }: ChecksFieldProps<V>) {
  const { t } = useTranslation();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`].join(' ').trim();
  const change = (value: V, isChecked: boolean): void =>
    onChange(choices.map((choice) => choice.value).filter((one) => (one === value ? isChecked : values.includes(one))));
  return (
    <fieldset className={error === undefined ? 'field choices' : 'field choices field-invalid'} aria-describedby={described || undefined}>
      <legend className="field-label">
        {label}
        {mark === undefined ? null : <span className="field-mark">{t(`form.${mark}`)}</span>}
      </legend>
      {hint === undefined ? null : (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error === undefined ? null : (
        <div className="field-error" id={`${id}-error`}>
          {error}
        </div>
      )}
      {choices.map((choice, index) => (
        <CheckField
          key={choice.value}
          id={index === 0 ? id : `${id}-${choice.value}`}
          label={choice.label}
          {...(choice.hint === undefined ? {} : { hint: choice.hint })}
          isChecked={values.includes(choice.value)}
          onChange={(isChecked) => change(choice.value, isChecked)}
        />
      ))}
    </fieldset>
  );
}
