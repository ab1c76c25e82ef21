import { type Consequences, type Paper, consequencesOf } from '../law/carriers.ts';
import { type Interval, always, covers, overlap } from './intervals.ts';
import { type Outcome, type Refused, done, refused } from '../values/outcome.ts';
import type { Carrier, EndKind, SuspensionKind } from '../values/words.ts';

/** A stretch of time in which a township holds a power for its territory; of a row only `toAt` ever changes. */
export interface Holding extends Interval {
  readonly grantId: string;
  readonly powerId: string;
  readonly townshipId: string;
}

/** A stretch of a holding in which the department exercises the power; one cancelled before it began is empty (`toAt = fromAt`). */
export interface Suspension extends Interval {
  readonly id: string;
  readonly grantId: string;
  readonly kind: SuspensionKind;
}

/** One change of who holds what; each is written as one ledger entry. */
export type LedgerChange =
  | ({ readonly kind: 'holding_opened' } & Holding)
  | { readonly kind: 'end_set'; readonly grantId: string; readonly toAt: number; readonly endKind: EndKind }
  | { readonly kind: 'end_cleared'; readonly grantId: string; readonly toAt: number }
  | ({
      readonly kind: 'suspension_set';
      readonly suspensionKind: SuspensionKind;
      readonly suspensionId: string;
      readonly grantId: string;
    } & Interval)
  | { readonly kind: 'suspension_end_set'; readonly suspensionId: string; readonly grantId: string; readonly toAt: number };

/** A holding with what the paper behind it says. */
export interface HeldPower extends Holding {
  readonly carrier: Carrier;
  readonly documentNumber: string;
}

/** All that is known of one power over one territory: the competent department, every holding and every suspension. */
export interface Territory {
  readonly powerId: string;
  readonly townshipId: string;
  readonly departmentId: string;
  readonly holdings: readonly HeldPower[];
  readonly suspensions: readonly Suspension[];
}

/** Who exercises a power, in whose name, who answers for it in court, on what paper; ids are organisations. */
export interface Holder {
  readonly by: 'township' | 'department';
  readonly organisationId: string;
  readonly inWhoseName: string;
  readonly decides: string;
  readonly respondent: string;
  /** The grant in force at the instant, also while it is suspended. */
  readonly grantId: string | null;
  readonly isSuspended: boolean;
  readonly carrier: Carrier | null;
  readonly paper: Paper | null;
  readonly documentNumber: string | null;
}

/** A stretch of the timeline with its one holder. */
export interface Segment extends Interval {
  readonly holder: Holder;
}

function heldByDepartment(territory: Territory, suspended: HeldPower | undefined): Holder {
  const { departmentId } = territory;
  return {
    by: 'department',
    organisationId: departmentId,
    inWhoseName: departmentId,
    decides: departmentId,
    respondent: departmentId,
    grantId: suspended?.grantId ?? null,
    isSuspended: suspended !== undefined,
    carrier: suspended?.carrier ?? null,
    paper: null,
    documentNumber: suspended?.documentNumber ?? null,
  };
}

function heldByTownship(territory: Territory, holding: HeldPower): Holder {
  const consequences: Consequences = consequencesOf(holding.carrier);
  const side = { township: territory.townshipId, department: territory.departmentId };
  return {
    by: 'township',
    organisationId: territory.townshipId,
    inWhoseName: side[consequences.inWhoseName],
    decides: side[consequences.decides],
    respondent: side[consequences.respondent],
    grantId: holding.grantId,
    isSuspended: false,
    carrier: holding.carrier,
    paper: consequences.paper,
    documentNumber: holding.documentNumber,
  };
}

/** The one holder of a power over a territory at an instant: the township while a holding runs unsuspended, else the department (RULES.md 6.2; 行政处罚法 38). */
export function holder(territory: Territory, at: number): Holder {
  const holding = territory.holdings.find((one) => covers(one, at));
  if (!holding) return heldByDepartment(territory, undefined);
  const isSuspended = territory.suspensions.some((one) => one.grantId === holding.grantId && covers(one, at));
  return isSuspended ? heldByDepartment(territory, holding) : heldByTownship(territory, holding);
}

const isSameHolder = (a: Holder, b: Holder): boolean => a.by === b.by && a.grantId === b.grantId && a.isSuspended === b.isSuspended;

/** Who held the power when, as segments that touch each other and fill the whole stretch (RULES.md 7.1). */
export function timelineOf(territory: Territory, within: Interval = always): Segment[] {
  const marks = [...territory.holdings, ...territory.suspensions].flatMap((one) => [one.fromAt, one.toAt]);
  const inside = marks.filter((at) => at > within.fromAt && at < within.toAt);
  const starts = [...new Set([within.fromAt, ...inside])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, fromAt] of starts.entries()) {
    const toAt = starts[index + 1] ?? within.toAt;
    const now = holder(territory, fromAt);
    const last = segments.at(-1);
    if (last && isSameHolder(last.holder, now)) segments[segments.length - 1] = { ...last, toAt };
    else segments.push({ fromAt, toAt, holder: now });
  }
  return segments;
}

const isRival = (a: Holding, b: Holding): boolean => a.powerId === b.powerId && a.townshipId === b.townshipId && a.grantId !== b.grantId;

/** Opens a holding, unless another of the same power and township shares an instant with it (RULES.md 7.1). */
export function planHolding(existing: readonly Holding[], holding: Holding): Outcome<LedgerChange> {
  if (holding.fromAt >= holding.toAt) return refused('date_invalid');
  const rival = existing.find((one) => isRival(one, holding) && overlap(one, holding));
  if (rival) return refused('holding_overlap', { grantId: rival.grantId });
  return done({ kind: 'holding_opened', ...holding });
}

/** Where a holding ends, and why; no kind while only the agreed term ends it. */
export interface End {
  readonly endsAt: number;
  readonly endKind: EndKind | null;
}

/** A holding with the end agreed at its beginning, FOREVER without a term. */
export type TermedHolding = Holding & { readonly termEndsAt: number };

function refuseEnd(others: readonly Holding[], holding: TermedHolding, toAt: number, now: number): Refused | null {
  if (holding.toAt <= Math.max(now, holding.fromAt)) return refused('grant_ended');
  if (toAt < now || toAt > holding.termEndsAt) return refused('date_invalid');
  const rival = others.find((one) => isRival(one, holding) && overlap(one, { fromAt: holding.fromAt, toAt }));
  return rival ? refused('holding_overlap', { grantId: rival.grantId }) : null;
}

/** Sets or moves the end of a holding; before its start that empties it, and the past stays as it was (RULES.md 7.4, 7.19). */
export function planEnd(
  others: readonly Holding[],
  holding: TermedHolding,
  endAt: number,
  endKind: EndKind,
  now: number,
): Outcome<LedgerChange> {
  const toAt = Math.max(endAt, holding.fromAt);
  return refuseEnd(others, holding, toAt, now) ?? done({ kind: 'end_set', grantId: holding.grantId, toAt, endKind });
}

/** Puts a planned end back to the agreed one, if it has not come and that time is not promised to another township (RULES.md 7.19). */
export function clearEnd(others: readonly Holding[], holding: TermedHolding, now: number): Outcome<LedgerChange> {
  const toAt = holding.termEndsAt;
  return refuseEnd(others, holding, toAt, now) ?? done({ kind: 'end_cleared', grantId: holding.grantId, toAt });
}

/** Gives back a holding that was emptied before it began, while its first day has not come (RULES.md 7.4, 7.19). */
export function reopen(others: readonly Holding[], holding: TermedHolding, end: End, now: number): Outcome<LedgerChange> {
  const { grantId, fromAt, termEndsAt } = holding;
  if (holding.toAt > fromAt || fromAt <= now) return refused('grant_ended');
  if (end.endsAt <= fromAt || end.endsAt > termEndsAt) return refused('date_invalid');
  const rival = others.find((one) => isRival(one, holding) && overlap(one, { fromAt, toAt: end.endsAt }));
  if (rival) return refused('holding_overlap', { grantId: rival.grantId });
  return done(
    end.endKind === null
      ? { kind: 'end_cleared', grantId, toAt: end.endsAt }
      : { kind: 'end_set', grantId, toAt: end.endsAt, endKind: end.endKind },
  );
}
