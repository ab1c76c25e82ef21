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
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** A whole number with its unit. */
export function NumberField({ unit, min = 0, max, value, onChange, ...field }: NumberFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <InputNumber<number>
          {...control}
          className="number-input"
          min={min}
          max={max}
          precision={0}
          value={value}
          onChange={onChange}
          {...(unit === undefined ? {} : { suffix: unit })}
        />
      )}
    </Field>
  );
}
