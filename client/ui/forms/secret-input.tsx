import { useState } from 'react';
import type { ControlProps } from './field.tsx';

export interface SecretInputProps extends ControlProps {
  readonly name: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly showLabel: string;
  readonly hideLabel: string;
}

/** A password that can be looked at while it is typed, which spares people on phones many wrong attempts. */
export function SecretInput({ value, onChange, showLabel, hideLabel, ...control }: SecretInputProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="input-with-button">
      <input
        {...control}
        className="input"
        type={isShown ? 'text' : 'password'}
        value={value}
        maxLength={200}
        spellCheck={false}
        autoCapitalize="none"
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="button button-link"
        aria-pressed={isShown}
        aria-controls={control.id}
        onClick={() => setShown(!isShown)}
      >
        {isShown ? hideLabel : showLabel}
      </button>
    </div>
  );
}
