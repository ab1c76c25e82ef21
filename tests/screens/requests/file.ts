import type { Answer } from '#client/lib/call-types.ts';

export type RequestView = Answer<'GET /requests/{requestId}'>;
export type ConsequencesView = Answer<'GET /requests/{requestId}/consequences'>;

const at = Date.UTC(2026, 10, 16, 2, 0);
const township = { id: 't1', kind: 'township', name: '三溪乡人民政府', shortName: '三溪乡' } as const;
export const department = { id: 'd1', kind: 'department', name: '青禾县农业农村局', shortName: '县农业农村局' } as const;
const legal = { id: 'd2', kind: 'department', name: '青禾县司法局', shortName: '县司法局' } as const;
const county = { id: 'c1', kind: 'county', name: '青禾县人民政府', shortName: '县政府' } as const;

/** A request at the county's stage, with whatever a test wants to be different. */
export function requestFile(different: Partial<RequestView> = {}): RequestView {
  const step = { workingDays: 5, dueOn: '2026-12-02', isProvisional: false } as const;
  return {
    id: 'r1',
    order: { id: 'o1', number: '点单〔2026〕16号', name: '点单' },
    township,
    department,
    power: { id: 'p1', code: 'NY-XK-004', name: '兽药经营许可证核发' },
    itemId: 'i1',
    editionNumber: 1,
    haveTermsChanged: false,
    replaces: null,
    state: 'in_review',
    stage: 'county',
    need: '群众往返县城路途远。',
    casesPerYear: 30,
    approach: '由便民服务中心专人负责。',
    officers: [{ id: 'f1', name: '曹文博' }],
    startWishOn: null,
    submittedAt: at,
    withWhom: county,
    sinceAt: at,
    dueAt: Date.UTC(2026, 11, 2, 16),
    isDueProvisional: false,
    route: [
      { ...step, stage: 'department', organisation: department, status: 'done' },
      { ...step, stage: 'legal', organisation: legal, status: 'done' },
      { ...step, stage: 'county', organisation: county, status: 'current' },
    ],
    timeline: [{ id: 'e1', at, kind: 'submitted', stage: null, by: null, facts: { orderNumber: '点单〔2026〕16号' } }],
    grantId: null,
    allowedActions: ['decide'],
    excluded: null,
    version: 3,
    ...different,
  };
}

export function consequences(different: Partial<ConsequencesView> = {}): ConsequencesView {
  return {
    tie: { penalties: [], ending: [] },
    terms: {
      carrier: 'entrustment',
      release: 'optional',
      legalBases: [{ law: '兽药管理条例', article: '第二十二条', versionOn: '2020-03-27' }],
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
      termMonths: 36,
      startRule: { kind: 'on_signing' },
      isReturnable: true,
      notReturnableBasis: null,
      companions: [],
      exclusiveWith: [],
    },
    currentTerms: null,
    prerequisites: [
      {
        prerequisite: { key: 'a', kind: 'staffing', count: 3 },
        certificateKindName: null,
        holds: false,
        have: 1,
        need: 3,
        people: [],
        waivedUntilOn: null,
        isExtra: false,
      },
      {
        prerequisite: { key: 'b', kind: 'attestation', subject: 'premises', text: '设有受理窗口' },
        certificateKindName: null,
        holds: false,
        have: 0,
        need: 1,
        people: [],
        waivedUntilOn: null,
        isExtra: false,
      },
    ],
    resources: [
      { key: 'post', kind: 'posts', organisationId: 'd9', amount: 1, unit: 'persons', description: '事业编制', withinWorkingDays: 40 },
      {
        key: 'funds',
        kind: 'funds',
        organisationId: 'd9',
        amount: 30_000,
        unit: 'yuan_per_year',
        description: '经费',
        withinWorkingDays: 40,
      },
    ],
    resourceOwners: [],
    inPreparation: 3,
    preparationSlots: 5,
    sameOrder: [],
    elsewhere: [],
    ...different,
  };
}
