import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseNumeral, knownTitle, readCitations, writeCitation, type Citation } from '#server/domain/law/legal-citations.ts';

const said = (cell: string) =>
  readCitations(cell).citations.map(({ law, article, versionOn }) => [law, article, versionOn ?? ''].join('|'));

describe('the bases of one cell', () => {
  test.each([
    ['《中华人民共和国土地管理法》第七十四条', ['中华人民共和国土地管理法|第七十四条|']],
    ['《甲法》第十条、第十二条；《乙条例》第三条', ['甲法|第十条|', '甲法|第十二条|', '乙条例|第三条|']],
    ['《甲法》第10条，第105条第2款', ['甲法|第十条|', '甲法|第一百零五条第二款|']],
    ['《甲法》（2019-08-26）第七十四条', ['甲法|第七十四条|2019-08-26']],
    ['《甲法》(2019年8月26日修正)第七十四条第一款第(三)项', ['甲法|第七十四条第一款第（三）项|2019-08-26']],
    ['依据：《甲法》第一条\n《乙条例》第二条之一', ['甲法|第一条|', '乙条例|第二条之一|']],
    ['1.《甲法》第一条；2.《乙条例》第二条', ['甲法|第一条|', '乙条例|第二条|']],
    ['土地管理法第74条', ['土地管理法|第七十四条|']],
    ['《甲法》第二十条和第二十一条的规定', ['甲法|第二十条|', '甲法|第二十一条|']],
    ['', []],
  ])('%j', (cell, expected) => {
    expect(said(cell)).toEqual(expected);
    expect(readCitations(cell).unclear).toEqual([]);
  });

  test.each(['《甲法》', '水法有关规定', '《甲法》（2019年修正）第一条', '《甲法》第一条但书除外', '见附件《甲法》第一条'])(
    '%s is unclear in part',
    (cell) => {
      expect(readCitations(cell).unclear).not.toEqual([]);
    },
  );

  test('are read as they were written', () => {
    const law = fc.constantFrom('中华人民共和国水法', '城市道路管理条例', '甲省实施办法');
    const number = fc.integer({ min: 1, max: 1300 });
    const day = fc.constantFrom('2019-08-26', '1993-06-29');
    const citation: fc.Arbitrary<Citation> = fc
      .record({ law, number, clause: fc.option(fc.integer({ min: 1, max: 12 })), day: fc.option(day) })
      .map(({ law: title, number: article, clause, day: on }) => ({
        law: title,
        article: `第${chineseNumeral(article)}条${clause === null ? '' : `第${chineseNumeral(clause)}款`}`,
        versionOn: on,
      }));
    fc.assert(
      fc.property(fc.array(citation, { minLength: 1, maxLength: 8 }), (list) => {
        expect(readCitations(list.map(writeCitation).join('；'))).toEqual({ citations: list, unclear: [] });
        expect(readCitations(list.map(writeCitation).join('\n'))).toEqual({ citations: list, unclear: [] });
      }),
    );
  });
});

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [100, '一百'],
  [105, '一百零五'],
  [110, '一百一十'],
  [1242, '一千二百四十二'],
  [1005, '一千零五'],
])('%i is %s', (number, words) => {
  expect(chineseNumeral(number)).toBe(words);
});

test('a national law is known with and without its country', () => {
  const titles = new Set(['中华人民共和国水法', '城市绿化条例']);
  expect(knownTitle('水法', (title) => titles.has(title))).toBe('中华人民共和国水法');
  expect(knownTitle('城市绿化条例', (title) => titles.has(title))).toBe('城市绿化条例');
  expect(knownTitle('海洋法', (title) => titles.has(title))).toBeNull();
});
