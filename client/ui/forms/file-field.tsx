import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.tsx';
import { Field } from './field.tsx';

export interface FileFieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly error?: string | undefined;
  /** As the browser's own dialogue filters, e.g. `.xlsx,.csv`. */
  readonly accept: string;
  /** Name of the file that is chosen; null while none is. */
  readonly chosen: string | null;
  readonly onChoose: (file: File) => void;
}

/**
 * A file from the machine: by a button, or dropped onto the field. The browser's own control speaks the browser's language and
 * not the reader's, so it stands behind a button of ours.
 */
export function FileField({ id, label, hint, error, accept, chosen, onChoose }: FileFieldProps) {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
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
  const act = t(chosen === null ? 'file.choose' : 'file.change');
  return (
    <div
      className={isOver ? 'file-field file-field-over' : 'file-field'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Field id={id} label={label} hint={hint} error={error}>
        {(control) => (
          <div className="file-field-act">
            <Button
              id={control.id}
              name={t('file.labelled', { label, act })}
              describedBy={[control['aria-describedby'], `${id}-chosen`].filter(Boolean).join(' ')}
              onPress={() => input.current?.click()}
            >
              {act}
            </Button>
            <span id={`${id}-chosen`} role="status" className={chosen === null ? 'secondary' : undefined}>
              {isOver ? t('file.drop') : chosen === null ? t('file.none') : t('file.chosen', { name: chosen })}
            </span>
          </div>
        )}
      </Field>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) onChoose(file);
          // The same file may be chosen again once it was corrected.
          event.target.value = '';
        }}
      />
    </div>
  );
}
