import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areaUnits, countUnits, moneyUnits, readAmount, unitIn, writeAmount } from '#server/spreadsheets/amounts.ts';

const area = (cell: string, header = '辖区面积（平方公里）') => readAmount(cell, { units: areaUnits, header });
const money = (cell: string, header = '年度预算（万元）') => readAmount(cell, { units: moneyUnits, header });
const count = (cell: string, header = '常住人口') => readAmount(cell, { units: countUnits, header, assumed: '人' });
const value = (amount: number) => ({ kind: 'read', value: amount });

describe('an amount', () => {
  test('is exact in the unit that is kept', () => {
    expect(area('35.6')).toEqual(value(35_600_000));
    expect(area('0.1')).toEqual(value(100_000));
    expect(area('1500', '面积(公顷)')).toEqual(value(15_000_000));
    expect(area('1500', '面积/亩')).toEqual(value(1_000_000));
    expect(money('1,580')).toEqual(value(15_800_000));
    expect(money('１５８０．５')).toEqual(value(15_805_000));
    expect(money('0.29')).toEqual(value(2900));
    expect(money('1580', '预算：单位：元')).toEqual(value(1580));
    expect(count('45200')).toEqual(value(45_200));
    expect(count('4.52', '户籍人口（万人）')).toEqual(value(45_200));
    expect(count('约45,200人')).toEqual(value(45_200));
  });

  test('takes the unit of the cell before that of the header', () => {
    expect(area('96公顷')).toEqual(value(960_000));
    expect(area('96 km²', '面积')).toEqual(value(96_000_000));
    expect(count('4.5万')).toEqual(value(45_000));
  });

  test('that would have to be rounded is unclear, with the nearest as proposal', () => {
    expect(area('100', '面积（亩）')).toEqual({ kind: 'unclear', code: 'amount_not_whole', proposal: '66667' });
    expect(area('35.1234567')).toEqual({ kind: 'unclear', code: 'amount_not_whole', proposal: '35123457' });
    expect(count('12.5')).toEqual({ kind: 'unclear', code: 'amount_not_whole', proposal: '13' });
  });

  test.each([
    [area('96', '辖区面积'), 'unit_missing'],
    [area('96里'), 'unit_unknown'],
    [area('-3'), 'amount_negative'],
    [area('三十五'), 'amount_unreadable'],
    [area('1,58'), 'unit_unknown'],
    [money('99999999999'), 'amount_too_large'],
  ])('%j', (reading, code) => {
    expect(reading).toMatchObject({ kind: 'unclear', code });
  });

  test('may be left out', () => {
    expect(area(' ')).toEqual({ kind: 'empty' });
  });

  test('comes back as it was written, in every unit of tens', () => {
    const units = [...Object.entries(areaUnits), ...Object.entries(moneyUnits)].filter(([, [, parts]]) => parts === 1n);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom(...units), (amount, [unit, factor]) => {
        const all = unit in areaUnits ? areaUnits : moneyUnits;
        expect(readAmount(writeAmount(amount, factor), { units: all, header: `数（${unit}）` })).toEqual(value(amount));
      }),
    );
  });
});

test('a header names its unit in brackets, after a stroke or by the word unit', () => {
  expect(unitIn('辖区面积(平方公里)', areaUnits)).toBe('平方公里');
  expect(unitIn('辖区面积（单位：平方公里）', areaUnits)).toBe('平方公里');
  expect(unitIn('面积/km²', areaUnits)).toBe('km2');
  expect(unitIn('面积（万亩）', areaUnits)).toBe('万亩');
  expect(unitIn('辖区面积', areaUnits)).toBeUndefined();
  expect(unitIn('年度预算（2024年）', moneyUnits)).toBeUndefined();
});
