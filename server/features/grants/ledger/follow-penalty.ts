import type { Db } from '#db/connection.ts';
import { ownEndOf } from '#server/domain/grants/grant-cases.ts';
import { restsOf, followPenalties, type HeldMeasure, type MovedEnd } from '#server/domain/ledger/measures.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import type { GrantRecord } from './grant-record.ts';
import { measuresServing, penaltiesAmong, penaltyHoldings, type HeldPenalty } from './measure-queries.ts';
import { exchangedFor, replacedBy } from '../recalls/swap-queries.ts';

/** A compulsory measure with what the ledger knows of the penalties that it serves. */
export interface TiedMeasure {
  readonly measure: HeldMeasure;
  readonly penalties: readonly HeldPenalty[];
}

/** The penalties of a measure, as far as its township has or had them; null for any other power. */
export function tieOf(db: Db, record: GrantRecord): TiedMeasure | null {
  const { row, terms, statutoryType } = record;
  if (statutoryType !== 'compulsion') return null;
  const penalties = penaltyHoldings(db, row.townshipId, penaltiesAmong(db, terms.companions));
  return { measure: measureOf(db, record), penalties };
}

function measureOf(db: Db, record: GrantRecord): HeldMeasure {
  const { row, file, period } = record;
  const isEmptied = period.toAt <= period.fromAt;
  return {
    ...{ grant: file.grant, others: file.others, own: ownEnd(db, record), endsWithGrantId: row.endsWithGrantId },
    ...{ recordedAt: row.createdAt, isExisting: row.origin === 'existing' },
    isExchanged: isEmptied && replacedBy(db, row.id) !== null,
  };
}

function ownEnd(db: Db, { row, file, recallRows }: GrantRecord): HeldMeasure['own'] {
  const { grant, openReturn } = file;
  if (row.endsWithGrantId === null) return { endsAt: grant.toAt, endKind: grant.endKind };
  const recalledAt = recallRows.filter(({ outcome }) => outcome === 'recall').at(-1)?.effectiveAt ?? null;
  return ownEndOf({ termEndsAt: grant.termEndsAt, openReturn, recalledAt, swappedAt: exchangedFor(db, row.id) });
}

/** Where the end of a measure moves to with its penalties, and the penalty that it then ends with, or no longer; null where it stays. */
export function endWithPenalties(tie: TiedMeasure, now: number): (MovedEnd & { readonly penalty: HeldPenalty }) | null {
  const moved = followPenalties(tie.measure, tie.penalties, now);
  const penalty = moved && tie.penalties.find(({ grantId }) => grantId === (moved.endsWithGrantId ?? tie.measure.endsWithGrantId));
  return moved && penalty ? { ...moved, penalty } : null;
}

/** When the township may not take the measure, since the department exercises its penalties. */
export const restOf = (tie: TiedMeasure | null, now: number): Interval[] => (tie ? restsOf(tie.measure, tie.penalties, now) : []);

/** The measures of a township that may have to follow a penalty; none for any other power. */
export const followersOf = (db: Db, { row, code, statutoryType }: GrantRecord, now: number): string[] =>
  statutoryType === 'penalty' ? measuresServing(db, row.townshipId, code, now) : [];
