import { presentSignatory } from '#server/features/accounts/index.ts';
import type { z } from 'zod';
import type { CommonDecision, CommonTownship, LeftOutReason } from '#contract/common-decisions.ts';
import type { Db } from '#db/connection.ts';
import { bornOf, grantedBy, type DecisionRecord } from './common-queries.ts';
import type { PlacedTownship } from './judge-common.ts';

type Reason = z.infer<typeof LeftOutReason>;

/** Codes of the domain, all of which are words of the wire; the answer is checked against it on its way out. */
export const reasonsOf = (codes: readonly string[]): Reason[] => codes as readonly Reason[] as Reason[];

export function presentPlaced({ township, place }: PlacedTownship): z.infer<typeof CommonTownship> {
  return {
    ...{ townshipId: township.id, name: township.name, kind: township.kind, place: place.kind },
    reasons: place.kind === 'left_out' ? reasonsOf(place.reasons) : [],
    openPrerequisites: place.kind === 'preparing' ? place.openPrerequisites : 0,
  };
}

/** A decision as it was taken; how many held the power from then on is counted from the grants. */
export function presentCommonDecision(db: Db, { row, code, powerName }: DecisionRecord): CommonDecision {
  const { id, itemId, documentNumber, text, startsAt, decidedAt, leftOut } = row;
  const granted = grantedBy(db, id, decidedAt);
  return {
    ...{ id, itemId, power: { code, name: powerName }, documentNumber, text, startsAt, decidedAt },
    decidedBy: presentSignatory(row.decidedBy),
    counts: { granted, preparing: bornOf(db, id).length - granted, leftOut: leftOut.length },
  };
}
