import { type Interval, covers, gaps, without } from './intervals.ts';
import { type LedgerChange, type Holding, type TermedHolding, clearEnd, planEnd } from './ledger.ts';
import { type DomainRefusal, refusal } from '../values/outcome.ts';
import type { EndKind, StatutoryType } from '../values/words.ts';

/** A township's holding of a penalty that a compulsory measure serves, with why it ends where an act has said so. */
export interface PenaltyHolding extends Interval {
  readonly grantId: string;
  readonly endKind: EndKind | null;
}

/** How long a measure may stand from an instant on, and with which penalty its time runs out. */
export interface Cover {
  readonly until: number;
  readonly by: PenaltyHolding;
}

/** How long the township holds penalties of a measure without a gap from an instant on; null when it holds none then (行政强制法 17: 行使处罚权的行政机关). */
export function coverFrom(penalties: readonly PenaltyHolding[], at: number): Cover | null {
  let cover: Cover | null = null;
  for (;;) {
    const reached: number = cover?.until ?? at;
    const next = penalties.filter((one) => covers(one, reached) && one.toAt > reached).sort((a, b) => b.toAt - a.toAt)[0];
    if (next === undefined) return cover;
    cover = { until: next.toAt, by: next };
  }
}

/** When a township does not exercise any of the penalties that a measure serves, within the time that it holds the measure: then the measure rests too (行政强制法 17). */
export function idleWithin(
  penalties: readonly (PenaltyHolding & { readonly suspensions: readonly Interval[] })[],
  holding: Interval,
): Interval[] {
  return gaps(
    penalties.flatMap(({ suspensions, ...one }) => without([one], suspensions)),
    holding,
  );
}

/** Whether no act has set an end to a penalty: nothing new is tied to one that is on its way out (行政强制法 17). */
export const isStaying = ({ endKind }: PenaltyHolding): boolean => endKind === null || endKind === 'expired';

const alone = (penalties: readonly string[]): DomainRefusal => refusal('compulsion_without_penalty', { penalties: penalties.join('、') });

/** A compulsory measure with the names of the penalties that its terms say it serves. */
export interface Measure {
  readonly statutoryType: StatutoryType;
  readonly penalties: readonly string[];
}

/** Why a measure cannot be approved: no penalty that it serves is held for good, or approved for the township before it (行政强制法 17). */
export function refuseMeasureApproval(
  { statutoryType, penalties }: Measure,
  held: readonly PenaltyHolding[],
  approved: number,
  now: number,
): DomainRefusal | null {
  if (statutoryType !== 'compulsion' || approved > 0) return null;
  return held.some((one) => one.toAt > Math.max(now, one.fromAt) && isStaying(one)) ? null : alone(penalties);
}

/** Until when a measure that is to begin at an instant may run; refused where the township does not exercise a penalty of its then (行政强制法 17). */
export function coverForOpening(
  { statutoryType, penalties }: Measure,
  held: readonly PenaltyHolding[],
  startsAt: number,
):
  | { readonly kind: 'free' }
  | { readonly kind: 'until'; readonly at: number }
  | { readonly kind: 'refused'; readonly refusal: DomainRefusal } {
  if (statutoryType !== 'compulsion') return { kind: 'free' };
  const cover = coverFrom(held.filter(isStaying), startsAt);
  return cover === null ? { kind: 'refused', refusal: alone(penalties) } : { kind: 'until', at: cover.until };
}

/** A measure that a township holds, with the end that is its own whatever becomes of the penalty. */
export interface HeldMeasure {
  readonly grant: TermedHolding;
  readonly others: readonly Holding[];
  readonly own: { readonly endsAt: number; readonly endKind: EndKind | null };
  /** The penalty with which its end was set before. */
  readonly endsWithGrantId: string | null;
}

/** Where the end of a measure moves to, and with which penalty; null for its own end. */
export interface Ride {
  readonly change: LedgerChange;
  readonly endsWithGrantId: string | null;
}

/**
 * Keeps a measure no longer than the penalties that it serves: given up, taken back or swapped away, the last of them takes the measure with
 * it at the same instant; if that end moves or is called off, the measure's moves with it (行政强制法 17).
 */
export function rideWithPenalty(
  measure: HeldMeasure,
  penalties: readonly PenaltyHolding[],
  ended: PenaltyHolding,
  now: number,
): Ride | null {
  const { grant, others, own, endsWithGrantId } = measure;
  const from = Math.max(now, grant.fromAt);
  if (grant.toAt <= from) return null;
  const { until, by } = coverFrom(penalties, from) ?? { until: from, by: ended };
  const isFree = until >= own.endsAt;
  if (isFree ? endsWithGrantId === null : grant.toAt === until && endsWithGrantId === by.grantId) return null;
  const moved = isFree
    ? own.endKind === null
      ? clearEnd(others, grant, now)
      : planEnd(others, grant, own.endsAt, own.endKind, now)
    : planEnd(others, grant, until, by.endKind ?? 'expired', now);
  // Somebody else has been promised that time meanwhile: then it stays given up.
  return moved.kind === 'refused' ? null : { change: moved.value, endsWithGrantId: isFree ? null : by.grantId };
}
