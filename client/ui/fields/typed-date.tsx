import { useRef, useState, type ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Field } from '../forms/field.tsx';
import { AriaLanguage } from '../overlays/aria-language.tsx';
import { Sign } from '../overlays/signs.tsx';
import type { TypedField } from './field-look.ts';
import './fields.css';

export interface TypedDateProps extends TypedField<string> {
  /** What was typed as the wire has it, or nothing. */
  readonly parse: (text: string) => string | null;
  /** A value of the wire in the reader's language; null for what it is not. */
  readonly format: (value: string) => string | null;
  /** What to say about text that is no date. */
  readonly unreadable: string;
  /** Name of the button beside the field. */
  readonly pickName: string;
  /** What opens; picking closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A date typed as one writes it, or picked: the two ways into the same field. */
export function TypedDate({ value, onChange, onBlur, parse, format, unreadable, pickName, error, children, ...look }: TypedDateProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const shown = value === null ? '' : format(value);
  const isUnreadable = typed === null && shown === null && value?.trim() !== '';
  return (
    <Field {...look} error={isUnreadable ? unreadable : error}>
      {(control) => (
        <div ref={place} className="with-button date-input">
          <input
            {...control}
            className="input"
            autoComplete="off"
            value={typed ?? shown ?? value ?? ''}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              onChange(text.trim() === '' ? null : (parse(text) ?? text));
            }}
            onBlur={() => {
              setTyped(null);
              onBlur?.();
            }}
          />
          <AriaLanguage>
            <DialogTrigger>
              <Button className="icon-button" aria-label={pickName}>
                <Sign shape="calendar" />
              </Button>
              <Popover className="popover" triggerRef={place} placement="bottom start">
                <Dialog className="popover-dialog" aria-label={pickName}>
                  {({ close }) => children(close)}
                </Dialog>
              </Popover>
            </DialogTrigger>
          </AriaLanguage>
        </div>
      )}
    </Field>
  );
}
