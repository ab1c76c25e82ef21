import { InputNumber } from 'antd';
import type { ReactNode } from 'react';
import { Field } from './field.tsx';

export interface NumberFieldProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly mark?: 'required' | 'optional';
  readonly unit?: string;
  readonly min?: number;
  readonly max: number;
  /** Digits after the point; none for what is counted. */
  readonly precision?: number;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A number with its unit, whole unless said otherwise. */
export function NumberField({ unit, min = 0, max, precision = 0, value, onChange, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <InputNumber<number>
          {...control}
          className="number-input"
          min={min}
          max={max}
          precision={precision}
          value={value}
          onChange={onChange}
          {...(unit === undefined ? {} : { suffix: unit })}
        />
      )}
    </Field>
  );
}
