import type { Answer } from '#client/lib/call-types.ts';

export type GrantView = Answer<'GET /grants/{grantId}'>;

const township = { id: 't1', kind: 'township', name: '青石镇人民政府', shortName: '青石镇' } as const;
const department = { id: 'd1', kind: 'department', name: '青禾县农业农村局', shortName: '县农业农村局' } as const;

/** A grant in force that its township may return, with whatever a test wants to be different. */
export function grantFile(different: Partial<GrantView> = {}): GrantView {
  return {
    id: 'g1',
    powerId: 'p1',
    code: 'NY-JC-002',
    powerName: '农产品质量安全监督检查',
    townshipId: township.id,
    townshipName: township.name,
    departmentName: department.name,
    carrier: 'entrustment',
    state: 'active',
    startsAt: Date.UTC(2026, 0, 4, 16),
    endsAt: null,
    endKind: null,
    documentNumber: '青禾赋权〔2026〕2号',
    openCase: null,
    lawFlag: null,
    requestId: null,
    itemId: 'i1',
    township,
    department,
    legalBases: [],
    basesNow: { lawFlag: null, bases: [], reviews: [] },
    scopeNote: '',
    carveOuts: [],
    responsibilities: null,
    consequences: { inWhoseName: 'department', decides: 'department', respondent: 'department', paper: 'entrustment_letter' },
    isReturnable: true,
    notReturnableBasis: null,
    trialEndsAt: null,
    trialClosed: true,
    isTrialExtended: false,
    prerequisites: [],
    suspensions: [],
    returns: [],
    recalls: [],
    swapRequestId: null,
    origin: 'existing',
    commonDecisionId: null,
    tie: { measures: [], penalties: [], endsWith: null },
    timeline: [],
    allowedActions: ['file_return'],
    version: 4,
    ...different,
  };
}
