import type { Power, Terms } from '#client/parts/editions/editions.ts';

/** The carrier that the law allows at least: penalties and what serves them are transferred, licences entrusted. */
const carrierOf = (type: Power['statutoryType']): Terms['carrier'] => {
  if (type === 'penalty' || type === 'compulsion' || type === 'inspection') return 'transfer';
  return type === 'licensing' ? 'entrustment' : 'substantive_review';
};

/** Terms that say nothing yet; the gates name what is missing until somebody says it. */
export const blankTerms = (type: Power['statutoryType']): Terms => ({
  carrier: carrierOf(type),
  release: 'optional',
  legalBases: [],
  scopeNote: '',
  carveOuts: [],
  difficulty: 'medium',
  liability: 'medium',
  eligibility: { kinds: [], tags: [], minimum: {} },
  prerequisites: [],
  resources: [],
  isPrerequisiteFree: false,
  isResourceFree: false,
  responsibilities: null,
  suitability: null,
  trialMonths: 6,
  termMonths: null,
  startRule: { kind: 'on_signing' },
  isReturnable: true,
  notReturnableBasis: null,
  companions: [],
  exclusiveWith: [],
});
