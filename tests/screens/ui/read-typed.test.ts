import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#client/lib/days.ts';
import { formatDay, formatMonth, formatNumber } from '#client/lib/format.ts';
import { readDay, readMonth } from '#client/ui/fields/read-day.ts';
import { readNumber } from '#client/ui/fields/read-number.ts';

describe('a number as it is typed', () => {
  it.each([
    ['3', '', 3],
    ['３０', '', 30],
    ['１，２８４', '', 1284],
    ['1 284', '', 1284],
    ['3人', '人', 3],
    ['３人', '人', 3],
    ['3万', '元', 30_000],
    ['1.5万元', '元', 15_000],
    ['1.1万', '元', 11_000],
    ['0.2亿元', '元', 20_000_000],
    ['30000元', '万元', 3],
    ['3', '万元', 3],
    ['3万元', '万元', 3],
    ['3 persons', 'persons', 3],
    ['-2', '', -2],
  ])('%s in a field of %s is %d', (text, unit, number) => expect(readNumber(text, unit)).toBe(number));

  it.each([
    ['3人', '元'],
    ['三', ''],
    ['3-5', ''],
    ['约3人', '人'],
    ['1.2.3', ''],
    ['', ''],
    ['万', '元'],
  ])('%s in a field of %s is not guessed at', (text, unit) => expect(readNumber(text, unit)).toBeNull());

  it('is read again as it is shown', () => {
    fc.assert(fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => readNumber(formatNumber(value)) === value));
  });
});

describe('a day as it is typed', () => {
  it.each([
    '2026年11月22日',
    '2026-11-22',
    '2026/11/22',
    '2026.11.22',
    '20261122',
    '２０２６年１１月２２日',
    '2026 年 11 月 22 号',
    '22 Nov 2026',
    '22 November 2026',
    'Nov 22, 2026',
  ])('%s', (text) => expect(readDay(text)).toBe('2026-11-22'));

  it.each(['2026-02-30', '2026-13-01', '11月22日', '26-11-22', '22 Nev 2026', '2026112', 'tomorrow', ''])('%s is none', (text) =>
    expect(readDay(text)).toBeNull(),
  );

  it('is read again as it is shown, in both languages', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.constantFrom('zh' as const, 'en' as const), (days, language) => {
        const day = addDays('2000-01-01', days);
        return readDay(formatDay(day, language)) === day && readMonth(formatMonth(day.slice(0, 7), language)) === day.slice(0, 7);
      }),
    );
  });

  it('has a month of its own', () => {
    for (const text of ['2026年11月', '2026-11', '202611', '２０２６．１１', 'November 2026'])
      expect(readMonth(text), text).toBe('2026-11');
    for (const text of ['2026', '2026-13', '11月', 'Movember 2026']) expect(readMonth(text), text).toBeNull();
  });
});
