import { useState } from 'react';
import { Button, ComboBox, Input, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { Field } from '../forms/field.tsx';
import { AriaLanguage } from '../overlays/aria-language.tsx';
import { PageStaysReadable } from '../overlays/page-stays-readable.tsx';
import { Sign } from '../overlays/signs.tsx';
import { ariaProps } from './aria-props.ts';
import type { FieldLook } from './field-look.ts';
import { OptionList, type Option } from './option-list.tsx';
import './fields.css';

export interface SearchFieldProps<V extends string> extends FieldLook {
  /** Everything there is, or what the last search found. */
  readonly options: readonly Option<V>[];
  readonly value: V | null;
  readonly onChange: (value: V | null) => void;
  readonly onBlur?: (() => void) | undefined;
  /** Asks the server as somebody types; without it the options themselves are searched, hints included. */
  readonly onSearch?: (text: string) => void;
  readonly isSearching?: boolean;
}

const norm = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const isFound = ({ label, hint = '' }: Option<string>, text: string): boolean => norm(`${label} ${hint}`).includes(norm(text));

/** One of many, found by a few characters: people, bodies, powers. What was typed and not chosen stays, and is said to be no choice. */
export function SearchField<V extends string>({
  options,
  value,
  onChange,
  onBlur,
  onSearch,
  isSearching = false,
  ...look
}: SearchFieldProps<V>) {
  const { t } = useTranslation('fields');
  // What was picked may be missing from what the next search finds.
  const [picked, setPicked] = useState<Option<V> | null>(null);
  const chosen = picked?.value === value ? picked : options.find((option) => option.value === value);
  const [typed, setTyped] = useState<string | null>(null);
  const [isInside, setInside] = useState(false);
  const text = typed ?? chosen?.label ?? '';
  const isUnchosen = !isInside && value === null && text.trim() !== '';
  const shown = typed === null || onSearch !== undefined ? options : options.filter((option) => isFound(option, typed));
  const type = (next: string): void => {
    setTyped(next);
    // A name written out in full is as good as a click.
    const exact = options.filter(({ label }) => norm(label) === norm(next));
    onChange(exact.length === 1 ? (exact[0]?.value ?? null) : null);
    onSearch?.(next.trim());
  };
  const choose = (key: unknown): void => {
    const option = options.find((one) => one.value === key);
    if (option === undefined) return;
    setTyped(null);
    setPicked(option);
    onChange(option.value);
  };
  return (
    <Field {...look} error={isUnchosen ? t('notChosen') : look.error}>
      {(control) => (
        <AriaLanguage>
          <ComboBox
            {...ariaProps(control)}
            id={look.id}
            allowsCustomValue
            allowsEmptyCollection
            menuTrigger="input"
            defaultFilter={() => true}
            items={shown}
            inputValue={text}
            value={value}
            onInputChange={(next) => {
              if (next !== text) type(next);
            }}
            onChange={choose}
            onFocusChange={(isNow) => {
              setInside(isNow);
              if (!isNow) onBlur?.();
            }}
          >
            <PageStaysReadable />
            <div className="with-button">
              <Input className="input" autoComplete="off" />
              <Button className="icon-button">
                <Sign shape="down" />
              </Button>
            </div>
            <Popover className="popover popover-options" isNonModal>
              <OptionList options={shown} none={t(isSearching ? 'searching' : 'noOption')} />
            </Popover>
          </ComboBox>
        </AriaLanguage>
      )}
    </Field>
  );
}
