import { describe, expect, it } from 'vitest';
import { emptyHandOver, openFieldsOf } from '#server/domain/requests/hand-over.ts';
import {
  attest,
  choosePreparing,
  extendPreparation,
  grantRequest,
  signForSide,
  startOf,
  startPreparation,
  termEndOf,
  isAtLeast,
  termsAfter,
  waive,
  writeHandOver,
} from '#server/domain/requests/preparation.ts';
import { type PreparationFacts, evaluateReadiness } from '#server/domain/requests/readiness.ts';
import { settle } from '#server/domain/requests/review.ts';
import type { Prerequisite } from '#server/domain/menu/terms.ts';
import { FOREVER, endOfDay } from '#server/domain/time/time.ts';
import {
  at,
  calendar,
  circumstances,
  codeOf,
  decider,
  lead,
  list,
  must,
  now,
  person,
  ready,
  request,
  reviewer,
  township,
  unsigned,
} from '#tests/domain/given.ts';

const officers: Prerequisite = { key: 'officers', kind: 'certified_officers', certificateKind: 'law', count: 2 };
const hall: Prerequisite = { key: 'hall', kind: 'attestation', subject: 'premises', text: 'a hall' };
const since = { fromAt: at('2026-01-01'), toAt: FOREVER };
const officer = (officerId: string, certificateEndsAt = FOREVER) => ({
  officerId,
  inPost: [since],
  certificates: [{ certificateKind: 'law', fromAt: at('2026-01-01'), toAt: certificateEndsAt }],
});
const facts: PreparationFacts = {
  prerequisites: [officers, hall],
  township: { officers: [officer('o1')], attestations: [] },
  commitments: [{ key: 'posts', state: 'delivered' }],
  waivers: [],
};

describe('readiness', () => {
  it('names what is open, in numbers', () => {
    const readiness = evaluateReadiness(facts, now);
    expect(readiness).toMatchObject({ openPrerequisites: 2, openCommitments: 1, isReady: false });
    expect(readiness.prerequisites[0]).toMatchObject({ key: 'officers', have: 1, need: 2, officerIds: ['o1'], isOpen: true });
    expect(readiness.commitments[0]).toMatchObject({ key: 'posts', state: 'delivered', isOpen: true });
  });

  it('comes with the last officer, the attestation and the confirmation, and goes with a certificate', () => {
    const whole: PreparationFacts = {
      ...facts,
      township: { officers: [officer('o1'), officer('o2', at('2026-10-01'))], attestations: [{ key: 'hall', ...since }] },
      commitments: [{ key: 'posts', state: 'confirmed' }],
    };
    expect(evaluateReadiness(whole, now).isReady).toBe(true);
    expect(evaluateReadiness(whole, at('2026-10-01')).isReady).toBe(false);
  });

  it('counts a waiver until its end', () => {
    const untilAt = endOfDay('2026-09-30');
    const waivers = (['officers', 'hall'] as const).map((key) => ({ subject: 'prerequisite', key, untilAt }) as const);
    const waived = { ...facts, waivers: [...waivers, { subject: 'commitment', key: 'posts', untilAt } as const] };
    expect(evaluateReadiness(waived, untilAt - 1)).toMatchObject({ isReady: true });
    expect(evaluateReadiness(waived, untilAt)).toMatchObject({ openPrerequisites: 2, openCommitments: 1 });
    expect(evaluateReadiness({ ...facts, waivers }, now).openCommitments).toBe(1);
  });
});

describe('slots and deadlines', () => {
  it('the longest waiting comes first, at most K at a time', () => {
    const waiting = [
      { id: '0', approvedAt: 3 },
      { id: 'b', approvedAt: 1 },
      { id: 'a', approvedAt: 1 },
    ];
    expect(choosePreparing(waiting, 1, 3).map((one) => one.id)).toEqual(['a', 'b']);
    expect(choosePreparing(waiting, 3, 3)).toEqual([]);
    expect(choosePreparing(waiting, 5, 3)).toEqual([]);
  });

  const term = { count: 10, unit: 'working_days' } as const;

  it('only an approved request starts', () => {
    const started = must(startPreparation(request('approved'), term, { now, calendar })).request;
    expect(started).toMatchObject({ state: 'preparing', dueAt: endOfDay('2026-09-16') });
    expect(codeOf(startPreparation(started, term, { now, calendar }))).toBe('wrong_state');
  });

  it('past its deadline it has lapsed, at the deadline, unless it is ready', () => {
    const file = request('preparing', null, { dueAt: at('2026-09-10') });
    const open = { ...circumstances, now: at('2026-10-01'), readiness: { ...ready, openCommitments: 1, isReady: false } };
    expect(settle(file, { ...open, now: at('2026-09-10') - 1 }).events).toEqual([]);
    expect(settle(file, open)).toMatchObject({
      request: { state: 'lapsed', dueAt: null },
      events: [{ kind: 'lapsed', at: at('2026-09-10') }],
    });
    expect(settle(file, { ...open, readiness: ready }).request).toBe(file);
    expect(codeOf(extendPreparation(file, decider, { text: 'late', term }, open))).toBe('wrong_state');
  });

  it('is extended once, from the old deadline', () => {
    const file = request('preparing', null, { dueAt: endOfDay('2026-09-16') });
    const extended = must(extendPreparation(file, decider, { text: 'courses are full', term }, circumstances)).request;
    expect(extended).toMatchObject({ dueAt: endOfDay('2026-09-30'), isExtensionUsed: true });
    expect(codeOf(extendPreparation(extended, decider, { text: 'again', term }, circumstances))).toBe('extension_used');
    expect(codeOf(extendPreparation(file, decider, { text: '', term }, circumstances))).toBe('reason_required');
  });
});

describe('waivers and attestations', () => {
  const file = request('preparing');
  const command = { subject: 'prerequisite', key: 'officers', reason: 'course in October', untilOn: '2026-10-31' } as const;

  it('a waiver needs a reason, an end day to come, and something to waive', () => {
    expect(must(waive(file, decider, command, facts, circumstances)).waiver).toEqual({
      subject: 'prerequisite',
      key: 'officers',
      untilAt: endOfDay('2026-10-31'),
    });
    expect(must(waive(file, decider, { ...command, subject: 'commitment', key: 'posts' }, facts, circumstances)).waiver.subject).toBe(
      'commitment',
    );
    expect(codeOf(waive(file, decider, { ...command, reason: '' }, facts, circumstances))).toBe('reason_required');
    expect(codeOf(waive(file, decider, { ...command, untilOn: '2026-09-01' }, facts, circumstances))).toBe('date_invalid');
    expect(codeOf(waive(file, decider, { ...command, key: 'posts' }, facts, circumstances))).toBe('unknown_prerequisite');
    const waivers = [{ subject: 'prerequisite', key: 'officers', untilAt: FOREVER }] as const;
    expect(codeOf(waive(file, decider, command, { ...facts, waivers }, circumstances))).toBe('waiver_exists');
    expect(codeOf(waive(file, lead, command, facts, circumstances))).toBe('forbidden');
  });

  it('only what is attested at all can be attested', () => {
    expect(must(attest(file, lead, { key: 'hall', text: 'ready' }, facts.prerequisites, circumstances)).events[0]?.kind).toBe('attested');
    expect(codeOf(attest(file, lead, { key: 'officers', text: 'x' }, facts.prerequisites, circumstances))).toBe('unknown_prerequisite');
    expect(codeOf(attest(file, lead, { key: 'hall', text: '' }, facts.prerequisites, circumstances))).toBe('reason_required');
  });
});

describe('hand-over', () => {
  const file = request('preparing');

  it('"none" must be said', () => {
    expect(openFieldsOf(null)).toEqual(['/pendingCases', '/seals', '/files', '/accounts', '/contact']);
    expect(openFieldsOf({ ...list, seals: ' ', pendingCases: [{ description: '', owner: 'township' }] })).toEqual([
      '/pendingCases/0/description',
      '/seals',
    ]);
    expect(openFieldsOf(list)).toEqual([]);
  });

  it('two signatures complete it, and any edit voids them', () => {
    const first = must(signForSide(file, lead, circumstances));
    expect(first).toMatchObject({ isComplete: false, handOver: { signedBy: { township: ['lead'], department: null } } });
    const second = must(signForSide(file, reviewer, { ...circumstances, handOver: first.handOver }));
    expect(second.isComplete).toBe(true);
    expect(must(writeHandOver(file, reviewer, list, { ...circumstances, handOver: first.handOver })).handOver).toEqual(unsigned);
  });

  it('is not signed incomplete, nor by one person for both sides', () => {
    expect(codeOf(signForSide(file, lead, { ...circumstances, handOver: emptyHandOver }))).toBe('hand_over_incomplete');
    expect(codeOf(signForSide(file, lead, { ...circumstances, handOver: null }))).toBe('hand_over_incomplete');
    const signed = { ...unsigned, signedBy: { department: null, township: ['x', 'reviewer'] } };
    expect(codeOf(signForSide(file, reviewer, { ...circumstances, handOver: signed }))).toBe('interested_party');
    expect(codeOf(signForSide(file, person('clerk', 'clerk', township), circumstances))).toBe('forbidden');
  });

  it('the grant needs readiness and both signatures', () => {
    const signed = { ...unsigned, signedBy: { department: ['reviewer'], township: ['lead'] } };
    expect(must(grantRequest(file, { ...circumstances, handOver: signed })).request).toMatchObject({ state: 'granted', dueAt: null });
    expect(codeOf(grantRequest(file, circumstances))).toBe('hand_over_incomplete');
    expect(codeOf(grantRequest(file, { ...circumstances, handOver: signed, readiness: null }))).toBe('prerequisites_open');
    expect(
      codeOf(grantRequest(file, { ...circumstances, handOver: signed, readiness: { ...ready, openCommitments: 1, isReady: false } })),
    ).toBe('commitments_open');
    expect(codeOf(grantRequest(request('approved'), { ...circumstances, handOver: signed }))).toBe('wrong_state');
  });
});

describe('start, terms and end of a grant', () => {
  it.each([
    [{ kind: 'on_signing' }, null, now],
    [{ kind: 'on_signing' }, '2026-09-10', at('2026-09-10')],
    [{ kind: 'on_signing' }, '2026-09-01', now],
    [{ kind: 'on_day', on: '2026-10-01' }, null, at('2026-10-01')],
    [{ kind: 'on_day', on: '2026-08-01' }, null, now],
    [{ kind: 'on_day', on: '2026-10-01' }, '2026-10-08', at('2026-10-08')],
    [{ kind: 'days_after_issue', days: 30 }, null, at('2026-10-02')],
    [{ kind: 'days_after_issue', days: 0 }, null, now],
  ] as const)('%j not before %s', (rule, notBeforeOn, startsAt) => {
    expect(startOf(rule, notBeforeOn, now)).toBe(startsAt);
  });

  it('conditions add prerequisites and shorten the term', () => {
    const item = { prerequisites: [officers, hall], termMonths: 24 };
    const more: Prerequisite = { ...officers, count: 3 };
    const conditions = { extraPrerequisites: [more], termMonths: 12, notBeforeOn: null, text: '' };
    expect(termsAfter(item, conditions)).toEqual({ prerequisites: [hall, more], termMonths: 12 });
    expect(termsAfter(item, { ...conditions, termMonths: 36 }).termMonths).toBe(24);
    expect(termsAfter({ ...item, termMonths: null }, { ...conditions, termMonths: null }).termMonths).toBeNull();
    expect(termsAfter(item, null)).toEqual(item);
  });

  it.each([
    ['fewer people', { ...officers, count: 1 }],
    ['people without the certificate', { key: officers.key, kind: 'staffing', count: 9 }],
    ['words instead of people', { key: officers.key, kind: 'attestation', subject: 'premises', text: '有窗口' }],
  ] as const)('a condition never takes the place of what the item asks for: %s', (_name, extra) => {
    const item = { prerequisites: [officers, hall], termMonths: null };
    expect(isAtLeast(extra, officers)).toBe(false);
    const conditions = { extraPrerequisites: [extra], termMonths: null, notBeforeOn: null, text: '' };
    expect(termsAfter(item, conditions).prerequisites).toEqual([officers, hall]);
  });

  it('a term ends with its months, or never', () => {
    expect(termEndOf(at('2026-08-31', 15), 6)).toBe(at('2027-02-28'));
    expect(termEndOf(now, null)).toBe(FOREVER);
  });
});
