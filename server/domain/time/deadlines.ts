import { MILLISECONDS_PER_DAY, addDays, dayNumber, dayOf, dayOfNumber, daysBetween, endOfDay } from './time.ts';

/** Days off and make-up workdays as data; a year that is not published is estimated as Monday to Friday (RULES.md 10.5). */
export interface Calendar {
  readonly holidays: ReadonlySet<string>;
  readonly makeUpWorkdays: ReadonlySet<string>;
  readonly publishedYears: ReadonlySet<number>;
}

/** A length of time with its unit, because papers count both ways (RULES.md 10.4). */
export interface Term {
  readonly count: number;
  readonly unit: 'working_days' | 'calendar_days';
}

/** The last day of a term; provisional while a year that it touches is not published (RULES.md 10.5). */
export interface DueDay {
  readonly on: string;
  readonly isProvisional: boolean;
}

/** A due day with the first instant at which the term is over. */
export interface Due extends DueDay {
  readonly dueAt: number;
}

/** What is left of a term whose clock stands still (RULES.md 10.6). */
export interface StoppedClock {
  readonly stoppedAt: number;
  readonly remaining: Term;
}

function isOpen(calendar: Calendar, number: number): boolean {
  const day = dayOfNumber(number);
  if (calendar.makeUpWorkdays.has(day)) return true;
  const isWeekend = (((number + 3) % 7) + 7) % 7 >= 5;
  return !isWeekend && !calendar.holidays.has(day);
}

/** Whether offices work on the day: Monday to Friday without holidays, and make-up days (行政处罚法 85, 行政许可法 82). */
export function isWorkingDay(calendar: Calendar, day: string): boolean {
  return isOpen(calendar, dayNumber(day));
}

function isUnpublished(calendar: Calendar, fromOn: string, toOn: string): boolean {
  for (let year = Number(fromOn.slice(0, 4)); year <= Number(toOn.slice(0, 4)); year += 1) {
    if (!calendar.publishedYears.has(year)) return true;
  }
  return false;
}

/** The n-th working day after a day, which itself does not count; n = 0 is that day or the next working one (行政处罚法 85, 行政许可法 82). */
export function addWorkingDays(calendar: Calendar, fromOn: string, count: number): DueDay {
  let number = dayNumber(fromOn);
  if (count === 0) while (!isOpen(calendar, number)) number += 1;
  for (let left = count; left > 0;) {
    number += 1;
    if (isOpen(calendar, number)) left -= 1;
  }
  const on = dayOfNumber(number);
  return { on, isProvisional: isUnpublished(calendar, count === 0 ? fromOn : addDays(fromOn, 1), on) };
}

/** Working days after the first day up to and including the second, 0 when it is not later (行政处罚法 85, 行政许可法 82). */
export function workingDaysBetween(calendar: Calendar, fromOn: string, toOn: string): number {
  let count = 0;
  const last = dayNumber(toOn);
  for (let number = dayNumber(fromOn) + 1; number <= last; number += 1) if (isOpen(calendar, number)) count += 1;
  return count;
}

/** The last day of a term that runs from the day after `fromOn`, in the unit of the term (RULES.md 10.4). */
export function dueDay(calendar: Calendar, fromOn: string, term: Term): DueDay {
  if (term.unit === 'working_days') return addWorkingDays(calendar, fromOn, term.count);
  return { on: addDays(fromOn, term.count), isProvisional: false };
}

/** The last day of a term from an instant on, and the first instant after it: from then on the term is missed (RULES.md 10.4). */
export function dueAt(calendar: Calendar, fromAt: number, term: Term): Due {
  const due = dueDay(calendar, dayOf(fromAt), term);
  return { ...due, dueAt: endOfDay(due.on) };
}

/** Stops a clock: the days after today up to the due day are kept for later (RULES.md 10.6). */
export function stopClock(calendar: Calendar, deadlineAt: number, unit: Term['unit'], now: number): StoppedClock {
  const today = dayOf(now);
  const lastOn = dayOf(deadlineAt - MILLISECONDS_PER_DAY);
  const left = unit === 'working_days' ? workingDaysBetween(calendar, today, lastOn) : Math.max(0, daysBetween(today, lastOn));
  return { stoppedAt: now, remaining: { count: left, unit } };
}

/** Lets a stopped clock run again: the kept days count from the day after today (RULES.md 10.6). */
export function resumeClock(calendar: Calendar, clock: StoppedClock, now: number): Due {
  return dueAt(calendar, now, clock.remaining);
}

/** Whether the term is missed at the instant (RULES.md 10.4). */
export function isOverdue(deadlineAt: number | null, now: number): boolean {
  return deadlineAt !== null && now >= deadlineAt;
}
