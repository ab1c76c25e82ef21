import { useState, type DragEvent, type ReactNode } from 'react';
import { Field } from './field.tsx';

export interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** As the browser's own dialogue filters, e.g. `.xlsx,.csv`. */
  readonly accept: string;
  readonly dropLabel: string;
  /** Says which file is chosen. */
  readonly chosen: ReactNode;
  readonly onChoose: (file: File) => void;
}

/** A file from the machine: by the browser's own button, or dropped onto the field. */
export function FileField({ id, label, hint, error, accept, dropLabel, chosen, onChoose }: FileFieldProps) {
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent): void => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onChoose(file);
  };
  return (
    <div
      className={isOver ? 'file-field file-field-over' : 'file-field'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field id={id} label={label} hint={hint} error={error}>
        {(control) => (
          <input
            {...control}
            type="file"
            accept={accept}
            onChange={(event) => {
              const [file] = event.target.files ?? [];
              if (file) onChoose(file);
            }}
          />
        )}
      </Field>
      <p role="status" className="secondary">
        {isOver ? dropLabel : chosen}
      </p>
    </div>
  );
}
