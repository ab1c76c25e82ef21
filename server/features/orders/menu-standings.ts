import type { MenuRow } from '#contract/catalogue/menu-terms.ts';
import type { EligibilityReason } from '#server/domain/law/eligibility.ts';
import type { MenuStandings, OrderingFacts } from '#server/features/catalogue/index.ts';
import { bodyIn, profileOf, reasonsAgainst } from './cart.ts';
import { countyRules, type RequestsPorts } from '#server/features/requests/index.ts';
import { reasonsOfAllLimits } from './limits.ts';
import { bodiesOf } from './order-queries.ts';
import { allHeldBy, allRunningOf, demandOf } from './standing-queries.ts';

/** What the menu may ask about its rows: how a township stands to them, and how many want them. */
export const menuStandings = (ports: RequestsPorts): MenuStandings => ({
  isIn(standing, townshipId, now) {
    const powers = (rows: readonly { readonly powerId: string }[]) => new Set(rows.map(({ powerId }) => powerId));
    if (standing === 'orderable') return orderableFor(ports, townshipId, now);
    const wanted = powers(standing === 'held' ? allHeldBy(ports.db, townshipId, now) : allRunningOf(ports.db, townshipId));
    return ({ powerId }) => wanted.has(powerId);
  },
  demand: (now) => demandOf(ports.db, now),
});

/** Whether a township could order an item today: eligible, neither held nor under request, and nothing of these excludes it. */
export function orderableFor(ports: RequestsPorts, townshipId: string, now: number): (row: MenuRow) => boolean {
  const facts = ports.catalogue.orderingFacts();
  const against = reasonsFor(ports, townshipId, now);
  const taken = [...allHeldBy(ports.db, townshipId, now), ...allRunningOf(ports.db, townshipId)];
  const takenIds = new Set(taken.map(({ powerId }) => powerId));
  const takenCodes = new Set(taken.map(({ code }) => code));
  return (row) => {
    const own = facts.get(row.id);
    if (own === undefined || row.release === 'common' || takenIds.has(row.powerId)) return false;
    return !own.exclusiveWith.some((code) => takenCodes.has(code)) && against(row, own).length === 0;
  };
}

/** Judges the rows of the whole menu for one township; items that say the same are judged once. */
export function reasonsFor(
  { db, catalogue }: RequestsPorts,
  townshipId: string,
  now: number,
): (row: MenuRow, facts: OrderingFacts) => readonly EligibilityReason[] {
  const rules = countyRules(db);
  const bodies = bodiesOf(db, [townshipId, ...new Set(catalogue.rows().map(({ departmentId }) => departmentId))]);
  const asked = [...new Set([...catalogue.orderingFacts().values()].map(({ eligibility }) => eligibility))];
  const profile = profileOf(
    db,
    bodyIn(bodies, townshipId),
    asked.map((eligibility) => ({ terms: { eligibility } })),
    now,
  );
  const limits = reasonsOfAllLimits(db, bodyIn(bodies, townshipId), now);
  const known = new Map<OrderingFacts['eligibility'], Map<string, readonly EligibilityReason[]>>();
  return ({ powerId, statutoryType, carrier, departmentId }, { eligibility }) => {
    const ofTerms = known.get(eligibility) ?? new Map<string, readonly EligibilityReason[]>();
    known.set(eligibility, ofTerms);
    const key = `${statutoryType} ${carrier} ${departmentId}`;
    const judged =
      ofTerms.get(key) ?? reasonsAgainst({ statutoryType, terms: { eligibility, carrier } }, profile, bodyIn(bodies, departmentId), rules);
    ofTerms.set(key, judged);
    const limited = limits({ powerId, statutoryType });
    return limited.length === 0 ? judged : [...judged, ...limited];
  };
}
