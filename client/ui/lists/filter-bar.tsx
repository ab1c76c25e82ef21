import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DayInput } from '../forms/day-input.tsx';
import { Field, type ControlProps } from '../forms/field.tsx';
import type { Address } from './use-address.ts';
import { useIsNarrow } from '../page/use-is-narrow.ts';

export type Filter<Name extends string> =
  | { readonly kind: 'text'; readonly name: Name; readonly label: string; readonly placeholder?: string }
  | { readonly kind: 'day'; readonly name: Name; readonly label: string; readonly min?: string; readonly max?: string }
  | {
      readonly kind: 'choice';
      readonly name: Name;
      readonly label: string;
      readonly options: readonly { readonly value: string; readonly label: string }[];
      /** Words for "no filter", 全部 unless given; null where one of the options always applies. */
      readonly all?: string | null;
    };

export interface FilterBarProps<Name extends string> {
  readonly filters: readonly Filter<Name>[];
  readonly address: Address<Name>;
  readonly children?: ReactNode;
}

// Typing 2026 passes through the years 2, 20 and 202, which must not start a search.
const earliest = '1949-10-01';

/** Filters of a list; choices and days take effect at once, texts with Enter or the button. */
export function FilterBar<Name extends string>({ filters, address, children }: FilterBarProps<Name>) {
  const { t } = useTranslation();
  const prefix = useId();
  const isNarrow = useIsNarrow();
  const texts = filters.filter((filter) => filter.kind === 'text');
  // On a phone a wall of filters would push the list itself out of sight.
  const shown = isNarrow && filters.length > 3 ? filters.slice(0, 1) : filters;
  const folded = filters.slice(shown.length);
  const field = (filter: Filter<Name>): ReactNode => (
    <Field key={filter.name} id={`${prefix}${filter.name}`} label={filter.label}>
      {(control) => <FilterControl filter={filter} address={address} control={control} />}
    </Field>
  );
  return (
    <form
      role="search"
      className="filters no-print"
      aria-label={t('list.filters')}
      onSubmit={(event) => submitTexts(event, texts, address)}
    >
      {shown.map(field)}
      {folded.length === 0 ? null : (
        <details className="filters-more" open={folded.some((filter) => address.values[filter.name] !== '')}>
          <summary>{t('list.moreFilters', { count: folded.length })}</summary>
          <div className="stack-tight">{folded.map(field)}</div>
        </details>
      )}
      <div className="row">
        {texts.length === 0 ? null : (
          <button type="submit" className="button button-primary">
            {t('action.search')}
          </button>
        )}
        {address.hasFilters ? (
          <button type="button" className="button" onClick={address.clear}>
            {t('action.reset')}
          </button>
        ) : null}
        {children}
      </div>
    </form>
  );
}

function FilterControl<Name extends string>({
  filter,
  address,
  control,
}: {
  readonly filter: Filter<Name>;
  readonly address: Address<Name>;
  readonly control: ControlProps;
}) {
  const { t } = useTranslation();
  const value = address.values[filter.name];
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  // Cleared or changed from outside: the address bar wins over what stands in the field.
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  const change = (next: string): void => address.set({ [filter.name]: next } as Partial<Record<Name, string>>);
  if (filter.kind === 'day') {
    const limits = { ...(filter.min === undefined ? {} : { min: filter.min }), ...(filter.max === undefined ? {} : { max: filter.max }) };
    const take = (day: string): void => {
      setTyped(day);
      if (day === '' || day >= earliest) change(day);
    };
    return <DayInput {...control} {...limits} value={typed === '' ? null : typed} onChange={(day) => take(day ?? '')} />;
  }
  if (filter.kind === 'text') {
    return (
      <input
        {...control}
        className="input"
        type="search"
        name={filter.name}
        placeholder={filter.placeholder}
        value={typed}
        maxLength={80}
        onChange={(event) => setTyped(event.target.value)}
      />
    );
  }
  return (
    <select {...control} className="input" value={value} onChange={(event) => change(event.target.value)}>
      {filter.all === null ? null : <option value="">{filter.all ?? t('list.all')}</option>}
      {filter.options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

function submitTexts<Name extends string>(event: FormEvent<HTMLFormElement>, texts: readonly Filter<Name>[], address: Address<Name>): void {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  const typed = texts.map((filter) => [filter.name, textOf(form.get(filter.name))] as const);
  address.set(Object.fromEntries(typed) as Partial<Record<Name, string>>);
}

function textOf(entry: FormDataEntryValue | null): string {
  return typeof entry === 'string' ? entry.trim() : '';
}
