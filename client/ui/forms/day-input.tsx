import type { ControlProps } from './field.tsx';

export interface DayInputProps extends Partial<ControlProps> {
  /** YYYY-MM-DD, or nothing. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly min?: string;
  readonly max?: string;
  readonly isDisabled?: boolean;
}

/** The browser's own date field: works with the keyboard, on phones, and with every screen reader, which antd's picker does not. */
export function DayInput({ value, onChange, min, max, isDisabled = false, ...control }: DayInputProps) {
  return (
    <input
      {...control}
      type="date"
      className="input"
      value={value ?? ''}
      min={min}
      max={max ?? '9999-12-31'}
      disabled={isDisabled}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  );
}
