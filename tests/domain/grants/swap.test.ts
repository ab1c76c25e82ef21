import { describe, expect, it } from 'vitest';
import { planSwap, undoSwap } from '#server/domain/grants/swap.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import { at, codeOf, grant, grantFile, must, now, recallCase, returnCase, township } from '#tests/domain/given.ts';

const opening = { grantId: 'grant-2', powerId: 'power-2', townshipId: township, fromAt: at('2026-10-01'), toAt: FOREVER };
const plan = (change: Partial<typeof opening> = {}, replaced = grantFile(), others: Parameters<typeof planSwap>[0]['others'] = []) =>
  planSwap({ replaced, opening: { ...opening, ...change }, others }, now);

describe('a swap', () => {
  it('ends the old and starts the new at the same instant', () => {
    expect(must(plan()).changes).toEqual([
      { kind: 'end_set', grantId: 'grant-1', toAt: at('2026-10-01'), endKind: 'swapped' },
      { kind: 'holding_opened', ...opening },
    ]);
    expect(
      must(plan({ fromAt: now })).changes.map((change) => ('fromAt' in change ? change.fromAt : change.kind === 'end_set' && change.toAt)),
    ).toEqual([now, now]);
  });

  it.each([
    ['an ended grant', plan({}, grantFile({ toAt: now })), 'replaced_grant_unavailable'],
    ['a grant to come', plan({}, grantFile({ fromAt: at('2026-09-03') })), 'replaced_grant_unavailable'],
    [
      'a grant that ends before',
      plan({}, grantFile({ toAt: at('2026-09-20'), termEndsAt: at('2026-09-20') })),
      'replaced_grant_unavailable',
    ],
    ['a grant of another township', plan({ townshipId: 'township-2' }), 'replaced_grant_unavailable'],
    ['a grant under return', plan({}, grantFile({}, { openReturn: returnCase() })), 'replaced_grant_unavailable'],
    ['a grant under recall', plan({}, grantFile({}, { openRecall: recallCase() })), 'replaced_grant_unavailable'],
    ['a grant swapped already', plan({}, grantFile({ toAt: at('2026-11-01'), endKind: 'swapped' })), 'replaced_grant_unavailable'],
    ['a grant that cannot be given up', plan({}, grantFile({ isReturnable: false })), 'not_returnable'],
    ['the same power', plan({ powerId: 'power-1' }), 'swap_same_power'],
    ['a start in the past', plan({ fromAt: now - 1 }), 'start_date_past'],
    ['a new power held already', plan({}, grantFile(), [grant({ grantId: 'grant-3', powerId: 'power-2' })]), 'holding_overlap'],
    ['an empty new holding', plan({ toAt: at('2026-10-01') }), 'date_invalid'],
  ] as const)('does nothing for %s', (_name, outcome, code) => {
    expect(codeOf(outcome)).toBe(code);
  });

  it('of a suspended grant is possible', () => {
    const stopped = { id: 's', grantId: 'grant-1', kind: 'decision', fromAt: at('2026-09-01'), toAt: FOREVER } as const;
    expect(must(plan({}, grantFile({ suspensions: [stopped] }))).changes).toHaveLength(2);
  });
});

describe('a swap whose new grant is taken back before it begins', () => {
  const planned = grantFile({ toAt: opening.fromAt, endKind: 'swapped' });

  it('leaves the old grant as it was agreed', () => {
    expect(undoSwap(planned, opening, now)).toEqual({ kind: 'end_cleared', grantId: 'grant-1', toAt: FOREVER });
    const termed = grantFile({ toAt: opening.fromAt, endKind: 'swapped', termEndsAt: at('2027-06-01') });
    expect(undoSwap(termed, opening, now)).toMatchObject({ toAt: at('2027-06-01') });
  });

  it.each([
    ['it has begun', planned, opening.fromAt],
    ['the old one is returned', grantFile({ toAt: opening.fromAt, endKind: 'returned' }), now],
    ['the old one ends on another day', grantFile({ toAt: at('2026-11-01'), endKind: 'swapped' }), now],
    [
      'its time is promised meanwhile',
      { ...planned, others: [grant({ grantId: 'grant-3', fromAt: at('2026-12-01'), toAt: at('2027-01-01') })] },
      now,
    ],
  ] as const)('does nothing where %s', (_name, replaced, when) => {
    expect(undoSwap(replaced, opening, when)).toBeNull();
  });
});
