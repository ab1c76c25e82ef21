import { describe, expect, it } from 'vitest';
import type { GateName, GatedItem, ItemTerms } from '#server/domain/law/item-findings.ts';
import type { LegalBasis } from '#server/domain/menu/terms.ts';
import { canPublish, checkEdition, checkItem } from '#server/domain/law/legal-gates.ts';
import { complete, context, licence, measure, penalty, suitability } from './gated-item.ts';

const found = (item: GatedItem, facts = context) => checkItem(item, facts).map((one) => `${one.gate} ${one.field}`);

// Each gate: what it stops, what it cites, and the way out.
const rows: readonly (readonly [GateName, string, string, 'blocking' | 'warning', GatedItem, GatedItem])[] = [
  [
    'penalty_not_transferred',
    '行政处罚法',
    '第二十条、第二十一条、第二十四条',
    'blocking',
    penalty({ terms: { carrier: 'entrustment' } }),
    penalty(),
  ],
  ['penalty_not_transferred', '行政处罚法', '第二十四条', 'blocking', penalty({ terms: { carrier: 'service_window' } }), penalty()],
  ['licence_transferred', '行政许可法', '第二十四条、第二十五条', 'blocking', licence({ terms: { carrier: 'transfer' } }), licence()],
  [
    'licence_for_subdistrict',
    '行政许可法',
    '第二十四条',
    'blocking',
    licence({ terms: { eligibility: { kinds: ['town', 'subdistrict'], tags: [], minimum: {} } } }),
    licence({ terms: { eligibility: { kinds: ['town'], tags: [], minimum: {} } } }),
  ],
  ['licence_for_subdistrict', '行政许可法', '第二十四条', 'warning', licence(), licence({ terms: { carrier: 'substantive_review' } })],
  ['compulsion_not_transferred', '行政强制法', '第十七条', 'blocking', measure({ terms: { carrier: 'entrustment' } }), measure()],
  ['compulsion_alone', '行政强制法', '第十七条', 'blocking', measure({ terms: { companions: [] } }), measure()],
  ['compulsion_alone', '行政强制法', '第十七条', 'blocking', measure({ terms: { companions: ['ZR-JC-001'] } }), measure()],
  [
    'limits_personal_freedom',
    '行政处罚法',
    '第十八条',
    'blocking',
    penalty({ name: '对扰乱秩序行为的罚款、行政拘留' }),
    penalty({ name: '对扰乱秩序行为的罚款、行政拘留', terms: { scopeNote: '行政拘留除外' } }),
  ],
  [
    'limits_personal_freedom',
    '行政处罚法',
    '第十八条',
    'blocking',
    penalty({ name: '对扰乱秩序行为的罚款、行政拘留', terms: { carveOuts: [{ part: '吊销许可证件', reason: '' }] } }),
    penalty({ name: '对扰乱秩序行为的罚款、行政拘留', terms: { carveOuts: [{ part: '行政拘留', reason: '行政处罚法第十八条' }] } }),
  ],
  ['limits_personal_freedom', '行政处罚法', '第十八条', 'blocking', penalty({ standing: { limitsPersonalFreedom: true } }), penalty()],
  [
    'department_locked',
    '行政处罚法',
    '第二十四条',
    'blocking',
    penalty({ department: { id: 'd', system: 'vertical', systemBasis: '' } }),
    penalty({ department: { id: 'd', system: 'vertical', systemBasis: '省政府〔2025〕3号' } }),
  ],
  [
    'department_locked',
    '行政处罚法',
    '第二十四条',
    'blocking',
    penalty({ department: { id: 'd', system: 'city', systemBasis: null } }),
    penalty(),
  ],
  [
    'transfer_of_other_power',
    '行政处罚法',
    '第二十四条',
    'warning',
    penalty({ statutoryType: 'benefit' }),
    penalty({ statutoryType: 'benefit', terms: { carrier: 'entrustment' } }),
  ],
  [
    'fewer_than_two_officers',
    '行政处罚法',
    '第四十二条',
    'warning',
    penalty({ terms: { prerequisites: [], isPrerequisiteFree: true } }),
    penalty(),
  ],
  [
    'fewer_than_two_officers',
    '行政强制法',
    '第十八条',
    'warning',
    measure({ terms: { prerequisites: [], isPrerequisiteFree: true } }),
    measure(),
  ],
  [
    'companion_not_on_menu',
    '',
    '',
    'warning',
    penalty({ terms: { companions: ['XX'] } }),
    penalty({ terms: { companions: ['ZR-JC-001'] } }),
  ],
  [
    'exclusion_without_reason',
    '',
    '',
    'blocking',
    penalty({ terms: { suitability: { ...suitability, exclusions: ['rarely_used'], exclusionReason: ' ' } } }),
    penalty({ terms: { suitability: { ...suitability, exclusions: ['rarely_used'], exclusionReason: 'one site' } } }),
  ],
  [
    'not_returnable_without_basis',
    '',
    '',
    'blocking',
    penalty({ terms: { isReturnable: false } }),
    penalty({ terms: { isReturnable: false, notReturnableBasis: '省政府令 5' } }),
  ],
];

describe('every gate stops, cites, and has a way out', () => {
  it.each(rows)('%s: 《…%s》%s, %s', (gate, law, article, severity, stopped, passing) => {
    const [finding, ...more] = checkItem(stopped, context).filter((one) => one.gate === gate);
    expect(finding).toMatchObject({ article, severity, itemId: 'item-1' });
    expect(finding?.law.endsWith(law) || finding?.law.includes(law)).toBe(true);
    expect(more).toEqual([]);
    expect(checkItem(passing, context).filter((one) => one.gate === gate)).toEqual([]);
  });

  it('the county may read the law on subdistricts otherwise', () => {
    expect(found(licence())).toEqual(['licence_for_subdistrict /eligibility/kinds']);
    expect(found(licence(), { ...context, mayEntrustLicencesToSubdistricts: true })).toEqual([]);
  });
});

describe('statutes have versions', () => {
  const [basis] = complete.legalBases;
  const standing = (changes: Partial<GatedItem['bases'][number]>): GatedItem['bases'] => [
    { basis: basis as LegalBasis, version: null, validity: 'in_force', review: null, needsReview: false, ...changes },
  ];
  it.each<[Partial<GatedItem['bases'][number]>, readonly string[]]>([
    [{}, []],
    [{ validity: 'ended', needsReview: true }, ['statute_ended blocking /legalBases/0']],
    [{ validity: 'ended', needsReview: false }, []],
    [{ validity: 'ending' }, ['statute_ending warning /legalBases/0']],
    [{ validity: 'unknown' }, ['statute_unknown warning /legalBases/0']],
  ])('%j', (changes, expected) => {
    const findings = checkItem(penalty({ bases: standing(changes) }), context);
    expect(findings.map(({ gate, severity, field }) => `${gate} ${severity} ${field}`)).toEqual(expected);
    for (const { params } of findings) expect(params).toMatchObject({ law: '中华人民共和国土地管理法', versionOn: '2019-08-26' });
  });
});

describe('completeness', () => {
  it('a complete item has nothing against it', () => {
    expect(found(penalty())).toEqual([]);
    expect(found(measure())).toEqual([]);
  });

  it.each<[Partial<ItemTerms>, readonly string[]]>([
    [{ legalBases: [] }, ['incomplete /legalBases']],
    [{ legalBases: [{ law: '', article: '1', versionOn: '2020-01-01' }] }, ['incomplete /legalBases/0']],
    [{ responsibilities: null }, ['incomplete /responsibilities/department', 'incomplete /responsibilities/township']],
    [{ responsibilities: { department: 'x', township: ' ' } }, ['incomplete /responsibilities/township']],
    [{ resources: [] }, ['incomplete /resources']],
    [{ resources: [], isResourceFree: true }, []],
    [{ suitability: null }, ['incomplete /suitability']],
    [{ isPrerequisiteFree: true, isResourceFree: true }, ['contradiction /isPrerequisiteFree', 'contradiction /isResourceFree']],
    [{ exclusiveWith: ['ZR-CF-009'], companions: ['ZR-CF-009'] }, ['contradiction /exclusiveWith']],
    [{ companions: ['ZR-CF-001'] }, ['contradiction /companions', 'companion_not_on_menu /companions']],
    [{ prerequisites: [...complete.prerequisites, ...complete.prerequisites] }, ['duplicate_key /prerequisites']],
    [{ resources: [...complete.resources, ...complete.resources] }, ['duplicate_key /resources']],
  ])('%j', (terms, expected) => {
    expect(found(penalty({ terms }))).toEqual(expected);
  });

  it('an empty list must be declared', () => {
    expect(found(licence({ terms: { prerequisites: [] } }), { ...context, mayEntrustLicencesToSubdistricts: true })).toEqual([
      'incomplete /prerequisites',
    ]);
    expect(
      found(licence({ terms: { prerequisites: [], isPrerequisiteFree: true } }), { ...context, mayEntrustLicencesToSubdistricts: true }),
    ).toEqual([]);
  });
});

describe('an edition', () => {
  it('knows its own powers, and is published with warnings but not with blocks', () => {
    const settings = { mayEntrustLicencesToSubdistricts: false, penaltyEvaluationMonths: 12 };
    const serving = measure({ itemId: 'item-2', code: 'ZR-QZ-001', terms: { companions: ['ZR-CF-001'] } });
    expect(checkEdition([penalty(), serving], settings)).toEqual([]);
    const alone = checkEdition([serving], settings);
    expect(alone.map((one) => [one.itemId, one.gate])).toEqual([
      ['item-2', 'compulsion_alone'],
      ['item-2', 'companion_not_on_menu'],
    ]);
    expect(canPublish(alone)).toBe(false);
    expect(canPublish(checkEdition([licence()], settings))).toBe(true);
  });
});
