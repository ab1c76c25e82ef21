import type { FieldProps } from '../forms/field.tsx';

/** What every field has besides its value. */
export type FieldLook = Pick<FieldProps, 'id' | 'label' | 'hint' | 'error' | 'mark' | 'isRequired'>;

/** A field whose words are not always understood: what is not stays as it was typed, and the check refuses it. */
export interface TypedField<V> extends FieldLook {
  readonly value: V | string | null;
  readonly onChange: (value: V | string | null) => void;
  readonly onBlur?: (() => void) | undefined;
}
