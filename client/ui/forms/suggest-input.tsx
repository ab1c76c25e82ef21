import type { ControlProps } from './field.tsx';

export interface SuggestInputProps {
  readonly control: ControlProps;
  readonly value: string;
  /** Offered while somebody types; anything else may be typed as well. */
  readonly options: readonly string[];
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

/** A text field with suggestions: the browser's own list, which every screen reader and phone knows. */
export function SuggestInput({ control, value, options, maxLength, onChange }: SuggestInputProps) {
  const list = `${control.id}-options`;
  return (
    <>
      <input
        {...control}
        className="input"
        list={list}
        maxLength={maxLength}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {options.map((option) => (
          <option key={option} value={option} />
        ))}
      </datalist>
    </>
  );
}
