import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grant, grantState, suspensionAt } from '#server/domain/grants/grant.ts';
import { holder, timelineOf } from '#server/domain/ledger/ledger.ts';
import { applyChange, changeOf, emptyLedger, foldLedger, overlapsIn, proveLedger } from '#server/domain/ledger/ledger-proof.ts';
import { History, Oracle, instant, powers } from './ledger-history.ts';

import { kinds, play, step, type Kind, type Step } from './ledger-steps.ts';

/** How often each act was really done, over all histories: what never happens proves nothing. */
const happened = new Map<Kind, number>();

function tell(steps: readonly Step[], check: (history: History, oracle: Oracle) => void): void {
  const history = new History();
  const oracle = new Oracle(history);
  for (const one of steps) {
    history.today += one.wait;
    oracle.passTo(history.today);
    const done = play(history, oracle, one);
    if (done) happened.set(done, (happened.get(done) ?? 0) + 1);
    check(history, oracle);
  }
}

const histories = fc.array(step, { minLength: 15, maxLength: 40, size: 'max' });
const horizon = 120;

describe('any history of grants, returns, recalls, swaps, suspensions and lapses', () => {
  it('has one holder on every day, past and future, and it is the one that a naive tale names', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        tell(steps, (history, oracle) => {
          for (const powerId of powers) {
            const territory = history.territory(powerId);
            for (let day = 0; day < history.today + horizon; day += 1) {
              const { by, grantId, isSuspended } = holder(territory, instant(day));
              const said = by === 'township' ? grantId : isSuspended ? `!${grantId}` : '';
              if (said !== oracle.told(powerId, day))
                expect({ powerId, day, said }).toEqual({ powerId, day, said: oracle.told(powerId, day) });
            }
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('never overlaps, not even between two entries, and is told by its entries alone', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        let read = 0;
        let state = emptyLedger;
        tell(steps, ({ ledger, entries, terms }) => {
          expect(proveLedger(entries, ledger)).toEqual([]);
          for (const entry of entries.slice(read)) {
            state = applyChange(state, changeOf(entry));
            expect(overlapsIn(state)).toEqual([]);
          }
          read = entries.length;
          expect(state).toEqual(ledger);
          const told = [...terms].filter(([, { endKind }]) => endKind !== null).map(([grantId, { endKind }]) => [grantId, endKind]);
          expect([...ledger.endKinds].sort()).toEqual(told.sort());
        });
      }),
      { numRuns: 100 },
    );
  });

  it('has a timeline without gap, whose segments say what holder says, and states that agree with it', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: -20, max: 200 }), fc.integer({ min: 1, max: 200 }), (steps, start, length) => {
        const within = { fromAt: instant(start), toAt: instant(start + length) };
        tell(steps, (history) => {
          for (const powerId of powers) {
            const territory = history.territory(powerId);
            const segments = timelineOf(territory, within);
            expect(segments[0]?.fromAt).toBe(within.fromAt);
            expect(segments.at(-1)?.toAt).toBe(within.toAt);
            for (const [index, segment] of segments.entries()) {
              expect(segment.fromAt).toBeLessThan(segment.toAt);
              if (index > 0) expect(segments[index - 1]?.toAt).toBe(segment.fromAt);
              const middle = segment.fromAt + Math.floor((segment.toAt - segment.fromAt) / 2);
              for (const at of [segment.fromAt, middle, segment.toAt - 1]) expect(holder(territory, at)).toEqual(segment.holder);
              agree(
                territory.holdings.map((one) => history.fileOf(one).grant),
                segment.fromAt,
                segment.holder,
              );
            }
          }
        });
      }),
      { numRuns: 60 },
    );
  });

  it('projected step by step holds the same lapses to come as projected at once', () => {
    fc.assert(
      fc.property(histories, (steps) => {
        tell(steps, (history) => {
          const before = [...history.ledger.suspensions.values()];
          history.project();
          expect([...history.ledger.suspensions.values()]).toEqual(before);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('was told of every act, many times', () => {
    expect(kinds.filter((kind) => (happened.get(kind) ?? 0) < 20)).toEqual([]);
  });

  it('faults of a forged ledger are found', () => {
    const history = new History();
    history.open('power-a', 0, 50);
    history.today = 10;
    history.posts = [];
    history.project();
    const { entries, ledger } = history;
    expect(foldLedger(entries).faults).toEqual([]);
    const [first, second] = entries;
    if (!first || !second) throw new Error('two entries expected');
    const faultsOf = (...forged: typeof entries): string[] => foldLedger(forged).faults.map((fault) => fault.kind);
    expect(faultsOf(first, { ...second, sequence: 3 })).toEqual(['sequence_gap']);
    expect(faultsOf({ ...second, sequence: 1 })).toEqual(['unknown_holding']);
    expect(faultsOf(first, { ...first, sequence: 2 })).toEqual(['opened_twice']);
    expect(faultsOf({ ...first, untilAt: instant(-1) })).toEqual(['reversed']);
    expect(faultsOf(first, { ...first, sequence: 2, grantId: 'twin' })).toEqual(['holdings_overlap']);
    expect(faultsOf(first, { ...second, effectiveAt: instant(5) })).toEqual(['past_changed']);
    expect(faultsOf(first, second, { ...second, sequence: 3, suspensionId: 'twin' })).toEqual(['suspensions_overlap']);
    expect(faultsOf(first, { ...second, kind: 'end_set', effectiveAt: instant(5), detail: { endKind: 'recalled' } })).toEqual([
      'past_changed',
    ]);
    expect(faultsOf(first, { ...second, kind: 'suspension_end_set' })).toEqual(['unknown_suspension']);
    const proof = (change: Partial<typeof ledger>): string[] => proveLedger(entries, { ...ledger, ...change }).map((fault) => fault.kind);
    expect(proof({})).toEqual([]);
    expect(proof({ holdings: new Map() })).toEqual(['missing_row']);
    expect(proof({ endKinds: new Map([[first.grantId, 'recalled']]) })).toEqual(['end_kind_differs']);
    const [holding] = ledger.holdings.values();
    if (!holding) throw new Error('a holding expected');
    expect(proof({ holdings: new Map([[holding.grantId, { ...holding, toAt: instant(60) }]]) })).toEqual(['row_differs']);
    expect(proof({ holdings: new Map([...ledger.holdings, ['x', { ...holding, grantId: 'x', powerId: 'power-b' }]]) })).toEqual([
      'unexplained_row',
    ]);
  });
});

function agree(grants: readonly Grant[], at: number, { by, grantId, isSuspended }: ReturnType<typeof holder>): void {
  const states = grants.map((grant) => ({ grantId: grant.grantId, state: grantState(grant, at), stop: suspensionAt(grant, at) }));
  const using = states.filter(({ state }) => state === 'trial' || state === 'active');
  expect(using.map((one) => one.grantId)).toEqual(by === 'township' ? [grantId] : []);
  expect(states.filter(({ state }) => state === 'suspended').map((one) => one.grantId)).toEqual(isSuspended ? [grantId] : []);
}
