import { describe, expect, it } from 'vitest';
import { formatDocumentNumber, parseDocumentNumber } from '#server/domain/values/document-number.ts';
import { type OrderingTerms, type TownshipStanding, evaluateEligibility, reasonsOfStanding } from '#server/domain/law/eligibility.ts';
import {
  type CartFacts,
  type CartItem,
  type CartLine,
  checkCart,
  obstaclesOf,
  openFieldsOfLine,
  orderStatus,
} from '#server/domain/requests/order.ts';
import { plainStanding } from '#server/domain/law/power-standing.ts';
import { type RouteSettings, dateRoute, routeOf, stepAfter, stepOf } from '#server/domain/requests/route.ts';
import type { RequestState } from '#server/domain/values/words.ts';
import { calendar, county, department, legalOffice, now } from '#tests/domain/given.ts';

const item = (name: string, facts: Partial<CartItem> = {}): CartItem => ({
  ...{ itemId: `item-${name}`, powerId: `power-${name}`, code: name.toUpperCase(), statutoryType: 'penalty', release: 'optional' },
  ...{ companions: [], penalties: facts.companions ?? [], exclusiveWith: [] },
  ...facts,
});
const line = (name: string, facts: Partial<CartItem> = {}, replacesGrantId: string | null = null): CartLine => ({
  item: item(name, facts),
  replacesGrantId,
});
const nothing: CartFacts = { held: [], requested: [] };
const held = (name: string, canBeReplaced = true) => ({
  grantId: `grant-${name}`,
  powerId: `power-${name}`,
  code: name.toUpperCase(),
  canBeReplaced,
});
const requested = (name: string, replacesGrantId: string | null = null) => ({
  powerId: `power-${name}`,
  code: name.toUpperCase(),
  replacesGrantId,
});
const conflictsOf = (lines: readonly CartLine[], facts = nothing) =>
  checkCart(lines, facts).map((one) => one.conflicts.map((conflict) => `${conflict.code}:${conflict.with}`));

describe('the status of an order', () => {
  it.each<[readonly RequestState[], string]>([
    [[], 'draft'],
    [['draft', 'draft'], 'draft'],
    [['in_review', 'granted'], 'in_review'],
    [['in_review', 'sent_back', 'rejected'], 'action_needed'],
    [['approved', 'rejected'], 'preparing'],
    [['preparing', 'withdrawn'], 'preparing'],
    [['preparing', 'granted'], 'partly_granted'],
    [['granted', 'lapsed'], 'partly_granted'],
    [['granted', 'granted'], 'granted'],
    [['rejected', 'withdrawn', 'lapsed'], 'closed'],
  ])('%j is %s', (states, status) => {
    expect(orderStatus(states)).toBe(status);
  });
});

describe('a cart', () => {
  it('of unrelated powers has no conflict', () => {
    expect(conflictsOf([line('a'), line('b')])).toEqual([[], []]);
  });

  it.each<[string, readonly CartLine[], CartFacts, readonly string[]]>([
    ['a power twice', [line('a'), line('a')], nothing, ['line_exists:A']],
    ['a power held', [line('a')], { ...nothing, held: [held('a')] }, ['already_held:grant-a']],
    ['a power asked for', [line('a')], { ...nothing, requested: [requested('a')] }, ['already_requested:A']],
    ['an item for everybody', [line('a', { release: 'common' })], nothing, ['item_common:A']],
    ['an exclusive one in the cart', [line('a', { exclusiveWith: ['B'] }), line('b')], nothing, ['mutually_exclusive:B']],
    ['named by the other only', [line('a'), line('b', { exclusiveWith: ['A'] })], nothing, ['mutually_exclusive:B']],
    ['an exclusive one held', [line('a', { exclusiveWith: ['B'] })], { ...nothing, held: [held('b')] }, ['mutually_exclusive:B']],
    [
      'an exclusive one asked for',
      [line('a', { exclusiveWith: ['B'] })],
      { ...nothing, requested: [requested('b')] },
      ['mutually_exclusive:B'],
    ],
    ['an exclusive one given up', [line('a', { exclusiveWith: ['B'] }, 'grant-b')], { ...nothing, held: [held('b')] }, []],
    ['a swap of nothing', [line('a', {}, 'grant-x')], nothing, ['replaced_grant_unavailable:grant-x']],
    [
      'a swap of what is ending',
      [line('a', {}, 'grant-b')],
      { ...nothing, held: [held('b', false)] },
      ['replaced_grant_unavailable:grant-b'],
    ],
    [
      'a swap twice',
      [line('a', {}, 'grant-b'), line('c', {}, 'grant-b')],
      { ...nothing, held: [held('b')] },
      ['replaced_grant_unavailable:grant-b'],
    ],
    [
      'a swap asked for',
      [line('a', {}, 'grant-b')],
      { held: [held('b')], requested: [requested('c', 'grant-b')] },
      ['replaced_grant_unavailable:grant-b'],
    ],
    [
      'a swap for itself',
      [line('a', {}, 'grant-a')],
      { ...nothing, held: [held('a')] },
      ['already_held:grant-a', 'swap_same_power:grant-a'],
    ],
    ['a compulsory measure alone', [line('a', { statutoryType: 'compulsion', companions: ['B'] })], nothing, ['compulsion_alone:B']],
    [
      'one with an inspection only',
      [line('a', { statutoryType: 'compulsion', companions: ['B', 'C'], penalties: ['C'] }), line('b')],
      nothing,
      ['compulsion_alone:C'],
    ],
    ['one ordered with its penalty', [line('a', { statutoryType: 'compulsion', companions: ['B'] }), line('b')], nothing, []],
    ['one whose penalty is held', [line('a', { statutoryType: 'compulsion', companions: ['B'] })], { ...nothing, held: [held('b')] }, []],
    [
      'one whose penalty is given up',
      [line('a', { statutoryType: 'compulsion', companions: ['B'] }, 'grant-b')],
      { ...nothing, held: [held('b')] },
      ['compulsion_alone:B'],
    ],
  ])('%s', (_name, lines, facts, expected) => {
    expect(conflictsOf(lines, facts)[0]).toEqual(expected);
  });

  it('says which companions are missing, also those that this very cart gives up', () => {
    const facts = { held: [held('b'), held('c')], requested: [requested('d')] };
    const [one] = checkCart([line('a', { companions: ['B', 'C', 'D', 'E', 'F'] }, 'grant-b'), line('e')], facts);
    expect(one?.companionsMissing).toEqual(['B', 'F']);
    expect(one?.conflicts).toEqual([]);
  });

  it('all that stands against a line becomes refusals, the gravest first', () => {
    const answers = { need: ' ', casesPerYear: null, approach: '', officerIds: [] };
    expect(openFieldsOfLine(answers)).toEqual(['/need', '/casesPerYear', '/approach', '/officerIds']);
    expect(openFieldsOfLine({ need: 'n', casesPerYear: 0, approach: 'a', officerIds: ['o'] })).toEqual([]);
    const [checked] = checkCart([line('a')], { ...nothing, held: [held('a')] });
    if (!checked) throw new Error('a line expected');
    const reasons = [{ kind: 'residents', need: 5, have: null }] as const;
    expect(obstaclesOf(checked, answers, reasons).map((one) => one.code)).toEqual(['already_held', 'not_eligible', 'line_incomplete']);
  });
});

describe('eligibility', () => {
  const { takenBack: _takenBack, ...plain } = plainStanding;
  const lawful: TownshipStanding = { ...plain, isTakenBack: false };
  const terms: OrderingTerms = {
    eligibility: { kinds: [], tags: [], minimum: {} },
    ...{ statutoryType: 'licensing', carrier: 'entrustment', department: { system: 'county', systemBasis: null } },
    mayEntrustLicencesToSubdistricts: false,
  };
  const town = {
    kind: 'town',
    tags: ['园区'],
    residents: 20_000,
    areaSquareMetres: 5_000_000,
    communities: 8,
    staffQuota: 44,
    staffPresent: 40,
    certifiedOfficers: null,
    budgetYuanPerYear: null,
  } as const;
  const reasonsOf = (change: Partial<OrderingTerms>, township: Parameters<typeof evaluateEligibility>[1] = town) =>
    evaluateEligibility({ ...terms, ...change }, township).map((one) => one.kind);

  it('empty lists stand for everybody', () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ eligibility: { kinds: ['town'], tags: ['城郊', '园区'], minimum: { residents: 20_000 } } })).toEqual([]);
  });

  it('gives every reason, not only the first, and an unknown figure meets no minimum', () => {
    const eligibility = {
      kinds: ['subdistrict'],
      tags: ['城郊'],
      minimum: { residents: 20_001, staffPresent: 41, certifiedOfficers: 1 },
    } as const;
    const department_ = { system: 'city', systemBasis: ' ' } as const;
    expect(reasonsOf({ eligibility, department: department_ })).toEqual([
      'kind',
      'tags',
      'residents',
      'staff_present',
      'certified_officers',
      'department_locked',
    ]);
  });

  it('asks for every figure of the profile that the item names', () => {
    const minimum = { areaSquareMetres: 5_000_001, communities: 9, staffQuota: 44, budgetYuanPerYear: 1 };
    expect(reasonsOf({ eligibility: { kinds: [], tags: [], minimum } })).toEqual(['area', 'communities', 'budget']);
  });

  it('what the law gave, the list took back, or the province struck out is refused to the townships that it speaks of', () => {
    const against = (standing: Partial<TownshipStanding>, type: OrderingTerms['statutoryType'] = 'penalty') =>
      reasonsOfStanding({ ...lawful, ...standing }, type, 'town').map(({ kind }) => kind);
    expect(against({})).toEqual([]);
    expect(against({ byLawKinds: ['town'] })).toEqual(['by_law']);
    expect(against({ byLawKinds: ['subdistrict'] })).toEqual([]);
    expect(against({ isTakenBack: true, limitsPersonalFreedom: true, cameDownFrom: 'city' })).toEqual([
      'taken_back',
      'personal_freedom',
      'passed_on',
    ]);
    const struck = { directory: { isListed: false, endedOn: '2026-01-01', scopeNote: '' } };
    expect(against(struck)).toEqual(['directory_ended']);
    expect(against(struck, 'licensing')).toEqual([]);
    // What has not been entered yet keeps a menu from being published, but no township from ordering what was.
    expect(against({ directory: { ...struck.directory, endedOn: null } })).toEqual([]);
  });

  it('a subdistrict is entrusted with licences only where the county reads the law so', () => {
    const street = { ...town, kind: 'subdistrict' } as const;
    expect(reasonsOf({}, street)).toEqual(['subdistrict_licence']);
    expect(reasonsOf({ mayEntrustLicencesToSubdistricts: true }, street)).toEqual([]);
    expect(reasonsOf({ statutoryType: 'penalty', carrier: 'transfer' }, street)).toEqual([]);
  });

  it('a basis unlocks a vertical department', () => {
    expect(reasonsOf({ department: { system: 'vertical', systemBasis: null } })).toEqual(['department_locked']);
    expect(reasonsOf({ department: { system: 'vertical', systemBasis: '省政府〔2025〕3号' } })).toEqual([]);
  });
});

describe('the route', () => {
  const settings: RouteSettings = {
    ...{ legalOrganisationId: legalOffice, decidingOrganisationId: county },
    terms: { department: 5, legal: 7, county: 10 },
    rules: [
      { types: [], carriers: ['service_window'], tiers: ['easy'], terms: { department: 3, legal: null, county: 5 } },
      { types: ['penalty'], carriers: [], tiers: ['hard'], terms: { department: 10, legal: 15, county: 20 } },
    ],
  };
  const routed = { departmentId: department, statutoryType: 'licensing', carrier: 'entrustment', tier: 'medium' } as const;

  it('goes over department, legal office and county', () => {
    const route = routeOf(routed, settings);
    expect(route.map((step) => [step.stage, step.organisationId, step.workingDays])).toEqual([
      ['department', department, 5],
      ['legal', legalOffice, 7],
      ['county', county, 10],
    ]);
    expect([stepAfter(route, 'department')?.stage, stepAfter(route, 'county'), stepOf(route, 'legal')?.workingDays]).toEqual([
      'legal',
      null,
      7,
    ]);
  });

  it('follows the first rule that fits type, carrier and tier', () => {
    expect(routeOf({ ...routed, carrier: 'service_window', tier: 'easy' }, settings).map((step) => step.stage)).toEqual([
      'department',
      'county',
    ]);
    expect(routeOf({ ...routed, carrier: 'service_window', tier: 'hard' }, settings)).toHaveLength(3);
    expect(routeOf({ ...routed, statutoryType: 'penalty', tier: 'hard' }, settings)[1]?.workingDays).toBe(15);
  });

  it('is dated with every step at its longest', () => {
    const dated = dateRoute(routeOf(routed, settings), now, calendar);
    expect(dated.map((step) => [step.dueOn, step.isProvisional])).toEqual([
      ['2026-09-09', false],
      ['2026-09-18', false],
      ['2026-10-09', false],
    ]);
    expect(
      dateRoute(routeOf(routed, { ...settings, terms: { department: 60, legal: 30, county: 10 } }), now, calendar).map(
        (step) => step.isProvisional,
      ),
    ).toEqual([false, true, true]);
  });
});

describe('a day counted from an estimate', () => {
  it('is an estimate, even in a published year', () => {
    const holed = { ...calendar, publishedYears: new Set([2026, 2028]) };
    const step = (workingDays: number) => ({ stage: 'county', organisationId: county, workingDays }) as const;
    const dated = dateRoute([step(5), step(350), step(20)], now, holed);
    expect(dated.map(({ dueOn, isProvisional }) => [dueOn.slice(0, 4), isProvisional])).toEqual([
      ['2026', false],
      ['2028', true],
      ['2028', true],
    ]);
  });
});

describe('document numbers', () => {
  it('are written as official papers write them, and read back', () => {
    expect(formatDocumentNumber({ prefix: '青禾赋权', year: 2026, sequence: 12 })).toBe('青禾赋权〔2026〕12号');
    expect(parseDocumentNumber('青禾赋权〔2026〕12号')).toEqual({ prefix: '青禾赋权', year: 2026, sequence: 12 });
    for (const text of ['青禾赋权[2026]12号', '青禾赋权〔2026〕012号', '〔2026〕12号', '青禾赋权〔26〕12号', '青禾赋权〔2026〕第12号'])
      expect(parseDocumentNumber(text)).toBeNull();
  });

  it('without prefix, year or sequence are a fault', () => {
    for (const change of [{ prefix: ' ' }, { year: 26 }, { sequence: 0 }, { sequence: 1.5 }])
      expect(() => formatDocumentNumber({ prefix: '青禾', year: 2026, sequence: 1, ...change })).toThrow(RangeError);
  });
});
