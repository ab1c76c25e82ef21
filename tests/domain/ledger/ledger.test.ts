import { describe, expect, it } from 'vitest';
import { consequencesOf } from '#server/domain/law/carriers.ts';
import { type HeldPower, type Territory, clearEnd, holder, planEnd, planHolding, timelineOf } from '#server/domain/ledger/ledger.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { type Carrier, carriers } from '#server/domain/values/words.ts';
import { at, codeOf, department, must, now, township } from '#tests/domain/given.ts';

const held = (facts: Partial<HeldPower> = {}): HeldPower => ({
  ...{ grantId: 'grant-1', powerId: 'power-1', townshipId: township, fromAt: at('2026-06-01'), toAt: FOREVER },
  ...{ carrier: 'transfer', documentNumber: '青禾赋权〔2026〕12号' },
  ...facts,
});
const territory = (...holdings: readonly HeldPower[]): Territory => ({
  powerId: 'power-1',
  townshipId: township,
  departmentId: department,
  holdings,
  suspensions: [],
});

describe('who answers', () => {
  it.each<[Carrier, string, string, string, string]>([
    ['transfer', township, township, township, 'acceptance'],
    ['entrustment', department, township, department, 'entrustment_letter'],
    ['substantive_review', department, department, department, 'agreement'],
    ['service_window', department, department, department, 'agreement'],
  ])('%s: in the name of %s, decided by %s, sued is %s, on %s', (carrier, inWhoseName, decides, respondent, paper) => {
    const one = holder(territory(held({ carrier })), now);
    expect(one).toMatchObject({
      by: 'township',
      organisationId: township,
      inWhoseName,
      decides,
      respondent,
      paper,
      grantId: 'grant-1',
      carrier,
    });
  });

  it('every carrier rests on a paper', () => {
    expect(carriers.filter((carrier) => consequencesOf(carrier).paper.length === 0)).toEqual([]);
  });

  it('outside of a holding, and while it is suspended, the department answers for everything', () => {
    const everything = {
      by: 'department',
      organisationId: department,
      inWhoseName: department,
      decides: department,
      respondent: department,
      paper: null,
    };
    expect(holder(territory(), now)).toEqual({ ...everything, grantId: null, isSuspended: false, carrier: null, documentNumber: null });
    const suspensions = [{ id: 's', grantId: 'grant-1', kind: 'lapse', fromAt: at('2026-09-01'), toAt: at('2026-10-01') }] as const;
    const stopped = { ...territory(held()), suspensions };
    expect(holder(stopped, now)).toMatchObject({
      ...everything,
      grantId: 'grant-1',
      isSuspended: true,
      documentNumber: held().documentNumber,
    });
    expect(holder(stopped, at('2026-10-01')).by).toBe('township');
  });

  it('the timeline joins what does not change and closes every gap', () => {
    const two = territory(held({ toAt: at('2026-08-01') }), held({ grantId: 'grant-2', fromAt: at('2026-08-01') }));
    const segments = timelineOf(two, { fromAt: at('2026-05-01'), toAt: at('2026-12-01') });
    expect(segments.map((one) => [one.fromAt, one.holder.grantId])).toEqual([
      [at('2026-05-01'), null],
      [at('2026-06-01'), 'grant-1'],
      [at('2026-08-01'), 'grant-2'],
    ]);
    expect(timelineOf(territory())).toHaveLength(1);
  });
});

describe('planning a holding', () => {
  it('is refused an instant that another holding of the same power and township has', () => {
    const rival = held({ grantId: 'grant-2', fromAt: at('2026-12-01') });
    expect(codeOf(planHolding([rival], held()))).toBe('holding_overlap');
    expect(must(planHolding([rival], held({ toAt: at('2026-12-01') }))).kind).toBe('holding_opened');
    expect(
      must(planHolding([held({ grantId: 'x', powerId: 'power-2' }), held({ grantId: 'y', townshipId: 'township-2' })], held())).kind,
    ).toBe('holding_opened');
    expect(codeOf(planHolding([], held({ toAt: at('2026-06-01') })))).toBe('date_invalid');
  });

  it('an emptied rival is none', () => {
    expect(must(planHolding([held({ grantId: 'z', fromAt: at('2026-07-01'), toAt: at('2026-07-01') })], held())).kind).toBe(
      'holding_opened',
    );
  });
});

describe('planning an end', () => {
  const termed = (facts: Partial<HeldPower> = {}, termEndsAt = FOREVER) => ({ ...held(facts), termEndsAt });
  const end = (endAt: number, holding = termed()) => planEnd([], holding, endAt, 'returned', now);

  it('never touches what is past', () => {
    expect(codeOf(end(now - 1))).toBe('date_invalid');
    expect(codeOf(end(now, termed({ toAt: now })))).toBe('grant_ended');
    expect(must(end(now))).toEqual({ kind: 'end_set', grantId: 'grant-1', toAt: now, endKind: 'returned' });
  });

  it('never goes beyond the agreed term', () => {
    const term = at('2026-12-01');
    expect(codeOf(end(term + 1, termed({ toAt: term }, term)))).toBe('date_invalid');
    expect(must(end(term, termed({ toAt: at('2026-10-01') }, term)))).toMatchObject({ toAt: term });
  });

  it('before the start empties the holding, once', () => {
    const future = { fromAt: at('2026-11-01') };
    expect(must(end(now, termed(future)))).toMatchObject({ toAt: at('2026-11-01') });
    expect(codeOf(end(now, termed({ ...future, toAt: at('2026-11-01') })))).toBe('grant_ended');
  });

  it('is cleared back to the term while it has not come, unless the time is promised', () => {
    const ending = termed({ toAt: at('2026-10-01') });
    expect(must(clearEnd([], ending, now))).toEqual({ kind: 'end_cleared', grantId: 'grant-1', toAt: FOREVER });
    expect(codeOf(clearEnd([], ending, at('2026-10-01')))).toBe('grant_ended');
    expect(codeOf(clearEnd([held({ grantId: 'grant-2', fromAt: at('2026-11-01') })], ending, now))).toBe('holding_overlap');
    expect(codeOf(planEnd([held({ grantId: 'grant-2', fromAt: at('2026-11-01') })], ending, at('2026-12-01'), 'returned', now))).toBe(
      'holding_overlap',
    );
  });
});
