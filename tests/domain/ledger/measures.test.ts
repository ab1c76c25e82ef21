import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '#server/domain/ledger/intervals.ts';
import {
  coverForOpening,
  coverFrom,
  idleWithin,
  refuseMeasureApproval,
  rideWithPenalty,
  type HeldMeasure,
  type PenaltyHolding,
} from '#server/domain/ledger/measures.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { at, grant, now } from '#tests/domain/given.ts';

const held = (grantId: string, from: string, to: number = FOREVER, endKind: PenaltyHolding['endKind'] = null): PenaltyHolding => ({
  ...{ grantId, fromAt: at(from), toAt: to, endKind },
});
const open = held('p', '2026-01-01');
const leaving = held('p', '2026-01-01', at('2026-10-01'), 'returned');
const measure = { statutoryType: 'compulsion', penalties: ['某处罚'] } as const;

describe('a compulsory measure (行政强制法 17)', () => {
  it.each([
    ['whose penalty is held', [open], 0, undefined],
    ['whose penalty is promised', [held('p', '2026-11-01')], 0, undefined],
    ['whose penalty has a term', [held('p', '2026-01-01', at('2027-01-01'), 'expired')], 0, undefined],
    ['whose penalty is approved', [], 1, undefined],
    ['whose penalty is not held', [], 0, 'compulsion_without_penalty'],
    ['whose penalty is being returned', [leaving], 0, 'compulsion_without_penalty'],
    ['whose penalty is over', [held('p', '2026-01-01', at('2026-02-01'))], 0, 'compulsion_without_penalty'],
  ] as const)('%s', (_, penalties, approved, code) => expect(refuseMeasureApproval(measure, penalties, approved, now)?.code).toBe(code));

  it('is the only type that is asked', () => {
    expect(refuseMeasureApproval({ statutoryType: 'penalty', penalties: [] }, [], 0, now)).toBeNull();
    expect(coverForOpening({ statutoryType: 'penalty', penalties: [] }, [], now)).toEqual({ kind: 'free' });
  });

  it.each([
    ['with a penalty without term', [open], at('2026-10-01'), { kind: 'until', at: FOREVER }],
    [
      'with a penalty that has a term',
      [held('p', '2026-01-01', at('2027-01-01'))],
      at('2026-10-01'),
      { kind: 'until', at: at('2027-01-01') },
    ],
    [
      'with two penalties, one after the other',
      [held('p', '2026-01-01', at('2027-01-01')), held('q', '2026-12-01', at('2028-01-01'))],
      at('2026-10-01'),
      { kind: 'until', at: at('2028-01-01') },
    ],
    ['before the penalty', [held('p', '2026-11-01')], at('2026-10-01'), { kind: 'refused' }],
    ['with a penalty on its way out', [leaving], now, { kind: 'refused' }],
    ['without a penalty', [], now, { kind: 'refused' }],
  ] as const)('begins %s', (_, penalties, startsAt, answer) => expect(coverForOpening(measure, penalties, startsAt)).toMatchObject(answer));
});

describe('a measure rides with its penalty', () => {
  const running = grant({ grantId: 'm', powerId: 'power-m' });
  const own: HeldMeasure = { grant: running, others: [], own: { endsAt: FOREVER, endKind: null }, endsWithGrantId: null };
  const ended = (toAt: number, endKind: PenaltyHolding['endKind']) => held('p', '2026-01-01', toAt, endKind);

  it.each(['returned', 'recalled', 'swapped', 'expired'] as const)('it ends on the instant and for the reason: %s', (endKind) => {
    const last = ended(at('2026-10-01'), endKind);
    expect(rideWithPenalty(own, [last], last, now)).toEqual({
      change: { kind: 'end_set', grantId: 'm', toAt: at('2026-10-01'), endKind },
      endsWithGrantId: 'p',
    });
  });
  it('at once, when the penalty ends at once', () => {
    const last = ended(now, 'recalled');
    expect(rideWithPenalty(own, [], last, now)?.change).toEqual({ kind: 'end_set', grantId: 'm', toAt: now, endKind: 'recalled' });
  });
  it('not while another penalty supports it', () => {
    expect(rideWithPenalty(own, [leaving, held('q', '2026-02-01')], leaving, now)).toBeNull();
  });
  const riding: HeldMeasure = {
    ...own,
    grant: { ...running, toAt: at('2026-10-01') },
    endsWithGrantId: 'p',
  };
  it('goes on when the end is called off, and follows when it is put off', () => {
    expect(rideWithPenalty(riding, [open], open, now)).toEqual({
      change: { kind: 'end_cleared', grantId: 'm', toAt: FOREVER },
      endsWithGrantId: null,
    });
    const later = ended(at('2026-12-01'), 'returned');
    expect(rideWithPenalty(riding, [later], later, now)?.change).toMatchObject({ toAt: at('2026-12-01') });
    expect(rideWithPenalty(riding, [leaving], leaving, now)).toBeNull();
  });
  it('keeps an earlier end of its own, and goes back to a later one', () => {
    const returned = { endsAt: at('2026-09-15'), endKind: 'returned' } as const;
    expect(rideWithPenalty({ ...own, grant: { ...running, toAt: at('2026-09-15') }, own: returned }, [leaving], leaving, now)).toBeNull();
    const back = rideWithPenalty({ ...riding, own: { endsAt: at('2026-11-01'), endKind: 'returned' } }, [open], open, now);
    expect(back).toEqual({ change: { kind: 'end_set', grantId: 'm', toAt: at('2026-11-01'), endKind: 'returned' }, endsWithGrantId: null });
  });
  it('has nothing to follow once it is over, and is emptied before it begins', () => {
    expect(rideWithPenalty({ ...own, grant: { ...running, toAt: now } }, [], leaving, now)).toBeNull();
    const ahead = grant({ grantId: 'm', fromAt: at('2026-11-01') });
    expect(rideWithPenalty({ ...own, grant: ahead }, [leaving], leaving, now)?.change).toMatchObject({ toAt: at('2026-11-01') });
  });
});

describe('the cover of a measure', () => {
  const penalties = fc.array(
    fc.record({
      grantId: fc.uuid(),
      fromAt: fc.integer({ min: 0, max: 40 }),
      toAt: fc.integer({ min: 0, max: 60 }),
      endKind: fc.constant(null),
    }),
    { maxLength: 6 },
  );
  it('has no gap, and ends where nothing goes on', () => {
    fc.assert(
      fc.property(penalties, fc.integer({ min: 0, max: 60 }), (all, from) => {
        const cover = coverFrom(all, from);
        expect(cover === null).toBe(!all.some((one) => covers(one, from)));
        if (cover === null) return;
        for (let instant = from; instant < cover.until; instant += 1) expect(all.some((one) => covers(one, instant))).toBe(true);
        expect(all.some((one) => covers(one, cover.until))).toBe(false);
      }),
    );
  });
  it('is interrupted where the department exercises every penalty', () => {
    const suspended = { ...open, suspensions: [{ fromAt: at('2026-09-10'), toAt: at('2026-09-20') }] };
    const whole = { fromAt: now, toAt: FOREVER };
    expect(idleWithin([suspended], whole)).toEqual([{ fromAt: at('2026-09-10'), toAt: at('2026-09-20') }]);
    expect(idleWithin([suspended, { ...held('q', '2026-01-01'), suspensions: [] }], whole)).toEqual([]);
  });
});
