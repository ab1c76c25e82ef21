import { Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Field } from './field.tsx';

interface SearchPickProps {
  readonly id: string;
  /** Name of the search for screen readers. */
  readonly name: string;
  readonly label: string;
  readonly findLabel: string;
  /** What stands there to be looked for first. */
  readonly initial?: string;
  /** What is found, to pick from; asked only once something was looked for. */
  readonly children: (q: string) => ReactNode;
}

/** Looks for something by a few characters and shows below what may be picked. */
export function SearchPick({ id, name, label, findLabel, initial = '', children }: SearchPickProps) {
  const [typed, setTyped] = useState(initial);
  const [q, setQ] = useState('');
  return (
    <div className="stack-tight">
      <form
        className="row search-pick"
        role="search"
        aria-label={name}
        onSubmit={(event) => {
          event.preventDefault();
          setQ(typed.trim());
        }}
      >
        <Field id={id} label={label}>
          {(control) => <Input {...control} maxLength={80} value={typed} onChange={(event) => setTyped(event.target.value)} />}
        </Field>
        <Button htmlType="submit">{findLabel}</Button>
      </form>
      {q === '' ? null : children(q)}
    </div>
  );
}
