import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { isDay } from '#client/lib/days.ts';
import { DayCalendar } from './day-calendar.tsx';
import type { TypedField } from './field-look.ts';
import { readDay } from './read-day.ts';
import { TypedDate } from './typed-date.tsx';

export interface DayFieldProps extends Omit<TypedField<string>, 'label'> {
  readonly label: string;
  /** The calendar offers these days only; what is typed is judged by the check. */
  readonly min?: string;
  readonly max?: string;
}

/** A calendar day (YYYY-MM-DD on the wire) in the interface's language, whatever the browser's is. */
export function DayField({ min, max, ...field }: DayFieldProps) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  return (
    <TypedDate
      {...field}
      parse={readDay}
      format={(day) => (isDay(day) ? format.day(day) : null)}
      unreadable={t('unreadableDay', { example: format.day('2026-11-22') })}
      pickName={t('pickDay', { label: field.label })}
    >
      {(close) => (
        <DayCalendar
          value={field.value !== null && isDay(field.value) ? field.value : null}
          min={min}
          max={max}
          onPick={(day) => {
            field.onChange(day);
            close();
          }}
        />
      )}
    </TypedDate>
  );
}
