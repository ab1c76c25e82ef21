import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alikeFrom, compareNames, coreOf, createAlikeIndex, typeIn } from '#server/domain/law/name-alikes.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';

const some: readonly (readonly [StatutoryType, string])[] = [
  ['penalty', '对未经批准或者采取欺骗手段骗取批准，非法占用土地行为的行政处罚'],
  ['penalty', '对农村村民未经批准或者采取欺骗手段骗取批准，非法占用土地建住宅行为的行政处罚'],
  ['penalty', '对侵占、损毁或者未经批准擅自移动气象设施行为的行政处罚'],
  ['penalty', '对侵占、毁坏水文监测设施或者未经批准擅自移动、使用水文监测设施行为的行政处罚'],
  ['penalty', '对在公路建筑控制区内修建建筑物行为的行政处罚'],
  ['licensing', '农药经营许可'],
  ['licensing', '兽药经营许可证核发'],
  ['licensing', '临时用地审批'],
  ['adjudication', '土地所有权和使用权争议处理'],
  ['adjudication', '林木、林地所有权和使用权争议处理'],
  ['other', '农村村民宅基地用地审核批准'],
];
const names = some.map(([, name]) => name);
const anyName = fc.oneof(fc.constantFrom(...names), fc.string({ unit: 'grapheme', maxLength: 40 }));

describe('the core of a name', () => {
  it.each([
    ['对占道经营行为的行政处罚', '占道经营'],
    ['占用道路经营的处罚', '占道经营'],
    ['土地所有权和使用权争议处理', '土地权属争议'],
    ['土地权属纠纷　裁决', '土地权属争议'],
    ['古树名木认定（县级）', '古树名木认定'],
    ['农药经营许可证核发', '农药经营'],
    ['行政处罚', '行政处罚'],
  ])('%s', (name, core) => {
    expect(coreOf(name)).toBe(core);
  });

  it('says which kind of power it is, where its end says so', () => {
    expect([typeIn('对占道经营行为的处罚'), typeIn('农药经营许可证核发'), typeIn('土地权属争议裁决'), typeIn('组织防汛')]).toEqual([
      'penalty',
      'licensing',
      'adjudication',
      null,
    ]);
  });
});

describe('likeness', () => {
  it('finds what is called differently, and shows what both have in common', () => {
    expect(compareNames('土地所有权和使用权争议处理', '土地权属争议裁决')).toEqual({ score: 1, common: ['土地权属争议'] });
    expect(compareNames('对占道经营行为的行政处罚', '违反规定占用道路经营').score).toBeGreaterThanOrEqual(alikeFrom);
    expect(compareNames('临时用地审批', '取水许可').score).toBe(0);
  });

  it('is the same from both sides, between 0 and 1, and 1 for the same name', () => {
    fc.assert(
      fc.property(anyName, anyName, (left, right) => {
        const { score } = compareNames(left, right);
        expect(score).toBe(compareNames(right, left).score);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(compareNames(left, left).score).toBe(1);
      }),
    );
  });
});

describe('an index of names', () => {
  it('finds exactly what comparing each with each finds', () => {
    const index = createAlikeIndex<string>();
    for (const [type, name] of some) index.add({ key: name, name, type });
    for (const [type, name] of some) {
      const each = some.filter(([other, text]) => {
        const mayBe = type === 'other' || other === 'other' || type === other;
        return mayBe && compareNames(name, text).score >= alikeFrom;
      });
      const found = index.alikes({ key: '', name, type }).map(({ key }) => key);
      expect(new Set(found)).toEqual(new Set(each.map(([, text]) => text)));
    }
  });

  it('keeps penalties and licences on the same matter apart', () => {
    const index = createAlikeIndex<string>();
    index.add({ key: 'licence', name: '农药经营许可证核发', type: 'licensing' });
    expect(index.alikes({ key: '', name: '对农药经营行为的行政处罚', type: null })).toEqual([]);
    expect(index.alikes({ key: '', name: '农药经营', type: null }).map(({ key }) => key)).toEqual(['licence']);
  });
});
