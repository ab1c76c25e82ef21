import type { Db } from '#db/connection.ts';
import { reasonsOfStanding, type EligibilityReason } from '#server/domain/law/eligibility.ts';
import { isTakenBackFrom } from '#server/domain/law/power-standing.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { StatutoryType } from '#server/domain/values/words.ts';
import { limitedPowers, standingOf } from '#server/features/directory/index.ts';
import type { BodyRow } from './order-queries.ts';

interface Judged {
  readonly powerId: string;
  readonly statutoryType: StatutoryType;
}
type Limits = (item: Judged) => readonly EligibilityReason[];

/** What directory, duty lists and statutes have against the township's order of these items today: read live, whatever the menu said when it was published. */
export const reasonsOfLimits = (db: Db, township: BodyRow, items: readonly Judged[], now: number): Limits =>
  limitsOn(db, items, now)(township);

/** The same for many townships: what stands about the items is read once. */
export const limitsOn = (db: Db, items: readonly Judged[], now: number): ((township: BodyRow) => Limits) =>
  limitsOf(
    db,
    items.map(({ powerId }) => powerId),
    now,
  );

/** The same for whatever stands on the menu: only the few powers that anything limits are looked at. */
export const reasonsOfAllLimits = (db: Db, township: BodyRow, now: number): Limits => limitsOf(db, limitedPowers(db), now)(township);

function limitsOf(db: Db, powerIds: readonly string[], now: number): (township: BodyRow) => Limits {
  const known = standingOf(db, powerIds, dayOf(now));
  return ({ id, townshipKind }) =>
    ({ powerId, statutoryType }) => {
      const standing = known.get(powerId);
      if (standing === undefined || townshipKind === null) return [];
      return reasonsOfStanding({ ...standing, isTakenBack: isTakenBackFrom(standing, id) }, statutoryType, townshipKind);
    };
}
