import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MILLISECONDS_PER_DAY, dayOf, startOfDay } from '#server/domain/time/time.ts';
import {
  certificatePeriod,
  certificateStanding,
  courseCertificate,
  guardEnrolment,
  guardEnrolmentCancelling,
  guardResults,
  hasLeft,
  inPost,
  overlapsCertificate,
  type SessionFacts,
} from '#server/domain/people/training.ts';

const now = startOfDay('2026-03-02') + 3_600_000;
const session = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  state: 'open',
  startsOn: '2026-03-01',
  capacity: 2,
  attendees: [
    { officerId: 'li', result: null },
    { officerId: 'wang', result: 'failed' },
  ],
  ...changes,
});
const roster = new Map([
  ['li', { leftOn: null }],
  ['zhao', { leftOn: null }],
  ['qian', { leftOn: '2026-03-02' }],
  ['sun', { leftOn: '2026-03-03' }],
]);

describe('a certificate', () => {
  test('has one standing at every instant, and counts exactly while current or expiring', () => {
    const whole = fc.integer({ min: 0, max: 4000 });
    fc.assert(
      fc.property(whole, fc.integer({ min: 1, max: 4000 }), fc.option(whole), whole, (from, length, revoked, at) => {
        const day = (count: number): number => count * MILLISECONDS_PER_DAY;
        const certificate = { fromAt: day(from), toAt: day(from + length), revokedAt: revoked === null ? null : day(revoked) };
        const { fromAt, toAt } = certificatePeriod(certificate);
        const counts = ['current', 'expiring'].includes(certificateStanding(certificate, day(at)));
        expect(counts).toBe(fromAt <= day(at) && day(at) < toAt);
      }),
    );
  });

  test('revoked before it began never counted', () => {
    expect(certificatePeriod({ fromAt: 10, toAt: 20, revokedAt: 5 })).toEqual({ fromAt: 10, toAt: 10 });
  });

  test('may follow another of its kind on the next instant, and may stand in place of a revoked one', () => {
    const held = { fromAt: 10, toAt: 20, revokedAt: null };
    expect(overlapsCertificate([held], { fromAt: 20, toAt: 30 })).toBe(false);
    expect(overlapsCertificate([held], { fromAt: 19, toAt: 30 })).toBe(true);
    expect(overlapsCertificate([{ ...held, revokedAt: 12 }], { fromAt: 12, toAt: 30 })).toBe(false);
  });

  test('of a course counts whole months from the day it was held', () => {
    expect(courseCertificate('2026-01-31', 1)).toEqual({ fromAt: startOfDay('2026-01-31'), toAt: startOfDay('2026-02-28') });
  });
});

test('who leaves on a day is gone from its first instant', () => {
  expect(inPost({ joinedOn: '2026-01-01', leftOn: '2026-03-02' }, 9)).toEqual({
    fromAt: startOfDay('2026-01-01'),
    toAt: startOfDay('2026-03-02'),
  });
  expect(inPost({ joinedOn: '2026-01-01', leftOn: null }, 9)).toMatchObject({ toAt: 9 });
  expect([hasLeft({ leftOn: dayOf(now) }, now), hasLeft({ leftOn: '2026-03-03' }, now), hasLeft({ leftOn: null }, now)]).toEqual([
    true,
    false,
    false,
  ]);
});

describe('enrolling', () => {
  test.each([
    ['a closed session', session({ state: 'held' }), ['zhao'], 'session_closed'],
    ['a stranger', session(), ['nobody'], 'officer_unknown'],
    ['who has left', session(), ['qian'], 'officer_left'],
    ['somebody twice', session(), ['li'], 'already_enrolled'],
    ['more than fit', session({ attendees: [{ officerId: 'li', result: null }] }), ['zhao', 'sun'], 'session_full'],
  ] as const)('refuses %s', (_name, facts, ids, code) => {
    expect(guardEnrolment(facts, ids, roster, now)?.code).toBe(code);
  });
  test('takes who fits, even somebody who leaves tomorrow', () => {
    expect(guardEnrolment(session({ attendees: [] }), ['zhao', 'sun'], roster, now)).toBeNull();
  });
  test('is undone only while nothing was recorded', () => {
    expect(guardEnrolmentCancelling(session(), 'li')).toBeNull();
    expect(guardEnrolmentCancelling(session(), 'zhao')?.code).toBe('not_enrolled');
    expect(guardEnrolmentCancelling(session(), 'wang')?.code).toBe('result_recorded');
    expect(guardEnrolmentCancelling(session({ state: 'cancelled' }), 'li')?.code).toBe('session_closed');
  });
});

describe('results', () => {
  test.each([
    ['of a cancelled session', session({ state: 'cancelled' }), '2026-03-01', ['li'], 'session_closed'],
    [
      'of a session that is complete',
      session({ state: 'held', attendees: [{ officerId: 'li', result: 'passed' }] }),
      '2026-03-01',
      ['li'],
      'session_closed',
    ],
    ['of tomorrow', session(), '2026-03-03', ['li'], 'date_invalid'],
    ['of a day before it began', session(), '2026-02-28', ['li'], 'date_invalid'],
    ['of a stranger', session(), '2026-03-01', ['zhao'], 'not_enrolled'],
    ['over others', session(), '2026-03-01', ['wang'], 'result_recorded'],
    ['twice at once', session(), '2026-03-01', ['li', 'li'], 'result_recorded'],
  ] as const)('are refused %s', (_name, facts, heldOn, ids, code) => {
    expect(guardResults(facts, heldOn, ids, now)?.code).toBe(code);
  });
  test('of the rest may follow', () => {
    expect(guardResults(session({ state: 'held' }), '2026-03-02', ['li'], now)).toBeNull();
  });
});
