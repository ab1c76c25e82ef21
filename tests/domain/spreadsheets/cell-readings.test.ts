import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, readFlag, readWord } from '#server/spreadsheets/cell-readings.ts';
import { foldText, plainCode, plainLine, plainProse } from '#server/domain/values/text.ts';
import { dayNumber, dayOfNumber } from '#server/domain/time/time.ts';

const day = (cell: string) => {
  const reading = readDay(cell);
  return reading.kind === 'read' ? reading.value : reading;
};

describe('text of a cell', () => {
  test.each([
    ['\uFEFF张　三', '张三'],
    ['综合行政\n执法局', '综合行政执法局'],
    ['  ０９９０－８８０００００ ', '0990-8800000'],
    ['青石镇\u200B（镇区）', '青石镇（镇区）'],
    ['A 区\t3 号', 'A 区 3 号'],
    ['对违反规定，\r\n擅自搭建的处罚', '对违反规定，擅自搭建的处罚'],
    ['\u0000\u0007', ''],
  ])('%j is kept as %j', (cell, expected) => {
    expect(plainLine(cell)).toBe(expected);
  });

  test('of several lines keeps its lines', () => {
    expect(plainProse(' 一、受理 \r\n\r\n二、　审查\n')).toBe('一、受理\n二、审查');
  });

  test('is compared without width, brackets and blanks', () => {
    expect(foldText('城市管理局【综合 执法】')).toBe(foldText('城市管理局（综合执法）'));
    expect(foldText('《土地管理法》“甲”')).toBe(foldText('《土地管理法》甲'));
  });

  test('of a code is narrow and in capitals', () => {
    expect(plainCode('ｃｇ—cf －001')).toBe('CG-CF-001');
  });

  test('stays what it is when it is read again', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (cell) => plainLine(plainLine(cell)) === plainLine(cell)));
  });
});

describe('a day', () => {
  test.each([
    ['2024-1-5', '2024-01-05'],
    ['2024/01/05', '2024-01-05'],
    ['2024.1.5', '2024-01-05'],
    ['2024年1月5日', '2024-01-05'],
    ['２０２４年１月５日', '2024-01-05'],
    ['2024 年 1 月 5 号', '2024-01-05'],
    ['2024年1月5日（星期五）', '2024-01-05'],
    ['20240105', '2024-01-05'],
    ['45296', '2024-01-05'],
    ['45296.0', '2024-01-05'],
    ['2024-01-05T00:00:00.000Z', '2024-01-05'],
    ['2024-01-05 00:00:00', '2024-01-05'],
    ['2024-02-29', '2024-02-29'],
  ])('%s is %s', (cell, expected) => {
    expect(day(cell)).toBe(expected);
  });

  test.each([
    ['2023-02-29', 'day_does_not_exist', ''],
    ['2024-13-01', 'day_does_not_exist', ''],
    ['2024年1月', 'day_without_date', '2024-01-01'],
    ['2024.13', 'day_without_date', ''],
    ['24.1.5', 'day_with_short_year', '2024-01-05'],
    ['1/5/2024', 'day_unreadable', ''],
    ['去年春天', 'day_unreadable', ''],
    ['2024-01-05T16:00:00Z', 'day_unreadable', ''],
    ['12345', 'day_unreadable', ''],
  ])('%s is unclear: %s', (cell, code, proposal) => {
    expect(day(cell)).toEqual({ kind: 'unclear', code, proposal });
  });

  test('may be left out', () => {
    expect(readDay('　')).toEqual({ kind: 'empty' });
  });

  test('is the same day in every form', () => {
    const days = fc.integer({ min: dayNumber('1950-01-01'), max: dayNumber('2099-12-31') }).map(dayOfNumber);
    fc.assert(
      fc.property(days, (expected) => {
        const [year = '', month = '', date = ''] = expected.split('-');
        const plain = [Number(month), Number(date)].map(String);
        const forms = [
          expected,
          expected.replaceAll('-', ''),
          expected.replaceAll('-', '/'),
          `${year}.${plain.join('.')}`,
          `${year}年${plain.join('月')}日`,
          String(dayNumber(expected) - dayNumber('1899-12-30')),
        ];
        expect(forms.map(day)).toEqual(forms.map(() => expected));
      }),
    );
  });
});

describe('words', () => {
  test.each([
    ['是', true],
    ['√', true],
    ['Ｙ', true],
    ['×', false],
    ['无', false],
    ['否 ', false],
  ])('%s is %s', (cell, value) => {
    expect(readFlag(cell)).toEqual({ kind: 'read', value });
  });

  test('that could be either are unclear', () => {
    expect(readFlag('视情况')).toEqual({ kind: 'unclear', code: 'flag_unreadable', proposal: '' });
  });

  test('are found by any of their synonyms', () => {
    const words = { town: ['镇', '建制镇'], subdistrict: ['街道', '街道办事处'] } as const;
    expect(readWord('街道 办事处', words)).toEqual({ kind: 'read', value: 'subdistrict' });
    expect(readWord('园区', words)).toEqual({ kind: 'unclear', code: 'word_unknown', proposal: '' });
    expect(readWord('', words)).toEqual({ kind: 'empty' });
  });
});
