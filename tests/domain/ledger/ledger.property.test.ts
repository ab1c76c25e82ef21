import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grant, type GrantFile, grantState, suspensionAt } from '#server/domain/grants/grant.ts';
import { holder, timelineOf } from '#server/domain/ledger/ledger.ts';
import { applyChange, changeOf, emptyLedger, foldLedger, overlapsIn, proveLedger } from '#server/domain/ledger/ledger-proof.ts';
import { decideRecall, openRecall, stateInHearing, type RecallDecision, type RecallSettled } from '#server/domain/grants/recall.ts';
import { acceptReturn, cancelReturn, deferReturn, fileReturn, type ReturnSettled } from '#server/domain/grants/return.ts';
import { decideResumption, decideSuspension } from '#server/domain/grants/suspension.ts';
import { planSwap } from '#server/domain/grants/swap.ts';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { decider, lead, otherDecider, township } from '#tests/domain/given.ts';
import { History, Oracle, dayAt, instant, powers } from './ledger-history.ts';

const calendar = { holidays: new Set<string>(), makeUpWorkdays: new Set<string>(), publishedYears: new Set([2026, 2027]) };
const term = { count: 3, unit: 'working_days' } as const;
const kinds = [
  'grant',
  'file',
  'accept',
  'defer',
  'cancel',
  'recall',
  'urgent',
  'hear',
  'decide',
  'keep',
  'suspend',
  'resume',
  'swap',
  'staff',
] as const;
type Kind = (typeof kinds)[number];
/** 'next' is the act that the case under way waits for: chance alone would hardly ever finish one. */
const often = ['next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'file', 'file', 'file', 'recall', 'swap', 'staff'] as const;
const step = fc.record({
  kind: fc.constantFrom<Kind | 'next'>(...kinds, ...often),
  /** Days that pass before the act. */
  wait: fc.constantFrom(0, 0, 1, 3, 7),
  power: fc.constantFrom(0, 0, 0, 1, 1, 2),
  other: fc.nat(2),
  near: fc.integer({ min: -6, max: 30 }),
  length: fc.constantFrom(5, 20, 60, Infinity, Infinity),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function awaited({ grant, openReturn, openRecall }: GrantFile, now: number, chance: number): Kind {
  const pick = (...choices: readonly Kind[]): Kind => choices[Math.abs(chance) % choices.length] ?? 'file';
  if (openReturn) return openReturn.state === 'filed' ? pick('accept', 'defer', 'cancel') : 'cancel';
  if (openRecall) return openRecall.state === 'noticed' ? pick('hear', 'decide') : pick('decide', 'keep');
  return suspensionAt(grant, now)?.kind === 'decision' ? 'resume' : pick('file', 'suspend', 'swap');
}

/** Does one act by the rules, and tells the oracle in its own words what was done; answers what was done, if anything. */
function play(history: History, oracle: Oracle, { kind: asked, power, other, near, length }: Step): Kind | null {
  const { now, today } = history;
  const powerId = powers[power] ?? 'power-a';
  const on = dayOf(instant(today + Math.max(near, 0)));
  if (asked === 'staff') {
    const from = today + near;
    const changed = { from, to: length === Infinity ? Infinity : from + length };
    history.posts = [...history.posts.slice(near % 2 === 0 ? 1 : 0), changed].slice(-4);
    history.project();
    return asked;
  }
  const open = [...history.ledger.holdings.values()].filter((one) => one.powerId === powerId && one.toAt > now);
  const holding = open.find((one) => one.fromAt <= now) ?? open.at(-1);
  // Nothing can be done with a power without a holder but to grant it.
  if (asked === 'grant' || !holding) {
    const from = today + (holding ? Math.max(near, 0) : other);
    const granted = history.open(powerId, from, from + length);
    if (granted) oracle.grants.set(granted, { powerId, from, to: from + length, term: from + length, stops: [], urgent: null });
    return granted === null ? null : 'grant';
  }
  const { grantId } = holding;
  const told = oracle.grants.get(grantId);
  if (!told) throw new Error('a grant that nobody told of');
  const file = history.fileOf(holding);
  const kind = asked === 'next' ? awaited(file, now, near) : asked;
  const facts = { now, calendar };
  const wishedOn = file.openReturn?.wishedOn ?? on;
  const notice = {
    id: grantId,
    reasonCode: 'urgent_risk',
    basis: 'b',
    notice: 'n',
    isUrgent: kind === 'urgent',
    suspensionId: history.newId(),
  } as const;
  const decision: RecallDecision =
    kind === 'keep' ? { outcome: 'keep', text: 't' } : { outcome: 'recall', text: 't', effectiveOn: on, pendingCases: [] };

  const returning = {
    file: () =>
      fileReturn(
        file,
        lead,
        { id: grantId, reasonCode: 'other', text: 't', wishedOn: on, pendingCases: [] },
        { ...facts, answerTerm: term },
      ),
    accept: () => acceptReturn(file, decider, { effectiveOn: near % 2 === 0 && wishedOn > dayOf(now) ? wishedOn : on }, now),
    defer: () => deferReturn(file, decider, { untilOn: addDays(wishedOn, near + 2), supportPlan: 'p' }, facts),
    cancel: () => cancelReturn(file, lead, now),
  };
  const recalling = {
    recall: () => openRecall(file, decider, notice, { ...facts, hearingTerm: term }),
    urgent: () => openRecall(file, decider, notice, { ...facts, hearingTerm: term }),
    hear: () => stateInHearing(file, lead, { statement: 's' }, now),
    decide: () => decideRecall(file, otherDecider, decision, now),
    keep: () => decideRecall(file, otherDecider, decision, now),
  };
  const stopping = {
    suspend: () => decideSuspension(file, decider, { suspensionId: history.newId(), reason: 'r' }, now),
    resume: () => decideResumption(file, decider, { reason: 'r' }, now),
  };
  const stop = () => {
    if (told.stops.some((one) => one.to === Infinity)) return null;
    const begun = { from: Math.max(today, told.from), to: Infinity };
    told.stops.push(begun);
    return begun;
  };
  const go = (): void => told.stops.forEach((one) => (one.to = one.to === Infinity ? Math.max(today, one.from) : one.to));

  if (kind in returning) {
    const done = history.settle<ReturnSettled>(returning[kind as keyof typeof returning]());
    if (!done) return null;
    if (done.case.state === 'cancelled') history.returns.delete(grantId);
    else history.returns.set(grantId, done.case);
    told.to = done.case.state === 'cancelled' ? told.term : dayAt(done.case.effectiveAt);
  } else if (kind in recalling) {
    const done = history.settle<RecallSettled>(recalling[kind as keyof typeof recalling]());
    if (!done) return null;
    const recall = done.case;
    if (recall.state === 'decided') history.recalls.delete(grantId);
    else history.recalls.set(grantId, recall);
    if (kind === 'urgent') told.urgent = stop();
    if (recall.state === 'decided') {
      // What another decision stopped stays stopped.
      if (recall.outcome === 'keep' && told.urgent?.to === Infinity) go();
      told.urgent = null;
      if (recall.outcome === 'recall') told.to = Math.max(told.from, dayAt(recall.effectiveAt));
    }
  } else if (kind === 'swap') {
    const newPower = powers[other] ?? 'power-b';
    const from = today + Math.max(near, 0);
    const opening = {
      grantId: history.newId(),
      powerId: newPower,
      townshipId: township,
      fromAt: instant(from),
      toAt: instant(from + length),
    };
    const others = [...history.ledger.holdings.values()].filter((one) => one.powerId === newPower);
    const planned = planSwap({ replaced: file, opening, others }, now);
    if (planned.kind === 'done') history.terms.set(opening.grantId, { termEndsAt: opening.toAt, endKind: null });
    if (!history.settle(planned)) return null;
    told.to = from;
    oracle.grants.set(opening.grantId, { powerId: newPower, from, to: from + length, term: from + length, stops: [], urgent: null });
  } else {
    if (!history.settle(stopping[kind as keyof typeof stopping]())) return null;
    if (kind === 'suspend') stop();
    else go();
  }
  return kind;
}

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
