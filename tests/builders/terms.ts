import type { TermsRow } from '#db/schema/terms.ts';

/** Terms that pass every legal gate for an ordinary item; a test changes what it is about. */
export function terms(changes: Partial<TermsRow> = {}): TermsRow {
  return {
    carrier: 'transfer',
    release: 'optional',
    legalBases: [{ law: '中华人民共和国行政处罚法', article: '第二十四条', versionOn: '2021-07-15' }],
    scopeNote: '',
    carveOuts: [],
    difficulty: 'easy',
    liability: 'low',
    eligibility: { kinds: [], tags: [], minimum: {} },
    prerequisites: [],
    resources: [],
    isPrerequisiteFree: changes.prerequisites === undefined,
    isResourceFree: changes.resources === undefined,
    responsibilities: { department: '指导、培训和监督', township: '日常巡查和查处' },
    suitability: { isFrequent: true, isEasyToSpot: true, canBeTakenOn: true, canBeManaged: true, exclusions: [], exclusionReason: null },
    trialMonths: 6,
    termMonths: null,
    startRule: { kind: 'on_signing' },
    isReturnable: true,
    notReturnableBasis: null,
    companions: [],
    exclusiveWith: [],
    ...changes,
  };
}
