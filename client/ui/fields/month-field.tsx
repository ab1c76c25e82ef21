import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { MonthGrid } from './month-grid.tsx';
import type { TypedField } from './field-look.ts';
import { readMonth } from './read-day.ts';
import { TypedDate } from './typed-date.tsx';

export interface MonthFieldProps extends Omit<TypedField<string>, 'label'> {
  readonly label: string;
}

const isMonth = (text: string): boolean => /^\d{4}-\d{2}$/.test(text) && readMonth(text) === text;

/** A month (YYYY-MM on the wire), typed or picked. */
export function MonthField(field: MonthFieldProps) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  return (
    <TypedDate
      {...field}
      parse={readMonth}
      format={(month) => (isMonth(month) ? format.month(month) : null)}
      unreadable={t('unreadableMonth', { example: format.month('2026-11') })}
      pickName={t('pickMonth', { label: field.label })}
    >
      {(close) => (
        <MonthGrid
          value={field.value !== null && isMonth(field.value) ? field.value : null}
          onPick={(month) => {
            field.onChange(month);
            close();
          }}
        />
      )}
    </TypedDate>
  );
}
