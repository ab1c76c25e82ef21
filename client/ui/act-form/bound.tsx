import { useController, type Control, type FieldValues, type Path } from 'react-hook-form';
import type { FieldLook } from '../fields/field-look.ts';
import { DayField, type DayFieldProps } from '../fields/day-field.tsx';
import { SelectField, type SelectFieldProps } from '../fields/select-field.tsx';
import { TextArea, type TextAreaProps } from '../fields/text-area.tsx';
import { TextField, type TextFieldProps } from '../fields/text-field.tsx';
import { fieldId, useFormWords } from './form-words.ts';

export interface Place<D extends FieldValues, B> {
  readonly control: Control<D, unknown, B>;
  readonly name: Path<D>;
}

interface Bound {
  readonly look: FieldLook & { readonly label: string };
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly onBlur: () => void;
  readonly max: number | undefined;
}

/** One field of a form: its words, its limits and what is wrong with it, all by its place in the body. */
function useBound<D extends FieldValues, B>({ control, name }: Place<D, B>): Bound {
  const words = useFormWords();
  const { field, fieldState } = useController({ control, name });
  const value: unknown = field.value;
  const code = fieldState.error?.message;
  const fault = code === undefined ? words.refusedAt(name) : { path: name, code };
  const { isRequired, maxLength } = words.ruleOf(name);
  return {
    look: {
      id: fieldId(words.id, name),
      label: words.labelOf(name),
      error: fault === undefined ? undefined : words.say(fault, value),
      isRequired,
      ...(isRequired ? {} : { mark: 'optional' as const }),
    },
    value,
    onChange: (next) => field.onChange(next),
    onBlur: field.onBlur,
    max: maxLength,
  };
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What a piece takes besides what the form knows. */
type Own<P> = Omit<P, keyof FieldLook | 'value' | 'onChange' | 'onBlur' | 'max'> & Pick<FieldLook, 'hint'>;

export function BoundText<D extends FieldValues, B>({ control, name, ...own }: Place<D, B> & Own<TextFieldProps>) {
  const { look, value, ...bound } = useBound({ control, name });
  return <TextField {...own} {...look} {...bound} value={asText(value)} />;
}

export function BoundTextArea<D extends FieldValues, B>({ control, name, ...own }: Place<D, B> & Own<TextAreaProps>) {
  const { look, value, ...bound } = useBound({ control, name });
  return <TextArea {...own} {...look} {...bound} value={asText(value)} />;
}

export function BoundDay<D extends FieldValues, B>({ control, name, ...own }: Place<D, B> & Own<DayFieldProps>) {
  const { look, value, onChange, onBlur } = useBound({ control, name });
  return <DayField {...own} {...look} value={asText(value) === '' ? null : asText(value)} onChange={onChange} onBlur={onBlur} />;
}

export function BoundSelect<D extends FieldValues, B, V extends string>({ control, name, ...own }: Place<D, B> & Own<SelectFieldProps<V>>) {
  const { look, value, onChange, onBlur } = useBound({ control, name });
  const chosen = own.options.find((option) => option.value === value)?.value ?? null;
  return <SelectField {...own} {...look} value={chosen} onChange={onChange} onBlur={onBlur} />;
}
