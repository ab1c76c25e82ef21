import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface ControlProps {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** Mark the rarer kind in a form: the optional fields where most are required, or the other way round. */
  readonly mark?: 'required' | 'optional';
  /** Said to screen readers where the form marks its optional fields instead. */
  readonly isRequired?: boolean;
  /** Twice as wide as its neighbours where fields stand side by side: addresses, names of offices. */
  readonly isDouble?: boolean;
  /** Spread the given properties on the control (antd's Input and Select take them as well). */
  readonly children: (control: ControlProps) => ReactNode;
}

/** Label above, then hint, then what is wrong, then the control; all tied to it for screen readers. */
export function Field({ id, label, hint, error, mark, isRequired = mark === 'required', isDouble = false, children }: FieldProps) {
  const { t } = useTranslation();
  const described = [hint === undefined ? '' : `${id}-hint`, error === undefined ? '' : `${id}-error`]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <div className={`field${error === undefined ? '' : ' field-invalid'}${isDouble ? ' fields-double' : ''}`}>
      <label className="field-label" id={`${id}-label`} htmlFor={id}>
        {label}
        {mark === undefined ? null : <span className="field-mark">{t(`form.${mark}`)}</span>}
      </label>
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
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': isRequired ? true : undefined,
      })}
    </div>
  );
}
