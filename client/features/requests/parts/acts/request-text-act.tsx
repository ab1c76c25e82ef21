import { Input } from 'antd';
import type { ReactNode } from 'react';
import type { CallError } from '#client/lib/call-error.ts';
import type { StoredForm } from '#client/lib/use-stored-form.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { ActFrame } from './request-act-frame.tsx';

export const noText = { text: '' };

export interface TextActProps {
  /** Prefix of the field's id; unique on the page. */
  readonly name: string;
  /** Name of the text in the body. */
  readonly pointer: string;
  readonly label: string;
  readonly hint?: string;
  /** What to say when nothing was typed. */
  readonly fault: string;
  readonly title: string;
  readonly confirmLabel: string;
  readonly isDangerous?: boolean;
  readonly consequences: readonly ReactNode[];
  readonly typed: StoredForm<typeof noText>;
  readonly act: { readonly isActing: boolean; readonly error: CallError | null; readonly clear: () => void };
  readonly isAllowed: boolean;
  readonly onSend: (text: string) => void;
  readonly onReload: () => void;
  readonly onClose?: (() => void) | undefined;
}

/** An act that needs nothing but words. */
export function TextAct(props: TextActProps) {
  const { name, label, hint, typed, onClose } = props;
  const { text } = typed.value;
  const id = `${name}-text`;
  const discard = (): void => {
    typed.forget();
    onClose?.();
  };
  return (
    <ActFrame
      act={props.act}
      faults={text.trim() === '' ? [{ fieldId: id, message: props.fault }] : []}
      fields={{ [props.pointer]: { id, label } }}
      answers={[{ label, text }]}
      consequences={props.consequences}
      confirmTitle={props.title}
      confirmLabel={props.confirmLabel}
      isDangerous={props.isDangerous ?? false}
      isAllowed={props.isAllowed}
      isRestored={typed.isRestored}
      onSend={() => props.onSend(text)}
      onReload={props.onReload}
      onDiscard={onClose !== undefined || typed.isTouched ? discard : undefined}
    >
      {(errorOf) => (
        <Field id={id} label={label} error={errorOf(id)} {...(hint === undefined ? {} : { hint })}>
          {(control) => <Input.TextArea {...control} rows={4} value={text} onChange={(event) => typed.set({ text: event.target.value })} />}
        </Field>
      )}
    </ActFrame>
  );
}
