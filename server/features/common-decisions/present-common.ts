import { z } from 'zod';
import { LeftOutReason, type CommonDecision, type CommonTownship } from '#contract/common-decisions.ts';
import { presentSignatory } from '#server/features/accounts/index.ts';
import type { Db } from '#db/connection.ts';
import { unknownCase } from '#server/domain/values/outcome.ts';
import { createdBy, grantedBy, type DecisionRecord } from './common-queries.ts';
import type { PlacedTownship } from './judge-common.ts';

const Reasons = z.array(LeftOutReason);
/** Codes of the domain, all of which are words of the wire: another one is a fault of the program, or of the file. */
export const reasonsOf = (codes: readonly string[]): z.infer<typeof Reasons> => Reasons.parse(codes);

export function presentPlaced({ township, place }: PlacedTownship): z.infer<typeof CommonTownship> {
  const named = { townshipId: township.id, name: township.name, kind: township.kind };
  switch (place.kind) {
    case 'granted':
      return { ...named, place: place.kind };
    case 'preparing':
      return { ...named, place: place.kind, openPrerequisites: place.openPrerequisites };
    case 'left_out':
      return { ...named, place: place.kind, reasons: reasonsOf(place.reasons) };
    default:
      return unknownCase(place);
  }
}

/** A decision as it was taken; how many held the power from then on is counted from the grants. */
export function presentCommonDecision(db: Db, { row, code, powerName }: DecisionRecord): CommonDecision {
  const { id, itemId, documentNumber, text, startsAt, decidedAt, leftOut } = row;
  const granted = grantedBy(db, id, decidedAt);
  return {
    ...{ id, itemId, power: { code, name: powerName }, documentNumber, text, startsAt, decidedAt },
    decidedBy: presentSignatory(row.decidedBy),
    counts: { granted, preparing: createdBy(db, id).length - granted, leftOut: leftOut.length },
  };
}
