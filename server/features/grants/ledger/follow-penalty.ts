import { endKindOf } from '#server/domain/grants/grant.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import { idleWithin, rideWithPenalty, type HeldMeasure, type PenaltyHolding } from '#server/domain/ledger/measures.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { Db } from '#db/connection.ts';
import type { Act } from '#server/records/change.ts';
import { measuresRidingOn, penaltiesAmong, penaltiesHeld, type HeldPenalty } from './measure-queries.ts';
import { returnCaseOf } from '../case-queries.ts';
import type { GrantRecord } from '../queries.ts';

/** The penalties that a measure serves, as far as its township holds them; none for any other power. */
export function penaltiesOf(db: Db, { row, terms, statutoryType }: GrantRecord, now: number): HeldPenalty[] {
  if (statutoryType !== 'compulsion') return [];
  return penaltiesHeld(db, row.townshipId, penaltiesAmong(db, terms.companions), now);
}

/** When nobody in the township may take the measure, since the department exercises the penalty. */
export function idleOf(db: Db, record: GrantRecord, now: number): Interval[] {
  const { grant } = record.file;
  const penalties = penaltiesOf(db, record, now);
  // A township that was granted none of them has the penalty by law, or an older paper that says nothing of it.
  if (penalties.length === 0) return [];
  return idleWithin(penalties, { fromAt: Math.max(now, grant.fromAt), toAt: grant.toAt });
}

/** The end that a measure has of its own: what was agreed, or what a case of its own has brought. */
function ownEndOf({ row, file, returnRows, recallRows }: GrantRecord): HeldMeasure['own'] {
  const { grant } = file;
  if (row.endsWithGrantId === null) return { endsAt: grant.toAt, endKind: grant.endKind };
  const returned = returnRows
    .filter(({ state }) => state !== 'cancelled')
    .map(returnCaseOf)
    .at(-1);
  if (returned) return { endsAt: returned.effectiveAt, endKind: 'returned' };
  const recalled = recallRows.filter(({ outcome }) => outcome === 'recall').at(-1);
  if (recalled?.effectiveAt) return { endsAt: recalled.effectiveAt, endKind: 'recalled' };
  return { endsAt: grant.termEndsAt, endKind: null };
}

/** What moves the end of a measure with that of the penalty, or null. */
export function rideOf(db: Db, measure: GrantRecord, ended: PenaltyHolding, now: number) {
  const { file, row } = measure;
  const held = { grant: file.grant, others: file.others, own: ownEndOf(measure), endsWithGrantId: row.endsWithGrantId };
  return rideWithPenalty(held, penaltiesOf(db, measure, now), ended, now);
}

export const asPenalty = ({ file }: GrantRecord): PenaltyHolding => ({
  ...{ grantId: file.grant.grantId, fromAt: file.grant.fromAt, toAt: file.grant.toAt },
  endKind: endKindOf(file.grant),
});

/** The measures of a township that may have to follow a penalty; none for any other power. */
export const followersOf = (act: Act, { row, code, statutoryType }: GrantRecord): string[] =>
  statutoryType === 'penalty' ? measuresRidingOn(act.tx, row.townshipId, code, act.now) : [];

/** What the timeline of a measure says of it: the penalty, and the day from which the measure is over, null when it goes on. */
export const rideFacts = ({ row, file }: GrantRecord, penalty: GrantRecord) => ({
  ...{ withGrantId: penalty.row.id, withPowerName: penalty.powerName },
  endsOn: row.endsWithGrantId === null ? null : dayOf(file.grant.toAt),
});
