import { Button, Popover, Select, SelectValue } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Field } from '../forms/field.tsx';
import { AriaLanguage } from '../overlays/aria-language.tsx';
import { Sign } from '../overlays/signs.tsx';
import { ariaProps } from './aria-props.ts';
import type { FieldLook } from './field-look.ts';
import { OptionList, type Option } from './option-list.tsx';
import './fields.css';

export interface SelectFieldProps<V extends string> extends FieldLook {
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V) => void;
  readonly onBlur?: (() => void) | undefined;
}

/** One of a list too long for radio buttons and too short to be searched. What is chosen wraps instead of being cut. */
export function SelectField<V extends string>({ options, value, onChange, onBlur, ...look }: SelectFieldProps<V>) {
  const { t } = useTranslation('fields');
  const keyOf = (key: unknown): V | undefined => options.find((option) => option.value === key)?.value;
  return (
    <Field {...look}>
      {(control) => (
        <AriaLanguage>
          <Select
            {...ariaProps(control)}
            value={value}
            onChange={(key) => {
              const chosen = keyOf(key);
              if (chosen !== undefined) onChange(chosen);
            }}
            onBlur={() => onBlur?.()}
          >
            <Button id={look.id} className="input select-button">
              <SelectValue className="select-value">
                {({ selectedText }) => (selectedText === null || selectedText === '' ? t('choose') : selectedText)}
              </SelectValue>
              <Sign shape="down" />
            </Button>
            <Popover className="popover popover-options">
              <OptionList options={options} none={t('noOption')} />
            </Popover>
          </Select>
        </AriaLanguage>
      )}
    </Field>
  );
}
