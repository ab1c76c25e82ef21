import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#client/lib/format.ts';
import { Field } from '../forms/field.tsx';
import type { TypedField } from './field-look.ts';
import { readNumber } from './read-number.ts';
import './fields.css';

export interface FigureFieldProps extends TypedField<number> {
  /** 元, 万元, 人: stands beside the figure and is understood after it. */
  readonly unit?: string;
}

/** A number as people write it: full-width digits, commas, 3万, with or without the unit. Shown with its thousands once it is left. */
export function FigureField({ value, onChange, onBlur, unit, error, ...look }: FigureFieldProps) {
  const { t } = useTranslation('fields');
  const [typed, setTyped] = useState<string | null>(null);
  const isUnreadable = typed === null && typeof value === 'string' && value.trim() !== '';
  return (
    <Field {...look} error={isUnreadable ? t('unreadableNumber') : error}>
      {(control) => (
        <div className="figure">
          <input
            {...control}
            aria-describedby={
              [control['aria-describedby'], unit === undefined ? '' : `${look.id}-unit`].filter(Boolean).join(' ') || undefined
            }
            className="input"
            inputMode="decimal"
            autoComplete="off"
            value={typed ?? (typeof value === 'number' ? formatNumber(value) : (value ?? ''))}
            onChange={(event) => {
              const text = event.target.value;
              setTyped(text);
              onChange(text.trim() === '' ? null : (readNumber(text, unit) ?? text));
            }}
            onBlur={() => {
              setTyped(null);
              onBlur?.();
            }}
          />
          {unit === undefined ? null : <span id={`${look.id}-unit`}>{unit}</span>}
        </div>
      )}
    </Field>
  );
}
