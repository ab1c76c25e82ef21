import { Input } from 'antd';
import type { ControlProps } from './field.tsx';

interface LongInputProps extends ControlProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
}

/** One line of text that is often longer than its field, such as the name of a power: it grows instead of hiding its end. */
export function LongInput({ value, onChange, ...control }: LongInputProps) {
  return (
    <Input.TextArea
      {...control}
      autoSize={{ minRows: 1, maxRows: 5 }}
      value={value}
      onPressEnter={(event) => event.preventDefault()}
      onChange={(event) => onChange(event.target.value.replace(/\s*\n\s*/g, ''))}
    />
  );
}
