import { describe, expect, it } from 'vitest';
import type { Finding, GatedItem } from '#server/domain/law/item-findings.ts';
import { checkItem } from '#server/domain/law/legal-gates.ts';
import { isTakenBackFrom, kindsNamed, plainStanding, type PowerStanding } from '#server/domain/law/power-standing.ts';
import { context, licence, penalty } from './gated-item.ts';

const listed = { isListed: true, endedOn: null, scopeNote: '' } as const;
const east = { id: 'east', name: '东河镇' } as const;
const eligibility = (...kinds: GatedItem['terms']['eligibility']['kinds']) => ({ kinds, tags: [], minimum: {} });
const brief = ({ gate, severity, field }: Finding): string => `${gate} ${severity} ${field}`;
const found = (item: GatedItem): string[] => checkItem(item, context).map(brief);
const penaltyOf = (standing: Partial<PowerStanding>): GatedItem => penalty({ standing });

describe('the provincial directory (行政处罚法 24)', () => {
  it('stops a penalty that the province does not list, and lets it go down once an entry is linked to it', () => {
    const [finding] = checkItem(penaltyOf({ directory: { ...listed, isListed: false } }), context);
    expect(finding).toMatchObject({ gate: 'penalty_outside_directory', severity: 'blocking', article: '第二十四条' });
    expect(finding?.law).toContain('行政处罚法');
    expect(finding?.params).toEqual({ code: 'ZR-CF-001', powerId: 'power-1' });
    expect(found(penaltyOf({ directory: listed }))).toEqual([]);
  });

  it('says since when the province has struck a power out', () => {
    const [finding] = checkItem(penaltyOf({ directory: { ...listed, isListed: false, endedOn: '2026-01-01' } }), context);
    expect(finding?.params['endedOn']).toBe('2026-01-01');
  });

  it('stops nothing where the county keeps none, and nothing but penalties', () => {
    expect(found(penaltyOf({ directory: null }))).toEqual([]);
    const other = licence({ standing: { directory: { ...listed, isListed: false } }, terms: { eligibility: eligibility('town') } });
    expect(found(other)).toEqual([]);
  });

  it('asks for the limits of the province, until the item states its own', () => {
    const limited = { directory: { ...listed, scopeNote: '限建成区内' } };
    expect(found(penalty({ standing: limited }))).toEqual(['scope_wider_than_directory warning /scopeNote']);
    expect(found(penalty({ standing: limited, terms: { scopeNote: '建成区内' } }))).toEqual([]);
  });
});

describe('regular evaluation (行政处罚法 24)', () => {
  it('is asked for as long as the county has not said how often', () => {
    const unsaid = { ...context, penaltyEvaluationMonths: null };
    expect(checkItem(penalty(), unsaid).map(brief)).toEqual(['penalty_without_evaluation warning /settings']);
    expect(found(penalty())).toEqual([]);
    const entrusted = licence({ terms: { eligibility: eligibility('town') } });
    expect(checkItem(entrusted, unsaid)).toEqual([]);
  });
});

describe('what came down from above', () => {
  it('is not passed on, until it is found to be the county’s own', () => {
    const [ofProvince] = checkItem(penaltyOf({ cameDownFrom: 'province' }), context);
    expect(ofProvince).toMatchObject({ gate: 'passed_on', severity: 'blocking', article: '第二十条', params: { from: 'province' } });
    const [ofCity] = checkItem(licence({ standing: { cameDownFrom: 'city' }, terms: { eligibility: eligibility('town') } }), context);
    expect(ofCity).toMatchObject({ gate: 'passed_on', article: '第二十四条', params: { from: 'city' } });
    expect(ofCity?.law).toContain('行政许可法');
    expect(found(penaltyOf({ cameDownFrom: null }))).toEqual([]);
  });
});

describe('what townships have by law (地方组织法 76, 86)', () => {
  it('is not offered to those who have it, and may be offered to the others', () => {
    const ofTowns = { byLawKinds: ['town', 'township', 'ethnic_township'] } as const;
    expect(found(penalty({ standing: ofTowns, terms: { eligibility: eligibility('town') } }))).toEqual([
      'township_power_by_law blocking /powerId',
    ]);
    const [mixed] = checkItem(penaltyOf(ofTowns), context);
    expect(mixed).toMatchObject({ severity: 'warning', field: '/eligibility/kinds', article: '第七十六条' });
    expect(mixed?.params['kinds']).toBe('township,ethnic_township,town');
    expect(found(penalty({ standing: ofTowns, terms: { eligibility: eligibility('subdistrict') } }))).toEqual([]);
  });

  it('cites the article of subdistricts where only they have it', () => {
    const [finding] = checkItem(penaltyOf({ byLawKinds: ['subdistrict'] }), context);
    expect(finding).toMatchObject({ severity: 'warning', article: '第八十六条' });
  });

  it('an empty list of kinds stands for all', () => {
    expect(kindsNamed([])).toHaveLength(4);
    expect(kindsNamed(['town'])).toEqual(['town']);
  });
});

describe('the taken-back list', () => {
  it('stops an item that is taken from everybody, and points out from whom it is taken otherwise', () => {
    expect(found(penaltyOf({ takenBack: { isEverywhere: true, townships: [] } }))).toEqual(['taken_back blocking /powerId']);
    const [some] = checkItem(penaltyOf({ takenBack: { isEverywhere: false, townships: [east] } }), context);
    expect(some).toMatchObject({ gate: 'taken_back', severity: 'warning', params: { townships: '东河镇' } });
    expect(found(penaltyOf({}))).toEqual([]);
  });

  it('speaks to a township by its own list or by that of the county', () => {
    const some = { ...plainStanding, takenBack: { isEverywhere: false, townships: [east] } };
    expect([isTakenBackFrom(some, 'east'), isTakenBackFrom(some, 'west')]).toEqual([true, false]);
    expect(isTakenBackFrom({ ...plainStanding, takenBack: { isEverywhere: true, townships: [] } }, 'west')).toBe(true);
  });
});

describe('names that look alike', () => {
  it('are pointed out, one by one, and stop nothing', () => {
    const alikes = [
      { kind: 'township_power', name: '土地权属争议处理' },
      { kind: 'duty_entry', name: '土地争议裁决' },
    ] as const;
    const findings = checkItem(penalty({ alikes }), context);
    expect(findings.map(({ severity, params }) => [severity, params['kind'], params['name']])).toEqual([
      ['warning', 'township_power', '土地权属争议处理'],
      ['warning', 'duty_entry', '土地争议裁决'],
    ]);
  });
});
