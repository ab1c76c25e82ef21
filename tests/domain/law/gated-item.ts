import type { GateContext, GatedItem, ItemTerms } from '#server/domain/law/item-findings.ts';
import { plainStanding, type PowerStanding } from '#server/domain/law/power-standing.ts';

export const suitability = {
  isFrequent: true,
  isEasyToSpot: true,
  canBeTakenOn: true,
  canBeManaged: true,
  exclusions: [],
  exclusionReason: null,
};
export const complete: ItemTerms = {
  ...{ carrier: 'transfer', release: 'optional', scopeNote: '', carveOuts: [] },
  legalBases: [{ law: '中华人民共和国土地管理法', article: '第七十四条', versionOn: '2019-08-26' }],
  eligibility: { kinds: [], tags: [], minimum: {} },
  prerequisites: [{ key: 'officers', kind: 'certified_officers', certificateKind: 'law', count: 2 }],
  resources: [
    { key: 'posts', kind: 'posts', organisationId: 'o', amount: 2, unit: 'persons', description: 'posts', withinWorkingDays: 30 },
  ],
  ...{ isPrerequisiteFree: false, isResourceFree: false, suitability },
  responsibilities: { department: 'guides', township: 'decides' },
  ...{ isReturnable: true, notReturnableBasis: null, companions: [], exclusiveWith: [] },
};
type Change = Partial<Omit<GatedItem, 'terms' | 'standing'>> & {
  readonly terms?: Partial<ItemTerms>;
  readonly standing?: Partial<PowerStanding>;
};
/** A transferred penalty that passes every gate; a test changes what it is about. */
export const penalty = ({ terms, standing, ...facts }: Change = {}): GatedItem => ({
  ...{ itemId: 'item-1', code: 'ZR-CF-001', name: '对非法转让土地行为的行政处罚', statutoryType: 'penalty' },
  ...{ powerId: 'power-1', department: { id: 'department-1', system: 'county', systemBasis: null }, alikes: [], bases: [] },
  ...facts,
  standing: { ...plainStanding, ...standing },
  terms: { ...complete, ...terms },
});
export const licence = ({ terms, ...facts }: Change = {}): GatedItem =>
  penalty({ statutoryType: 'licensing', name: '设立许可', ...facts, terms: { carrier: 'entrustment', ...terms } });
export const measure = ({ terms, ...facts }: Change = {}): GatedItem =>
  penalty({ statutoryType: 'compulsion', name: '扣押工具', ...facts, terms: { companions: ['ZR-CF-009'], ...terms } });
export const context: GateContext = {
  typeByCode: new Map([
    ['ZR-CF-009', 'penalty'],
    ['ZR-JC-001', 'inspection'],
  ]),
  mayEntrustLicencesToSubdistricts: false,
  penaltyEvaluationMonths: 12,
};
