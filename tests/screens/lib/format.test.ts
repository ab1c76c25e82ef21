import { describe, expect, it } from 'vitest';
import { addDays, dayOf, daysBetween, isDay, startOfDay, timeOf } from '#client/lib/days.ts';
import { formatDay, formatDistance, formatInstant, formatNumber, formatPeriod, formatWorkingDays, formatYuan } from '#client/lib/format.ts';

describe('days of the county', () => {
  it('begin at 16:00 UTC of the day before, wherever the reader sits', () => {
    expect(startOfDay('2026-11-22')).toBe(Date.UTC(2026, 10, 21, 16));
    expect(dayOf(Date.UTC(2026, 10, 21, 15, 59, 59, 999))).toBe('2026-11-21');
    expect(dayOf(Date.UTC(2026, 10, 21, 16))).toBe('2026-11-22');
    expect(timeOf(Date.UTC(2026, 10, 22, 6, 5))).toBe('14:05');
  });

  it('are counted across leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-22', '2026-11-20')).toBe(-2);
  });

  it.each([
    ['2026-11-22', true],
    ['2026-02-30', false],
    ['2026-1-1', false],
    ['', false],
  ])('knows whether %s is one', (text, is) => {
    expect(isDay(text)).toBe(is);
  });
});

describe('format', () => {
  it('writes days as each language does', () => {
    expect(formatDay('2026-11-02', 'zh')).toBe('2026年11月2日');
    expect(formatDay('2026-11-02', 'en')).toBe('2 Nov 2026');
    expect(formatPeriod('2026-12-12', '2026-12-14', 'zh')).toBe('2026年12月12日至14日');
    expect(formatPeriod('2026-11-30', '2026-12-02', 'zh')).toBe('2026年11月30日至12月2日');
    expect(formatPeriod('2026-12-31', '2027-01-02', 'zh')).toBe('2026年12月31日至2027年1月2日');
    expect(formatPeriod('2026-12-12', '2026-12-14', 'en')).toBe('12 to 14 Dec 2026');
    expect(formatPeriod('2026-11-30', '2026-12-02', 'en')).toBe('30 Nov to 2 Dec 2026');
    expect(formatPeriod('2026-12-31', '2027-01-02', 'en')).toBe('31 Dec 2026 to 2 Jan 2027');
    expect(formatPeriod('2026-12-12', '2026-12-12', 'en')).toBe('12 Dec 2026');
    expect(formatInstant(Date.UTC(2026, 10, 22, 6, 5), 'zh')).toBe('2026年11月22日 14:05');
    expect(formatInstant(Date.UTC(2026, 10, 22, 6, 5), 'en')).toBe('22 Nov 2026, 14:05');
  });

  it.each([
    [30_000, '3万元'],
    [12_500, '1.25万元'],
    [12_345, '12,345元'],
    [9_999, '9,999元'],
    [123_456_700, '12,345.67万元'],
    [0, '0元'],
  ])('writes %i yuan as %s and never rounds', (yuan, words) => {
    expect(formatYuan(yuan, 'zh')).toBe(words);
  });

  it('groups thousands', () => {
    expect(formatNumber(1_234_567)).toBe('1,234,567');
    expect(formatNumber(-1_234.5)).toBe('-1,234.5');
    expect(formatYuan(30_000, 'en')).toBe('30,000 yuan');
  });

  it('names working days as such', () => {
    expect(formatWorkingDays(5, 'zh')).toBe('5个工作日');
    expect(formatWorkingDays(1, 'en')).toBe('1 working day');
  });

  it.each([
    ['2026-11-22', '今天', 'today'],
    ['2026-11-23', '明天', 'tomorrow'],
    ['2026-11-25', '还有3天', 'in 3 days'],
    ['2026-11-21', '已逾期1天', '1 day overdue'],
    ['2026-11-12', '已逾期10天', '10 days overdue'],
  ])('says how far %s is away', (day, zh, en) => {
    expect(formatDistance(day, '2026-11-22', 'zh')).toBe(zh);
    expect(formatDistance(day, '2026-11-22', 'en')).toBe(en);
  });
});
