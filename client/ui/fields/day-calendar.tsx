import { parseDate } from '@internationalized/date';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from 'react-aria-components';
import { now } from '#client/lib/clock.ts';
import { dayOf } from '#client/lib/days.ts';
import { Sign } from '../overlays/signs.tsx';

export interface DayCalendarProps {
  readonly value: string | null;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onPick: (day: string) => void;
}

/** A month of days; the week begins on Monday, as the office does. */
export function DayCalendar({ value, min, max, onPick }: DayCalendarProps) {
  // The county's day, not the one of the reader's machine.
  const shown = value ?? min ?? dayOf(now());
  return (
    <Calendar
      className="calendar"
      autoFocus
      firstDayOfWeek="mon"
      value={value === null ? null : parseDate(value)}
      defaultFocusedValue={parseDate(shown)}
      minValue={min === undefined ? null : parseDate(min)}
      maxValue={max === undefined ? null : parseDate(max)}
      onChange={(day) => onPick(day.toString())}
    >
      <header className="calendar-head">
        <Button slot="previous" className="icon-button">
          <Sign shape="left" />
        </Button>
        <Heading level={2} className="calendar-title" />
        <Button slot="next" className="icon-button">
          <Sign shape="right" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(day) => <CalendarCell date={day} className="calendar-cell" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
