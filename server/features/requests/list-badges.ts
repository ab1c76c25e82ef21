import type { listBadges as contract } from '#contract/requests.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { draftedPowers, heldByOthers } from './badge-queries.ts';
import { bodyIn, presentReason, profileOf, reasonsAgainst } from './cart.ts';
import { countyRules } from './circumstances.ts';
import { ownTownships } from './file.ts';
import { bodiesOf, heldBy, runningOf } from './order-queries.ts';
import type { RequestsPorts } from './ports.ts';

/** What a township sees of items before it clicks (domain.md section 4); items that are not in force are left out. */
export const listBadges = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { db, catalogue } = ports;
  const { now } = call;
  const [townshipId] = ownTownships(call.actor);
  const ids = [...new Set(call.query.itemIds?.split(',') ?? [])];
  const items = ids.flatMap((id) => (catalogue.rowById(id) ? (catalogue.itemById(id) ?? []) : []));
  if (townshipId === undefined || items.length === 0) return answered({ items: [] });
  const rules = countyRules(db);
  const bodies = bodiesOf(db, [townshipId, ...items.map(({ departmentId }) => departmentId)]);
  const township = profileOf(db, bodyIn(bodies, townshipId), items, now);
  const powerIds = items.map(({ powerId }) => powerId);
  const held = new Set(heldBy(db, townshipId, powerIds, now).map(({ powerId }) => powerId));
  const ordered = new Set(runningOf(db, townshipId, powerIds).map(({ powerId }) => powerId));
  const drafted = new Set(draftedPowers(db, townshipId));
  const others = new Map(heldByOthers(db, powerIds, townshipId, now).map((row) => [row.powerId, row]));
  return answered({
    items: items.map((item) => ({
      itemId: item.id,
      isHeld: held.has(item.powerId),
      isOrdered: ordered.has(item.powerId),
      inDraft: drafted.has(item.powerId),
      heldByOthers: others.get(item.powerId)?.held ?? 0,
      onTrialElsewhere: others.get(item.powerId)?.onTrial ?? 0,
      notEligible: reasonsAgainst(item, township, bodyIn(bodies, item.departmentId), rules).map(presentReason),
    })),
  });
};
