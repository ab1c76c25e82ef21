import { describe, expect, it } from 'vitest';
import { blankTerms } from '#client/features/editions/parts/draft/edition-blank-terms.ts';
import { fieldOf } from '#client/features/editions/parts/draft/edition-finding-words.ts';
import { changedTerms, freeKey, termsOf, typedTerms } from '#client/features/editions/parts/terms/edition-terms-typed.ts';
import { Terms } from '#contract/catalogue/menu-terms.ts';

const full: Terms = {
  ...blankTerms('penalty'),
  legalBases: [{ law: '中华人民共和国行政处罚法', article: '第二十四条', versionOn: '2021-07-15' }],
  eligibility: {
    kinds: ['town'],
    tags: ['山区'],
    minimum: { residents: 20_000, areaSquareMetres: 5_500_000, certifiedOfficers: 2, budgetYuanPerYear: 2_000_000 },
  },
  carveOuts: [{ part: '吊销许可证件', reason: '' }],
  prerequisites: [
    { key: 'p1', kind: 'certified_officers', certificateKind: 'kind-1', count: 2 },
    { key: 'p2', kind: 'attestation', subject: 'premises', text: '有询问室' },
  ],
  resources: [{ key: 'r1', kind: 'posts', organisationId: 'o1', amount: 1, unit: 'persons', description: '执法岗', withinWorkingDays: 30 }],
  responsibilities: { department: '指导', township: '办理' },
  suitability: {
    isFrequent: true,
    isEasyToSpot: true,
    canBeTakenOn: true,
    canBeManaged: false,
    exclusions: ['rarely_used'],
    exclusionReason: '集中在汛期',
  },
  startRule: { kind: 'days_after_issue', days: 10 },
  isReturnable: false,
  notReturnableBasis: '省政府决定',
  companions: ['ZR-JC-001'],
};

describe('terms in the form', () => {
  it.each([
    ['full', full],
    ['still blank', blankTerms('licensing')],
  ])('come back unchanged when nothing was touched: %s', (_, terms) => {
    expect(termsOf(typedTerms(terms))).toEqual(terms);
    expect(changedTerms(terms, termsOf(typedTerms(terms)))).toEqual([]);
  });

  it('are accepted by the contract as a blank start for every type of power', () => {
    for (const type of ['licensing', 'penalty', 'compulsion', 'inspection', 'other'] as const)
      expect(Terms.safeParse(blankTerms(type)).success).toBe(true);
  });

  it('name what was changed, and only that', () => {
    const typed = { ...typedTerms(full), carrier: 'entrustment' as const, minimum: { ...typedTerms(full).minimum, residents: null } };
    expect(changedTerms(full, termsOf(typed))).toEqual(['carrier', 'eligibility']);
  });

  it('never say "none on purpose" beside a list', () => {
    expect(termsOf({ ...typedTerms(full), isPrerequisiteFree: true, isResourceFree: true })).toMatchObject({
      isPrerequisiteFree: false,
      isResourceFree: false,
    });
  });

  it('drop the basis of what can be returned again', () => {
    expect(termsOf({ ...typedTerms(full), isReturnable: true }).notReturnableBasis).toBeNull();
  });

  it('give every new entry a key that is free', () => {
    expect(freeKey('p', [{ key: 'p2' }, { key: 'x' }])).toBe('p3');
    expect(freeKey('p', [{ key: 'p2' }])).toBe('p3');
    expect(freeKey('p', [])).toBe('p1');
  });
});

describe('a finding', () => {
  it.each([
    ['/eligibility/kinds', 'eligibility'],
    ['/legalBases/0', 'legalBases'],
    ['/powerId', null],
  ])('on %s belongs to %s', (pointer, field) => expect(fieldOf(pointer)).toBe(field));
});
