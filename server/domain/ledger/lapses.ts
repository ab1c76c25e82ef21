import { type Interval, always, joined, overlap, without } from './intervals.ts';
import type { LedgerChange, Suspension } from './ledger.ts';
import { type TownshipFacts, periodsLacking } from '../requests/prerequisites.ts';
import type { Prerequisite } from '../menu/terms.ts';
import { MILLISECONDS_PER_DAY } from '../time/time.ts';

/** A prerequisite that keeps a grant alive; until the instant of its waiver it counts as met. */
export interface StandingPrerequisite {
  readonly prerequisite: Prerequisite;
  readonly waivedUntilAt: number | null;
}

/** What the future suspensions of one grant follow from. */
export interface LapseSituation {
  readonly facts: TownshipFacts;
  readonly prerequisites: readonly StandingPrerequisite[];
  /** Calendar days between a lapse and the suspension. */
  readonly graceDays: number;
  readonly holding: Interval;
  /** Since when the facts are kept: the start of the holding, or the import of an existing grant, whose earlier lack was not recorded. */
  readonly observedFromAt: number;
  /** When the township does not exercise the penalty that a compulsory measure serves; nothing for other powers. */
  readonly idle: readonly Interval[];
  /** Suspensions by decision: a lapse never overlaps them. */
  readonly decided: readonly Interval[];
}

// What lacks when the holding begins had no right to begin (RULES.md 6.8), so it has no grace either; an import is judged from its day on.
function suspensionsFor({ prerequisite, waivedUntilAt }: StandingPrerequisite, situation: LapseSituation): Interval[] {
  const { facts, holding, observedFromAt, graceDays } = situation;
  const grace = graceDays * MILLISECONDS_PER_DAY;
  return periodsLacking(prerequisite, facts, waivedUntilAt, always)
    .map((lack) => ({ fromAt: Math.max(lack.fromAt, observedFromAt), toAt: lack.toAt }))
    .map((lack) => {
      const wasLackingAtStart = lack.fromAt <= holding.fromAt;
      return { fromAt: wasLackingAtStart ? holding.fromAt : lack.fromAt + grace, toAt: lack.toAt };
    });
}

/** The suspensions by lapse from now on: each prerequisite that lacks beyond its grace suspends until it is cured (RULES.md 6.6). */
export function projectLapses(situation: LapseSituation, now: number): Interval[] {
  const { prerequisites, holding, idle, decided } = situation;
  const open = { fromAt: Math.max(now, holding.fromAt), toAt: holding.toAt };
  const all = joined([...prerequisites.flatMap((open) => suspensionsFor(open, situation)), ...idle]);
  const inside = all
    .filter((one) => overlap(one, open))
    .map((one) => ({ fromAt: Math.max(one.fromAt, open.fromAt), toAt: Math.min(one.toAt, open.toAt) }));
  return without(inside, decided);
}

/** The end that a stored lapse gets under a new projection; the past is frozen, so none moves to before now. */
function newEndOf(stored: Suspension, projected: readonly Interval[], now: number): number {
  const next = projected.find((one) => one.fromAt === Math.max(stored.fromAt, now));
  if (next) return next.toAt;
  return Math.max(stored.fromAt, now);
}

/**
 * Makes stored lapses say what the projection says, touching only what is still to come: a running or future suspension keeps its row and
 * gets another end, others are cancelled (`toAt = fromAt`) or opened (RULES.md 6.11).
 */
export function reconcileLapses(
  grantId: string,
  stored: readonly Suspension[],
  projected: readonly Interval[],
  context: { readonly now: number; readonly newId: () => string },
): LedgerChange[] {
  const { now, newId } = context;
  const isOpen = (one: Suspension): boolean => one.kind === 'lapse' && one.toAt > now && one.toAt > one.fromAt;
  const open = stored.filter(isOpen);
  const moved = open
    .map((one) => ({ one, toAt: newEndOf(one, projected, now) }))
    .filter(({ one, toAt }) => toAt !== one.toAt)
    // What becomes shorter makes room for what becomes longer.
    .sort((a, b) => a.toAt - a.one.toAt - (b.toAt - b.one.toAt))
    .map(({ one, toAt }): LedgerChange => ({ kind: 'suspension_end_set', suspensionId: one.id, grantId, toAt }));
  const opened = projected
    .filter((next) => !open.some((one) => Math.max(one.fromAt, now) === next.fromAt))
    .map(({ fromAt, toAt }): LedgerChange => {
      return { kind: 'suspension_set', suspensionKind: 'lapse', suspensionId: newId(), grantId, fromAt, toAt };
    });
  return [...moved, ...opened];
}
