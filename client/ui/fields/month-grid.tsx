import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { Sign } from '../overlays/signs.tsx';

export interface MonthGridProps {
  readonly value: string | null;
  readonly onPick: (month: string) => void;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const nameOf = (year: number, month: number): string => `${String(year)}-${String(month).padStart(2, '0')}`;

/** The twelve months of a year, three in a row; arrows move in both directions. */
export function MonthGrid({ value, onPick }: MonthGridProps) {
  const { t } = useTranslation('fields');
  const format = useFormat();
  const [year, setYear] = useState(Number((value ?? dayOf(now())).slice(0, 4)));
  const title = t('year', { year });
  return (
    <div className="calendar">
      <div className="calendar-head">
        <Button className="icon-button" aria-label={t('yearBefore')} onPress={() => setYear(year - 1)}>
          <Sign shape="left" />
        </Button>
        <h2 className="calendar-title" aria-live="polite">
          {title}
        </h2>
        <Button className="icon-button" aria-label={t('yearAfter')} onPress={() => setYear(year + 1)}>
          <Sign shape="right" />
        </Button>
      </div>
      <ListBox
        key={year}
        className="month-grid"
        aria-label={title}
        layout="grid"
        selectionMode="single"
        autoFocus={year === Number((value ?? '').slice(0, 4)) ? 'first' : false}
        selectedKeys={value === null ? [] : [value]}
        onSelectionChange={(keys) => {
          const [picked] = keys === 'all' ? [] : keys;
          // Picking what stands there already takes it out of the set: the month is meant all the same.
          const month = picked ?? value;
          if (month !== null && month !== undefined) onPick(String(month));
        }}
      >
        {months.map((month) => (
          <ListBoxItem key={month} id={nameOf(year, month)} className="month-cell" textValue={format.monthName(month)}>
            {format.monthName(month)}
          </ListBoxItem>
        ))}
      </ListBox>
    </div>
  );
}
