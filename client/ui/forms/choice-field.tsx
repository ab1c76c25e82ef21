import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
  readonly isDisabled?: boolean;
}

export interface ChoiceFieldProps<V extends string> {
  /** Id of the first choice, so that an error summary leads to it. */
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly mark?: 'required' | 'optional';
  readonly choices: readonly Choice<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
}

/** A few choices, all in sight; the question is the legend, so that screen readers say it with each answer. */
export function ChoiceField<V extends string>({ id, label, hint, error, mark, choices, value, onChange }: ChoiceFieldProps<V>) {
  const { t } = useTranslation();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
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
        <label key={choice.value} className="choice">
          <input
            type="radio"
            id={index === 0 ? id : `${id}-${choice.value}`}
            name={id}
            value={choice.value}
            checked={value === choice.value}
            disabled={choice.isDisabled === true}
            onChange={() => onChange(choice.value)}
          />
          <span>
            {choice.label}
            {choice.hint === undefined ? null : <span className="choice-hint">{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
