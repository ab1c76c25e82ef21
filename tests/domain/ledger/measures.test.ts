import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers } from '#server/domain/ledger/intervals.ts';
import {
  coverForOpening,
  coverFrom,
  followPenalties,
  idleWithin,
  refuseMeasureApproval,
  restsOf,
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

describe('a measure follows its penalties', () => {
  const running = grant({ grantId: 'm', powerId: 'power-m' });
  const own: HeldMeasure = {
    ...{ grant: running, others: [], own: { endsAt: FOREVER, endKind: null }, endsWithGrantId: null },
    ...{ recordedAt: running.fromAt, isExisting: false, isExchanged: false },
  };
  const ended = (toAt: number, endKind: PenaltyHolding['endKind']) => held('p', '2026-01-01', toAt, endKind);
  const endOf = (...[measure, penalties]: [HeldMeasure, readonly PenaltyHolding[]]) => followPenalties(measure, penalties, now);

  it.each(['returned', 'recalled', 'swapped', 'expired'] as const)('it ends on the instant and for the reason: %s', (endKind) => {
    expect(endOf(own, [ended(at('2026-10-01'), endKind)])).toEqual({
      change: { kind: 'end_set', grantId: 'm', toAt: at('2026-10-01'), endKind },
      ...{ endsAt: at('2026-10-01'), endsWithGrantId: 'p' },
    });
  });
  it('at once, when the penalty ends at once', () => {
    expect(endOf(own, [ended(now, 'recalled')])?.change).toEqual({ kind: 'end_set', grantId: 'm', toAt: now, endKind: 'recalled' });
  });
  it('not while another penalty supports it', () => {
    expect(endOf(own, [leaving, held('q', '2026-02-01')])).toBeNull();
  });
  const following: HeldMeasure = { ...own, grant: { ...running, toAt: at('2026-10-01') }, endsWithGrantId: 'p' };
  it('goes on when the end is called off, and follows when it is put off', () => {
    expect(endOf(following, [open])).toEqual({
      change: { kind: 'end_cleared', grantId: 'm', toAt: FOREVER },
      ...{ endsAt: FOREVER, endsWithGrantId: null },
    });
    expect(endOf(following, [ended(at('2026-12-01'), 'returned')])?.change).toMatchObject({ toAt: at('2026-12-01') });
    expect(endOf(following, [leaving])).toBeNull();
  });
  it('keeps an earlier end of its own, and goes back to a later one', () => {
    const returned = { endsAt: at('2026-09-15'), endKind: 'returned' } as const;
    expect(endOf({ ...own, grant: { ...running, toAt: at('2026-09-15') }, own: returned }, [leaving])).toBeNull();
    const back = endOf({ ...following, own: { endsAt: at('2026-11-01'), endKind: 'returned' } }, [open]);
    expect(back?.change).toEqual({ kind: 'end_set', grantId: 'm', toAt: at('2026-11-01'), endKind: 'returned' });
    expect(back?.endsWithGrantId).toBeNull();
  });
  it('stays given up where its time was promised to somebody meanwhile', () => {
    const rival = { grantId: 'n', powerId: 'power-m', townshipId: running.townshipId, fromAt: at('2027-01-01'), toAt: FOREVER };
    expect(endOf({ ...following, others: [rival] }, [open])).toBeNull();
  });
  it('has nothing to follow once it is over', () => {
    expect(endOf({ ...own, grant: { ...running, toAt: now } }, [leaving])).toBeNull();
  });
  it('is emptied before it begins, and comes back with its penalty, unless it was to come in exchange', () => {
    const ahead = { ...own, grant: grant({ grantId: 'm', fromAt: at('2026-11-01') }) };
    expect(endOf(ahead, [leaving])?.change).toMatchObject({ toAt: at('2026-11-01') });
    const emptied = { ...ahead, grant: { ...ahead.grant, toAt: at('2026-11-01') }, endsWithGrantId: 'p' };
    expect(endOf(emptied, [leaving])).toBeNull();
    expect(endOf(emptied, [open])?.change).toMatchObject({ kind: 'end_cleared', toAt: FOREVER });
    expect(endOf({ ...emptied, isExchanged: true }, [open])).toBeNull();
    expect(endOf({ ...emptied, endsWithGrantId: null, own: { endsAt: at('2026-11-01'), endKind: 'recalled' } }, [open])).toBeNull();
  });
  it('is left alone where the ledger knows of no penalty, and until it does', () => {
    expect(endOf(own, [])).toBeNull();
    expect(endOf({ ...own, isExisting: true }, [held('old', '2018-01-01', at('2020-01-01'))])).toBeNull();
    const coming = held('p', '2026-11-01', at('2026-12-01'), 'recalled');
    expect(endOf({ ...own, isExisting: true }, [coming])?.change).toMatchObject({ toAt: at('2026-12-01') });
    expect(restsOf(own, [{ ...coming, suspensions: [] }], now)).toEqual([{ fromAt: at('2026-12-01'), toAt: FOREVER }]);
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
