import { useState } from 'react';

export interface StoredForm<T> {
  readonly value: T;
  readonly set: (next: T) => void;
  /** Back to the beginning, and nothing is kept any more. */
  readonly forget: () => void;
  /** Something typed earlier was found again. */
  readonly isRestored: boolean;
  /** Something has been typed and is kept. */
  readonly isTouched: boolean;
}

/**
 * What is typed into a form that the server does not know yet, kept for this tab: a lost session, a reload or a wrong link
 * does not cost it. The name says whose it is and what for, so that one account never sees what another has typed.
 */
export function useStoredForm<T extends object>(name: string, initial: T): StoredForm<T> {
  const [found] = useState(() => read<T>(name));
  const [value, setValue] = useState<T>(() => (found === null ? initial : { ...initial, ...found }));
  const [isTouched, setTouched] = useState(found !== null);
  return {
    value,
    isRestored: found !== null,
    isTouched,
    set: (next) => {
      setValue(next);
      setTouched(true);
      write(name, next);
    },
    forget: () => {
      setValue(initial);
      setTouched(false);
      write(name, null);
    },
  };
}

// Storage may be switched off by policy on a county PC; what is typed then lasts for the page.
function read<T extends object>(name: string): Partial<T> | null {
  try {
    const text = sessionStorage.getItem(`typed:${name}`);
    return text === null ? null : (JSON.parse(text) as Partial<T>);
  } catch {
    return null;
  }
}

function write(name: string, value: object | null): void {
  try {
    if (value === null) sessionStorage.removeItem(`typed:${name}`);
    else sessionStorage.setItem(`typed:${name}`, JSON.stringify(value));
  } catch {
    // Nothing to do: the page itself still has it.
  }
}
