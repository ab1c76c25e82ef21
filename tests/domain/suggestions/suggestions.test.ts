import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasOfTags } from '#server/domain/suggestions/areas.ts';
import { guidedOrder, type GuidedAnswers, type People } from '#server/domain/suggestions/guided.ts';
import { suggestReady } from '#server/domain/suggestions/ready.ts';
import { similarTownships, suggestSimilar, type Peer } from '#server/domain/suggestions/similar.ts';
import type { Candidate } from '#server/domain/suggestions/suggestions.ts';
import type { OfficerFacts, TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { FOREVER } from '#server/domain/time/time.ts';

const candidate = (code: string, changes: Partial<Candidate> = {}): Candidate => ({
  itemId: `item-${code}`,
  code,
  name: `事项${code}`,
  field: '城市管理',
  statutoryType: 'penalty',
  category: 'enforcement',
  carrier: 'transfer',
  difficulty: 'easy',
  liability: 'low',
  release: 'optional',
  isEligible: true,
  suitability: { isFrequent: true, isEasyToSpot: false, canBeTakenOn: true, canBeManaged: true, exclusions: [], exclusionReason: null },
  prerequisites: [],
  companions: [],
  exclusiveWith: [],
  ...changes,
});
const answers: GuidedAnswers = {
  problems: ['城市管理'],
  certifiedNow: 2,
  certifiedSoon: 0,
  distance: 'near',
  areas: [],
  capacity: 'both',
  appetite: 'steady',
};
const people: People = { staff: 10, certified: new Map([['window', 1]]), enforcementKind: 'law_enforcement' };
const certified = (count: number, certificateKind = 'law_enforcement') =>
  [{ key: 'k', kind: 'certified_officers', certificateKind, count }] as const;
const codesOf = (list: readonly { readonly candidate: Candidate }[]): string[] => list.map(({ candidate: { code } }) => code);
const guided = (candidates: readonly Candidate[], changes: Partial<GuidedAnswers> = {}, taken: readonly string[] = [], most = 8) =>
  guidedOrder(candidates, new Set(taken), { ...answers, ...changes }, people, most);

describe('a guided order', () => {
  it.each<[string, Partial<Candidate>, Partial<GuidedAnswers>, boolean]>([
    ['proposes what meets a problem', {}, {}, true],
    ['leaves what is not needed', { field: '林业' }, {}, false],
    ['proposes what fits the kind of area', { field: '林业' }, { areas: ['mountain'] }, true],
    ['saves the way to the county', { field: '民政', category: 'approval_service', carrier: 'service_window' }, { distance: 'far' }, true],
    ['saves no way that is short', { field: '民政', category: 'approval_service', carrier: 'service_window' }, {}, false],
    ['gives a window no patrol', {}, { capacity: 'window' }, false],
    ['gives a patrol no window', { category: 'approval_service', carrier: 'entrustment' }, { capacity: 'team' }, false],
    ['dares no more than the township', { difficulty: 'medium' }, { appetite: 'careful' }, false],
    ['dares as much as the township', { difficulty: 'hard', liability: 'high' }, { appetite: 'bold' }, true],
    ['counts on the people there are', { prerequisites: certified(2) }, {}, true],
    ['counts on no people beyond those', { prerequisites: certified(3) }, {}, false],
    ['counts on people who will be there', { prerequisites: certified(3) }, { certifiedSoon: 1 }, true],
    ['counts other certificates by the roster', { prerequisites: certified(2, 'window') }, {}, false],
    ['needs the people in post now', { prerequisites: [{ key: 's', kind: 'staffing', count: 11 }] }, { certifiedSoon: 9 }, false],
    ['is not what is for everybody', { release: 'common' }, {}, false],
    ['is not what is not eligible', { isEligible: false }, {}, false],
    [
      'is not what the county calls rare',
      { suitability: { ...candidate('x').suitability, exclusions: ['rarely_used'] } as never },
      {},
      false,
    ],
  ])('%s', (_name, item, given, isProposed) => {
    expect(codesOf(guided([candidate('A-1', item)], given).proposals)).toEqual(isProposed ? ['A-1'] : []);
  });

  it('brings what a power is useless without, says why, and keeps within the number', () => {
    const menu = [candidate('A-1', { companions: ['B-1'] }), candidate('B-1', { field: '林业' }), candidate('C-1', { field: '林业' })];
    const { proposals } = guided(menu);
    expect(codesOf(proposals)).toEqual(['A-1', 'B-1']);
    expect(proposals[1]?.reasons).toEqual([{ kind: 'companion', of: '事项A-1' }]);
    expect(guided(menu, {}, [], 1)).toMatchObject({ proposals: [], left: { more: 1 } });
    expect(codesOf(guided(menu, {}, ['B-1']).proposals)).toEqual(['A-1']);
    expect(guided([candidate('A-1', { companions: ['GONE'] })]).proposals).toEqual([]);
  });

  it('says how many were left out for want of people or courage', () => {
    const menu = [candidate('A-1', { prerequisites: certified(9) }), candidate('A-2', { difficulty: 'hard' }), candidate('A-3')];
    expect(guided(menu).left).toEqual({ people: 1, tier: 1, more: 0 });
  });

  it('mixes the fields that were asked for', () => {
    const menu = [...'123456'].map((n) => candidate(`A-${n}`)).concat([...'12'].map((n) => candidate(`B-${n}`, { field: '水利' })));
    const fields = guided(menu, { problems: ['城市管理', '水利'] }, [], 4).proposals.map((one) => one.candidate.field);
    expect(fields.filter((field) => field === '水利')).toHaveLength(2);
  });

  it('reads areas from the tags of a profile', () => {
    expect(areasOfTags(['城郊', '中心镇', '山区'])).toEqual(['suburb', 'mountain']);
  });
});

const now = 1_000;
const officer = (officerId: string, kinds: readonly string[]): OfficerFacts => ({
  officerId,
  inPost: [{ fromAt: 0, toAt: FOREVER }],
  certificates: kinds.map((certificateKind) => ({ certificateKind, fromAt: 0, toAt: FOREVER })),
});
const roster = (...officers: readonly OfficerFacts[]): TownshipFacts => ({ officers, attestations: [] });

describe('readiness', () => {
  it('is what the people there are can take on, with who meets what and what is still to be attested', () => {
    const menu = [
      candidate('A-1', { prerequisites: [...certified(1), { key: 'p', kind: 'attestation', subject: 'premises', text: '有窗口' }] }),
      candidate('A-2', { prerequisites: certified(2) }),
      candidate('A-3', { companions: ['A-2'] }),
      candidate('A-4'),
    ];
    const ready = suggestReady(menu, new Set(), roster(officer('li', ['law_enforcement'])), now);
    expect(codesOf(ready)).toEqual(['A-1', 'A-4']);
    expect(ready[0]).toMatchObject({ met: [{ have: 1, need: 1, holds: true }], toAttest: ['有窗口'] });
  });
});

describe('similar townships', () => {
  const peer = (townshipId: string, changes: Partial<Peer['profile']> = {}): Peer => ({
    townshipId,
    name: townshipId,
    profile: { kind: 'town', tags: ['城郊'], residents: 40_000, staffPresent: 50, ...changes },
  });
  const own = peer('own').profile;

  it('are those alike in kind, tags, residents and staff; the others are left out', () => {
    const found = similarTownships(own, [
      peer('far', { kind: 'subdistrict', tags: ['城区'], residents: 400_000, staffPresent: 300 }),
      peer('b'),
      peer('a', { residents: 100_000 }),
      peer('rural', { kind: 'township' }),
    ]);
    expect(found.map(({ peer: { townshipId } }) => townshipId)).toEqual(['b', 'rural', 'a']);
    expect(found[2]).toMatchObject({ isSameKind: true, sharedTags: ['城郊'], hasCloseResidents: false, hasCloseStaff: true });
    expect(found[1]).toMatchObject({ isSameKind: false, hasCloseResidents: true });
  });

  it('point to what at least two of them hold', () => {
    const similar = similarTownships(own, [peer('a'), peer('b'), peer('c'), peer('d')]);
    const held = [
      ...['a', 'b', 'c'].map((townshipId, nth) => ({ townshipId, code: 'A-1', sinceAt: 10 - nth })),
      ...['a', 'b'].map((townshipId) => ({ townshipId, code: 'A-2', sinceAt: 1 })),
      { townshipId: 'a', code: 'A-3', sinceAt: 1 },
      ...['x', 'y', 'z'].map((townshipId) => ({ townshipId, code: 'A-4', sinceAt: 1 })),
    ];
    const found = suggestSimilar(
      ['A-1', 'A-2', 'A-3', 'A-4'].map((code) => candidate(code)),
      new Set(),
      similar,
      held,
    );
    expect(found.map((one) => [one.candidate.code, one.heldBy, one.sinceAt])).toEqual([
      ['A-1', ['a', 'b', 'c'], 8],
      ['A-2', ['a', 'b'], 1],
    ]);
  });
});

const codes = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5', 'A-6'] as const;
const anyCandidate = (code: string) =>
  fc
    .record({
      field: fc.constantFrom('城市管理', '水利'),
      category: fc.constantFrom('approval_service', 'enforcement', 'public_management'),
      carrier: fc.constantFrom('transfer', 'entrustment', 'service_window'),
      difficulty: fc.constantFrom('easy', 'medium', 'hard'),
      release: fc.constantFrom('optional', 'optional', 'common'),
      isEligible: fc.boolean(),
      prerequisites: fc.constantFrom([], certified(1), certified(3), [{ key: 's', kind: 'staffing', count: 2 }] as const),
      companions: fc.subarray(
        codes.filter((one) => one !== code),
        { maxLength: 2 },
      ),
      exclusiveWith: fc.subarray(
        codes.filter((one) => one !== code),
        { maxLength: 1 },
      ),
    })
    .map((changes) => candidate(code, changes as Partial<Candidate>));
const anyMenu = fc.tuple(...codes.map(anyCandidate));
const anyTaken = fc.subarray([...codes]).map((taken) => new Set<string>(taken));

/** What no suggestion may ever be. */
function expectOffered(list: readonly Candidate[], taken: ReadonlySet<string>): void {
  for (const one of list) {
    expect(one.isEligible && one.release === 'optional' && !taken.has(one.code), one.code).toBe(true);
    expect(
      one.exclusiveWith.filter((code) => taken.has(code)),
      one.code,
    ).toEqual([]);
  }
}

describe('whatever the menu and the township', () => {
  it('a guided order proposes what can be ordered together, complete, with reasons, the same each time', () => {
    fc.assert(
      fc.property(anyMenu, anyTaken, fc.integer({ min: 1, max: 6 }), (menu, taken, most) => {
        const { proposals } = guidedOrder(menu, taken, { ...answers, problems: ['城市管理', '水利'], appetite: 'bold' }, people, most);
        const chosen = proposals.map((one) => one.candidate);
        expectOffered(chosen, taken);
        expect(proposals.length).toBeLessThanOrEqual(most);
        expect(new Set(codesOf(proposals)).size).toBe(proposals.length);
        for (const { candidate: one, reasons } of proposals) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(chosen.filter((other) => one.exclusiveWith.includes(other.code))).toEqual([]);
          for (const code of one.companions) expect(taken.has(code) || codesOf(proposals).includes(code)).toBe(true);
        }
        const again = guidedOrder(
          [...menu].reverse(),
          taken,
          { ...answers, problems: ['城市管理', '水利'], appetite: 'bold' },
          people,
          most,
        );
        expect(codesOf(again.proposals)).toEqual(codesOf(proposals));
      }),
    );
  });

  it('one more officer never makes a readiness suggestion disappear', () => {
    const anyOfficer = fc.subarray(['law_enforcement', 'window']).map((kinds) => officer('o', kinds));
    fc.assert(
      fc.property(anyMenu, anyTaken, fc.array(anyOfficer, { maxLength: 3 }), anyOfficer, (menu, taken, officers, another) => {
        const before = suggestReady(menu, taken, roster(...officers), now);
        const after = codesOf(suggestReady(menu, taken, roster(...officers, another), now));
        expectOffered(
          before.flatMap((one) => [one.candidate, ...one.companions]),
          taken,
        );
        for (const code of codesOf(before)) expect(after).toContain(code);
        for (const { met } of before) expect(met.every(({ holds }) => holds)).toBe(true);
      }),
    );
  });

  it('what similar townships hold is proposed only where it can be ordered, with who holds it', () => {
    const profile = { kind: 'town', tags: [], residents: 1, staffPresent: 1 } as const;
    const similar = similarTownships(
      profile,
      ['a', 'b', 'c', 'd'].map((townshipId) => ({ townshipId, name: townshipId, profile })),
    );
    const anyHeld = fc.array(
      fc.record({ townshipId: fc.constantFrom('a', 'b', 'c', 'x'), code: fc.constantFrom(...codes), sinceAt: fc.nat(9) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyMenu, anyTaken, anyHeld, (menu, taken, held) => {
        const once = held.filter(
          (one, nth) => held.findIndex((other) => other.townshipId === one.townshipId && other.code === one.code) === nth,
        );
        for (const one of suggestSimilar(menu, taken, similar, once)) {
          expectOffered([one.candidate, ...one.companions], taken);
          expect(one.heldBy.length).toBeGreaterThanOrEqual(2);
          expect(one.heldBy).not.toContain('');
        }
      }),
    );
  });
});
