import { Field } from '../forms/field.tsx';
import { LengthCounter, lengthOf } from './length-counter.tsx';
import type { TextFieldProps } from './text-field.tsx';
import './fields.css';

export interface TextAreaProps extends Omit<TextFieldProps, 'autoComplete'> {
  /** Height before anything is typed; it grows with what is. */
  readonly rows?: number;
}

/** Several lines of text, all of them in sight. */
export function TextArea({ value, onChange, onBlur, max, rows = 4, ...look }: TextAreaProps) {
  return (
    <Field {...look}>
      {(control) => (
        <>
          {/* A copy of the text below it gives the height; the blank keeps an empty last line. */}
          <div className="text-area" data-text={`${value} `}>
            <textarea
              {...control}
              aria-describedby={
                [control['aria-describedby'], max === undefined ? '' : `${look.id}-count`].filter(Boolean).join(' ') || undefined
              }
              className="input"
              rows={rows}
              value={value}
              onChange={(event) => onChange(event.target.value)}
              onBlur={onBlur}
            />
          </div>
          {max === undefined ? null : <LengthCounter id={`${look.id}-count`} used={lengthOf(value)} max={max} />}
        </>
      )}
    </Field>
  );
}
