import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { always, common, covers, gaps, joined, overlap, without } from '#server/domain/ledger/intervals.ts';
import {
  FOREVER,
  addDays,
  addMonths,
  dayNumber,
  dayOf,
  dayOfNumber,
  daysBetween,
  endOfDay,
  isDay,
  startOfDay,
  weekdayOf,
  yearOf,
} from '#server/domain/time/time.ts';

const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });
const days = instants.map((instant) => dayOf(instant));

describe('county days', () => {
  it.each([
    [Date.UTC(2026, 11, 31, 15, 59, 59, 999), '2026-12-31'],
    [Date.UTC(2026, 11, 31, 16), '2027-01-01'],
    [Date.UTC(2024, 1, 28, 16), '2024-02-29'],
    [Date.UTC(2024, 1, 29, 16), '2024-03-01'],
    [Date.UTC(2000, 1, 28, 16), '2000-02-29'],
    [Date.UTC(1900, 1, 28, 16), '1900-03-01'],
    [0, '1970-01-01'],
    [-1, '1970-01-01'],
    [Date.UTC(1969, 11, 31, 15, 59), '1969-12-31'],
  ])('%d is %s in the county', (instant, day) => {
    expect(dayOf(instant)).toBe(day);
  });

  it('agree with the calendar of the language for every instant', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayOf(instant)).toBe(new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10));
      }),
    );
  });

  it('begin at midnight UTC+8 and end where the next begins', () => {
    expect(startOfDay('2026-09-02')).toBe(Date.UTC(2026, 8, 1, 16));
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day)).toBeLessThanOrEqual(instant);
        expect(instant).toBeLessThan(endOfDay(day));
        expect(endOfDay(day)).toBe(startOfDay(addDays(day, 1)));
        expect(dayOfNumber(dayNumber(day))).toBe(day);
      }),
    );
  });

  it('the open end stays inside four-digit years', () => {
    expect(dayOf(FOREVER)).toBe('9999-12-31');
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addMonths('9999-12-01', 5)).toBe('9999-12-31');
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01');
    expect(addMonths('0000-01-15', -1)).toBe('0000-01-01');
  });

  it('are counted across years and leap days', () => {
    expect(addDays('2027-12-31', 60)).toBe('2028-02-29');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2027-02-28', '2027-03-01')).toBe(1);
    expect(daysBetween('2026-09-02', '2026-09-01')).toBe(-1);
    expect(yearOf('2026-12-31')).toBe(2026);
    fc.assert(fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => daysBetween(day, addDays(day, n)) === n));
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-09-02', 0, '2026-09-02'],
  ])('%s and %d months is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it('know their weekday', () => {
    expect(weekdayOf('2026-09-02')).toBe(3);
    expect(weekdayOf('1969-12-28')).toBe(7);
    fc.assert(fc.property(days, (day) => weekdayOf(day) % 7 === new Date(`${day}T00:00:00Z`).getUTCDay()));
  });

  it('that do not exist are refused', () => {
    expect(['2026-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '', '2026-04-31', 'x2026-04-01'].some(isDay)).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
    expect(() => startOfDay('2026-02-29')).toThrow(RangeError);
    expect(() => addMonths('soon', 1)).toThrow(RangeError);
  });
});

describe('intervals', () => {
  const interval = fc.tuple(fc.nat(60), fc.nat(20)).map(([fromAt, length]) => ({ fromAt, toAt: fromAt + length }));
  const many = fc.array(interval, { maxLength: 8 });
  const within = { fromAt: 10, toAt: 50 };
  const isIn = (set: readonly { fromAt: number; toAt: number }[], instant: number): boolean => set.some((one) => covers(one, instant));

  it('are half-open: an empty one covers nothing and overlaps nothing', () => {
    expect(covers({ fromAt: 5, toAt: 5 }, 5)).toBe(false);
    expect(overlap({ fromAt: 5, toAt: 5 }, { fromAt: 0, toAt: 9 })).toBe(false);
    expect(overlap({ fromAt: 0, toAt: 5 }, { fromAt: 5, toAt: 9 })).toBe(false);
    expect(covers(always, 0)).toBe(true);
  });

  it('algebra says of every instant what the sets say', () => {
    fc.assert(
      fc.property(many, many, fc.integer({ min: 0, max: 90 }), (a, b, instant) => {
        expect(isIn(joined(a), instant)).toBe(isIn(a, instant));
        expect(isIn(common(a, b), instant)).toBe(isIn(a, instant) && isIn(b, instant));
        expect(isIn(without(a, b), instant)).toBe(isIn(a, instant) && !isIn(b, instant));
        expect(isIn(gaps(a, within), instant)).toBe(covers(within, instant) && !isIn(a, instant));
      }),
    );
  });
});
