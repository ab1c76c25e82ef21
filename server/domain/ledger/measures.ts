import { type Interval, covers, gaps, without } from './intervals.ts';
import { type End, type Holding, type LedgerChange, type TermedHolding, clearEnd, planEnd, reopen } from './ledger.ts';
import { type DomainRefusal, type Outcome, refusal } from '../values/outcome.ts';
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

/** A measure that a township holds or is promised. */
export interface HeldMeasure {
  readonly grant: TermedHolding;
  readonly others: readonly Holding[];
  /** The end that it has whatever becomes of the penalty. */
  readonly own: End;
  /** The penalty with which its end was set before. */
  readonly endsWithGrantId: string | null;
  /** When the portal learned of it. */
  readonly recordedAt: number;
  /** It is older than the portal, and so may be the paper of its penalty (存量). */
  readonly isExisting: boolean;
  /** What was given up for a measure runs on once that was emptied: then the measure stays gone (RULES.md 6.18, 7.3). */
  readonly isExchanged: boolean;
}

/** Where the end of a measure moves to, and with which penalty; null for its own end. */
export interface MovedEnd {
  readonly change: LedgerChange;
  readonly endsAt: number;
  readonly endsWithGrantId: string | null;
}

/**
 * Whether a holding is known to carry the measure. One that the portal opened relied on a penalty held then or later, even if that was emptied
 * since; one on an older paper is known to have a penalty only from when the ledger shows one.
 */
const isKnown = ({ grant, recordedAt, isExisting }: HeldMeasure, { fromAt, toAt }: PenaltyHolding): boolean =>
  isExisting ? fromAt < toAt && toAt > grant.fromAt : toAt >= recordedAt;

/**
 * Since when a measure stands on penalties that the ledger knows. Null where it knows of none: then the township has the penalty by law or on an
 * older paper, and nothing follows from what is not recorded.
 */
function tiedSince({ grant }: HeldMeasure, known: readonly PenaltyHolding[]): number | null {
  return known.length === 0 ? null : Math.max(grant.fromAt, Math.min(...known.map(({ fromAt }) => fromAt)));
}

/** When a measure rests from now on, since the department exercises the penalties that it serves (行政强制法 17). */
export function restsOf(
  measure: HeldMeasure,
  penalties: readonly (PenaltyHolding & { readonly suspensions: readonly Interval[] })[],
  now: number,
): Interval[] {
  const known = penalties.filter((one) => isKnown(measure, one));
  const since = tiedSince(measure, known);
  return since === null ? [] : idleWithin(known, { fromAt: Math.max(now, since), toAt: measure.grant.toAt });
}

/** The longest that a measure may stand: until the last of its penalties ends; null where nothing limits it. */
function limitOf(measure: HeldMeasure, penalties: readonly PenaltyHolding[], now: number): Cover | null {
  const known = penalties.filter((one) => isKnown(measure, one));
  const since = tiedSince(measure, known);
  if (since === null) return null;
  const from = Math.max(now, since);
  const cover = coverFrom(known, from);
  if (cover) return cover;
  const [last] = known.filter(({ toAt }) => toAt <= from).sort((a, b) => b.toAt - a.toAt);
  return last ? { until: from, by: last } : null;
}

/**
 * Keeps a measure no longer than the penalties that it serves: given up, taken back or swapped away, the last of them takes the measure with
 * it at the same instant; if that end moves or is called off, the measure's moves with it (行政强制法 17). Null where its end stays.
 */
export function followPenalties(measure: HeldMeasure, penalties: readonly PenaltyHolding[], now: number): MovedEnd | null {
  const { grant, own, endsWithGrantId } = measure;
  const limit = limitOf(measure, penalties, now);
  const isLimited = limit !== null && limit.until < own.endsAt;
  const end: End = isLimited ? { endsAt: limit.until, endKind: limit.by.endKind ?? 'expired' } : own;
  const next = isLimited ? limit.by.grantId : null;
  if (next === endsWithGrantId && (next === null || grant.toAt === Math.max(end.endsAt, grant.fromAt))) return null;
  const moved = moveEnd(measure, end, now);
  // Somebody else has been promised that time meanwhile: then it stays given up.
  return moved?.kind === 'done' ? { change: moved.value, endsAt: Math.max(end.endsAt, grant.fromAt), endsWithGrantId: next } : null;
}

/** Null where the measure is over: the past stays as it was, and what was emptied comes back only where its penalty emptied it. */
function moveEnd({ grant, others, endsWithGrantId, isExchanged }: HeldMeasure, end: End, now: number): Outcome<LedgerChange> | null {
  if (grant.toAt <= grant.fromAt) {
    const mayReturn = endsWithGrantId !== null && !isExchanged && end.endsAt > grant.fromAt;
    return mayReturn ? reopen(others, grant, end, now) : null;
  }
  if (grant.toAt <= now) return null;
  return end.endKind === null ? clearEnd(others, grant, now) : planEnd(others, grant, end.endsAt, end.endKind, now);
}
