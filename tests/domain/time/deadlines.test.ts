import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import {
  type Calendar,
  addWorkingDays,
  dueAt,
  dueDay,
  isOverdue,
  isWorkingDay,
  resumeClock,
  stopClock,
  workingDaysBetween,
} from '#server/domain/time/deadlines.ts';
import { addDays, dayOf, daysBetween, endOfDay, startOfDay, weekdayOf } from '#server/domain/time/time.ts';
import { at } from '#tests/domain/given.ts';

// The oracle reads the zone of the machine and is a day off in most of them; the domain is not asked to.
const zone = vi.hoisted(() => {
  const before = process.env['TZ'];
  process.env['TZ'] = 'Asia/Shanghai';
  return before;
});
afterAll(() => {
  process.env['TZ'] = zone;
});

const { isWorkday, findWorkday } = chineseDays;
const years = [2024, 2025, 2026];

/** The published years as data, taken from the oracle; the domain never asks it. */
function publishedCalendar(): Calendar {
  const holidays = new Set<string>();
  const makeUpWorkdays = new Set<string>();
  for (let day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const isWeekend = weekdayOf(day) >= 6;
    if (isWorkday(day) && isWeekend) makeUpWorkdays.add(day);
    if (!isWorkday(day) && !isWeekend) holidays.add(day);
  }
  return { holidays, makeUpWorkdays, publishedYears: new Set(years) };
}
const calendar = publishedCalendar();
const published = fc.integer({ min: 0, max: daysBetween('2024-01-01', '2026-09-30') }).map((n) => addDays('2024-01-01', n));

describe('working days', () => {
  it('hold the facts of 2026', () => {
    expect(calendar.makeUpWorkdays.has('2026-10-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-10-10')).toBe(true);
    expect(isWorkingDay(calendar, '2026-02-14')).toBe(true);
    expect(isWorkingDay(calendar, '2026-02-18')).toBe(false);
    expect(isWorkingDay(calendar, '2026-10-11')).toBe(false);
    expect([...calendar.holidays].filter((day) => day.startsWith('2026')).length).toBe(19);
    expect([...calendar.makeUpWorkdays].filter((day) => day.startsWith('2026')).length).toBe(6);
  });

  it('ten of them after 24 September 2026 end on 15 October', () => {
    expect(addWorkingDays(calendar, '2026-09-24', 10)).toEqual({ on: '2026-10-15', isProvisional: false });
  });

  it('none of them is the day itself, or the next that works', () => {
    expect(addWorkingDays(calendar, '2026-09-24', 0).on).toBe('2026-09-24');
    expect(addWorkingDays(calendar, '2026-10-03', 0).on).toBe('2026-10-08');
  });

  it('agree with the oracle on every published day', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 0, max: 60 }), (day, count) => {
        const { on, isProvisional } = addWorkingDays(calendar, day, count);
        if (!isProvisional) expect(on).toBe(findWorkday(count, day));
      }),
    );
  });

  it('are provisional as soon as the count enters a year that is not published', () => {
    expect(addWorkingDays(calendar, '2026-12-28', 3)).toEqual({ on: '2026-12-31', isProvisional: false });
    // Monday to Friday is all that is known of 2027; New Year's Day will not be one.
    expect(addWorkingDays(calendar, '2026-12-28', 4)).toEqual({ on: '2027-01-01', isProvisional: true });
    expect(addWorkingDays(calendar, '2027-03-01', 5).isProvisional).toBe(true);
    expect(addWorkingDays(calendar, '2026-12-31', 0).isProvisional).toBe(false);
  });

  it('counted between two days undo the adding', () => {
    expect(workingDaysBetween(calendar, '2026-09-24', '2026-10-15')).toBe(10);
    expect(workingDaysBetween(calendar, '2026-10-15', '2026-09-24')).toBe(0);
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 60 }), (day, count) => {
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, count).on)).toBe(count);
      }),
    );
  });
});

describe('terms', () => {
  it('keep their unit', () => {
    expect(dueDay(calendar, '2026-09-24', { count: 10, unit: 'calendar_days' })).toEqual({ on: '2026-10-04', isProvisional: false });
    expect(dueDay(calendar, '2026-09-24', { count: 10, unit: 'working_days' }).on).toBe('2026-10-15');
  });

  it('end with their last day, whatever the hour they began', () => {
    const term = { count: 3, unit: 'working_days' } as const;
    const due = dueAt(calendar, at('2026-09-02', 23), term);
    expect(due).toEqual({ on: '2026-09-07', isProvisional: false, dueAt: endOfDay('2026-09-07') });
    expect(dueAt(calendar, at('2026-09-02', 0), term)).toEqual(due);
    expect(isOverdue(due.dueAt, due.dueAt - 1)).toBe(false);
    expect(isOverdue(due.dueAt, due.dueAt)).toBe(true);
    expect(isOverdue(null, due.dueAt)).toBe(false);
  });

  it('stopped and resumed on the same day lose nothing', () => {
    fc.assert(
      fc.property(published, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 39 }), (day, count, passed) => {
        const due = dueAt(calendar, startOfDay(day), { count, unit: 'working_days' });
        const stoppedAt = startOfDay(addWorkingDays(calendar, day, Math.min(passed, count - 1)).on) + 5;
        const clock = stopClock(calendar, due.dueAt, 'working_days', stoppedAt);
        expect(resumeClock(calendar, clock, stoppedAt).dueAt).toBe(due.dueAt);
      }),
    );
  });

  it('resumed later end later by the working days that passed', () => {
    const due = dueAt(calendar, at('2026-09-01'), { count: 5, unit: 'working_days' });
    expect(due.on).toBe('2026-09-08');
    const clock = stopClock(calendar, due.dueAt, 'working_days', at('2026-09-03', 9));
    expect(clock.remaining).toEqual({ count: 3, unit: 'working_days' });
    expect(resumeClock(calendar, clock, at('2026-09-24', 16)).on).toBe('2026-09-30');
  });

  it('stopped too late have nothing left', () => {
    const clock = stopClock(calendar, endOfDay('2026-09-08'), 'working_days', at('2026-09-20'));
    expect(clock.remaining.count).toBe(0);
    expect(stopClock(calendar, endOfDay('2026-09-08'), 'calendar_days', at('2026-09-20')).remaining.count).toBe(0);
    expect(stopClock(calendar, endOfDay('2026-09-08'), 'calendar_days', at('2026-09-01')).remaining.count).toBe(7);
    expect(dayOf(resumeClock(calendar, clock, at('2026-09-21')).dueAt - 1)).toBe('2026-09-21');
  });
});
