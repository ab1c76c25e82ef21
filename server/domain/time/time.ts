/**
 * Instants are UTC milliseconds (`At`), calendar days are 'YYYY-MM-DD' of the county (`On`). China has kept one time, UTC+8
 * without summer time, since 1991, so all of it is integer arithmetic and no clock setting of the machine can change a right (RULES.md 10.1).
 */

export const MILLISECONDS_PER_DAY = 86_400_000;
const COUNTY_OFFSET = 8 * 3_600_000;

/** Open end of an interval: 9999-12-31T23:59:59Z. */
export const FOREVER = 253_402_300_799_000;
const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const floorDiv = (a: number, b: number): number => Math.floor(a / b);
const pad = (value: number, width: number): string => String(value).padStart(width, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

interface CivilDay {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function readDay(day: string): CivilDay {
  const [, year, month, date] = (shape.exec(day) ?? []).map(Number);
  const isValid =
    year !== undefined &&
    month !== undefined &&
    date !== undefined &&
    month >= 1 &&
    month <= 12 &&
    date >= 1 &&
    date <= daysInMonth(year, month);
  if (!isValid) throw new RangeError(`Not a calendar day: ${day}`);
  return { year, month, date };
}

/** Whether a text is a day that exists in the calendar (RULES.md 10.1). */
export function isDay(text: string): boolean {
  const [, year = 0, month = 0, date = 0] = (shape.exec(text) ?? []).map(Number);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

// Days from civil and back, by eras of 400 years beginning on 1 March, so that the leap day comes last.
/** Days since 1970-01-01 of a calendar day, the number that day arithmetic is done with. */
export function dayNumber(day: string): number {
  const { year, month, date } = readDay(day);
  const shifted = month <= 2 ? year - 1 : year;
  const era = floorDiv(shifted, 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = floorDiv(153 * (month + (month > 2 ? -3 : 9)) + 2, 5) + date - 1;
  return era * 146_097 + yearOfEra * 365 + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100) + dayOfYear - 719_468;
}

/** The calendar day of a day number, kept within the years 0000 to 9999. */
export function dayOfNumber(number: number): string {
  const shifted = number + 719_468;
  const era = floorDiv(shifted, 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floorDiv(dayOfEra - floorDiv(dayOfEra, 1460) + floorDiv(dayOfEra, 36_524) - floorDiv(dayOfEra, 146_096), 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + floorDiv(yearOfEra, 4) - floorDiv(yearOfEra, 100));
  const shiftedMonth = floorDiv(5 * dayOfYear + 2, 153);
  const date = dayOfYear - floorDiv(153 * shiftedMonth + 2, 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  if (year > 9999) return LAST_DAY;
  return year < 0 ? FIRST_DAY : `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The county's calendar day at an instant, in UTC+8 (RULES.md 10.1). */
export function dayOf(at: number): string {
  return dayOfNumber(floorDiv(at + COUNTY_OFFSET, MILLISECONDS_PER_DAY));
}

/** The instant at which a county day begins, midnight UTC+8 (RULES.md 10.1). */
export function startOfDay(day: string): number {
  return dayNumber(day) * MILLISECONDS_PER_DAY - COUNTY_OFFSET;
}

/** The first instant after a county day, for intervals that include the day (RULES.md 10.2). */
export function endOfDay(day: string): number {
  return startOfDay(day) + MILLISECONDS_PER_DAY;
}

/** The day so many calendar days later, or earlier when negative. */
export function addDays(day: string, days: number): string {
  return dayOfNumber(dayNumber(day) + days);
}

/** Calendar days from one day to another, negative when the second is earlier. */
export function daysBetween(fromOn: string, toOn: string): number {
  return dayNumber(toOn) - dayNumber(fromOn);
}

/** The same date so many months later, or the last day of that month where the date is missing (RULES.md 10.7). */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = readDay(day);
  const count = year * 12 + month - 1 + months;
  const target = { year: floorDiv(count, 12), month: (((count % 12) + 12) % 12) + 1 };
  if (target.year > 9999) return LAST_DAY;
  if (target.year < 0) return FIRST_DAY;
  return `${pad(target.year, 4)}-${pad(target.month, 2)}-${pad(Math.min(date, daysInMonth(target.year, target.month)), 2)}`;
}

/** Day of the week, 1 Monday to 7 Sunday (行政处罚法 85: working days). */
export function weekdayOf(day: string): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The year of a calendar day, e.g. for document numbers and published holiday years. */
export function yearOf(day: string): number {
  return readDay(day).year;
}
