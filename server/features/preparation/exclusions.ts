import type { Db } from '#db/connection.ts';
import { reasonsOfLaw } from '#server/domain/law/eligibility.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';
import { bodiesOf, bodyIn, reasonsOfLimits } from '#server/features/orders/index.ts';
import { type CountyRules, demandItem, type RequestRow, type TermsPorts } from '#server/features/requests/index.ts';

/**
 * What the law has against the power in this township by now, whatever the menu and the order said: between the order and the power lie months,
 * in which the province may have taken it back (RULES.md 5.12). A profile that has shrunk is for the prerequisites to say.
 */
export function refuseExcluded(
  ports: TermsPorts,
  db: Db,
  { itemId, townshipId, departmentId }: Pick<RequestRow, 'itemId' | 'townshipId' | 'departmentId'>,
  { settings }: CountyRules,
  now: number,
): Refused | null {
  const item = demandItem(ports, itemId);
  const bodies = bodiesOf(db, [townshipId, departmentId]);
  const township = bodyIn(bodies, townshipId);
  if (township.townshipKind === null) throw new Error(`${townshipId} is no township`);
  const { mayEntrustLicencesToSubdistricts } = settings;
  const carried = { statutoryType: item.statutoryType, carrier: item.terms.carrier, department: bodyIn(bodies, departmentId) };
  const [reason] = [
    ...reasonsOfLaw({ ...carried, mayEntrustLicencesToSubdistricts }, township.townshipKind),
    ...reasonsOfLimits(db, township, [item], now)(item),
  ];
  return reason ? refuse('power_barred', { reason: reason.kind }) : null;
}
