import fc from 'fast-check';
import { type GrantFile, suspensionAt } from '#server/domain/grants/grant.ts';
import { decideRecall, openRecall, stateInHearing, type RecallDecision, type RecallSettled } from '#server/domain/grants/recall.ts';
import { acceptReturn, cancelReturn, deferReturn, fileReturn, type ReturnSettled } from '#server/domain/grants/return.ts';
import { decideResumption, decideSuspension } from '#server/domain/grants/suspension.ts';
import { planSwap } from '#server/domain/grants/swap.ts';
import { addDays, dayOf } from '#server/domain/time/time.ts';
import { decider, lead, otherDecider, township } from '#tests/domain/given.ts';
import { type History, type Oracle, dayAt, instant, powers } from './ledger-history.ts';

const calendar = { holidays: new Set<string>(), makeUpWorkdays: new Set<string>(), publishedYears: new Set([2026, 2027]) };
const term = { count: 3, unit: 'working_days' } as const;
export const kinds = [
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
export type Kind = (typeof kinds)[number];
/** 'next' is the act that the case under way waits for: chance alone would hardly ever finish one. */
const often = ['next', 'next', 'next', 'next', 'next', 'next', 'next', 'next', 'file', 'file', 'file', 'recall', 'swap', 'staff'] as const;
export const step = fc.record({
  kind: fc.constantFrom<Kind | 'next'>(...kinds, ...often),
  /** Days that pass before the act. */
  wait: fc.constantFrom(0, 0, 1, 3, 7),
  power: fc.constantFrom(0, 0, 0, 1, 1, 2),
  other: fc.nat(2),
  near: fc.integer({ min: -6, max: 30 }),
  length: fc.constantFrom(5, 20, 60, Infinity, Infinity),
});
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function awaited({ grant, openReturn, openRecall }: GrantFile, now: number, chance: number): Kind {
  const pick = (...choices: readonly Kind[]): Kind => choices[Math.abs(chance) % choices.length] ?? 'file';
  if (openReturn) return openReturn.state === 'filed' ? pick('accept', 'defer', 'cancel') : 'cancel';
  if (openRecall) return openRecall.state === 'noticed' ? pick('hear', 'decide') : pick('decide', 'keep');
  return suspensionAt(grant, now)?.kind === 'decision' ? 'resume' : pick('file', 'suspend', 'swap');
}

/** Does one act by the rules, and tells the oracle in its own words what was done; returns what was done, if anything. */
export function play(history: History, oracle: Oracle, { kind: asked, power, other, near, length }: Step): Kind | null {
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
  if (!told) throw new Error('a grant without its story');
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
