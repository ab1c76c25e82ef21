import type { Db } from '#db/connection.ts';
import type { z } from 'zod';
import type { MeasureTie } from '#contract/requests/request-file.ts';
import { coverForOpening, isStaying, refuseMeasureApproval } from '#server/domain/ledger/measures.ts';
import { measuresEndingWith, penaltiesAmong, penaltiesHeld } from '#server/features/grants/index.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import type { Refused } from '#server/platform/binding.ts';
import { approvedAmong, type RequestRow } from '#server/features/requests/index.ts';

type Tie = z.infer<typeof MeasureTie>;
type Tied = Pick<CatalogueItem, 'statutoryType' | 'terms'>;

/** The penalties that a compulsory measure serves; none for any other power. */
export const penaltiesServed = (db: Db, { statutoryType, terms }: Tied) =>
  statutoryType === 'compulsion' ? penaltiesAmong(db, terms.companions) : [];

/** Whether a compulsory measure would be approved alone: the penalty comes first (行政强制法 17). A penalty that the request gives up does not count. */
export function refuseMeasure(
  db: Db,
  item: Tied,
  { townshipId, replacesGrantId }: Pick<RequestRow, 'townshipId' | 'replacesGrantId'>,
  now: number,
): Refused | null {
  if (item.statutoryType !== 'compulsion') return null;
  const penalties = penaltiesServed(db, item);
  const held = penaltiesHeld(db, townshipId, penalties, now).filter(({ grantId }) => grantId !== replacesGrantId);
  const approved = approvedAmong(
    db,
    townshipId,
    penalties.map(({ powerId }) => powerId),
  );
  const refusal = refuseMeasureApproval({ statutoryType: 'compulsion', penalties: penalties.map(({ name }) => name) }, held, approved, now);
  return refusal && { kind: 'refused', refusal };
}

/** What a reader of the file must know of it: the penalties that come first, and the measures that would end. */
export function tieOf(
  db: Db,
  item: Tied,
  { townshipId, replacesGrantId }: Pick<RequestRow, 'townshipId' | 'replacesGrantId'>,
  now: number,
): Tie {
  const penalties = penaltiesServed(db, item);
  const held = penaltiesHeld(db, townshipId, penalties, now).filter(({ grantId }) => grantId !== replacesGrantId);
  return {
    penalties: penalties.map(({ powerId, code, name }) => {
      const own = held.filter((one) => one.powerId === powerId);
      if (own.some(isStaying)) return { code, name, standing: 'held' };
      if (approvedAmong(db, townshipId, [powerId]) > 0) return { code, name, standing: 'approved' };
      return { code, name, standing: own.length > 0 ? 'leaving' : 'missing' };
    }),
    ending: replacesGrantId === null ? [] : measuresEndingWith(db, replacesGrantId, now),
  };
}

/** Whether a township could exercise the item from an instant on: a compulsory measure only with its penalty (行政强制法 17). */
export function canBegin(db: Db, item: Tied): (townshipId: string, at: number, now: number) => boolean {
  if (item.statutoryType !== 'compulsion') return () => true;
  const penalties = penaltiesServed(db, item);
  const measure = { statutoryType: 'compulsion', penalties: [] } as const;
  return (townshipId, at, now) => coverForOpening(measure, penaltiesHeld(db, townshipId, penalties, now), at).kind !== 'refused';
}
