import { fireEvent, screen } from '@testing-library/react';
import { useState, type ReactNode } from 'react';

/** Holds the value of a field, as a form does, and tells what it became. */
export function Holder<V>({
  first,
  told,
  children,
}: {
  readonly first: V;
  readonly told: (value: V) => void;
  readonly children: (value: V, set: (next: V) => void) => ReactNode;
}) {
  const [value, setValue] = useState(first);
  return children(value, (next) => {
    told(next);
    setValue(next);
  });
}

/** Types into a field, which has the focus from then on. */
export const type = (label: string, text: string): HTMLElement => {
  const input = screen.getByLabelText(label, { selector: 'input, textarea' });
  input.focus();
  fireEvent.change(input, { target: { value: text } });
  return input;
};
