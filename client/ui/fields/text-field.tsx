import { Field } from '../forms/field.tsx';
import type { FieldLook } from './field-look.ts';
import { LengthCounter, lengthOf } from './length-counter.tsx';
import './fields.css';

export interface TextFieldProps extends FieldLook {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Counted in sight; more may be typed, and is refused by the check. */
  readonly max?: number | undefined;
  readonly autoComplete?: string;
}

/** A short line shows how long it is only when the limit comes near. */
const shownFrom = 0.8;

/** One line of text. */
export function TextField({ value, onChange, onBlur, max, autoComplete = 'off', ...look }: TextFieldProps) {
  const used = lengthOf(value);
  const isCounted = max !== undefined && used >= max * shownFrom;
  return (
    <Field {...look}>
      {(control) => (
        <>
          <input
            {...control}
            aria-describedby={[control['aria-describedby'], isCounted ? `${look.id}-count` : ''].filter(Boolean).join(' ') || undefined}
            className="input"
            autoComplete={autoComplete}
            value={value}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {isCounted ? <LengthCounter id={`${look.id}-count`} used={used} max={max} /> : null}
        </>
      )}
    </Field>
  );
}
