import type { Badge } from '#contract/catalogue/menu-items.ts';
import type { listBadges as contract } from '#contract/orders.ts';
import type { z } from 'zod';
import { townshipFor } from '#server/domain/people/actor.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { draftedPowers, heldByOthers, wantedByOthers } from './badge-queries.ts';
import { bodyIn, presentReason, profileOf, reasonsAgainst } from './cart.ts';
import { countyRules, type RequestsPorts } from '#server/features/requests/index.ts';
import { reasonsOfLimits } from './limits.ts';
import { bodiesOf, powersBehind, heldBy, runningOf } from './order-queries.ts';

type Own = Pick<z.infer<typeof Badge>, 'isHeld' | 'isOrdered' | 'inDraft' | 'excludedBy' | 'notEligible'>;
const nothing: Own = { isHeld: false, isOrdered: false, inDraft: false, excludedBy: [], notEligible: [] };

/** What somebody sees of items before they click (RULES.md 4.9); items that are not in force are left out. Who has no township sees how the others stand. */
export const listBadges = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { db, catalogue } = ports;
  const { now } = call;
  const township = townshipFor(call.actor, call.query.townshipId);
  if (township.kind === 'refused') return township;
  const townshipId = township.value;
  const ids = [...new Set(call.query.itemIds?.split(',') ?? [])];
  const items = ids.flatMap((id) => (catalogue.rowById(id) ? (catalogue.itemById(id) ?? []) : []));
  if (items.length === 0) return answered({ items: [] });
  const powerIds = items.map(({ powerId }) => powerId);
  const others = new Map(heldByOthers(db, powerIds, townshipId ?? '', now).map((row) => [row.powerId, row]));
  const wanted = wantedByOthers(db, powerIds, townshipId ?? '');
  const own = townshipId === null ? () => nothing : standingOf(ports, townshipId, items, now);
  return answered({
    items: items.map((item) => ({
      itemId: item.id,
      ...own(item),
      heldByOthers: others.get(item.powerId)?.held ?? 0,
      onTrialElsewhere: others.get(item.powerId)?.onTrial ?? 0,
      requestedByOthers: wanted.get(item.powerId) ?? 0,
    })),
  });
};

function standingOf({ db }: RequestsPorts, townshipId: string, items: readonly CatalogueItem[], now: number): (item: CatalogueItem) => Own {
  const rules = countyRules(db);
  const bodies = bodiesOf(db, [townshipId, ...items.map(({ departmentId }) => departmentId)]);
  const township = profileOf(db, bodyIn(bodies, townshipId), items, now);
  const limits = reasonsOfLimits(db, bodyIn(bodies, townshipId), items, now);
  const rivals = powersBehind(
    db,
    items.flatMap(({ terms }) => terms.exclusiveWith),
    [],
  );
  const powerIds = [...items.map(({ powerId }) => powerId), ...rivals];
  const held = heldBy(db, townshipId, powerIds, now);
  const running = runningOf(db, townshipId, powerIds);
  const heldIds = new Set(held.map(({ powerId }) => powerId));
  const runningIds = new Set(running.map(({ powerId }) => powerId));
  const drafted = new Set(draftedPowers(db, townshipId));
  return (item) => ({
    isHeld: heldIds.has(item.powerId),
    isOrdered: runningIds.has(item.powerId),
    inDraft: drafted.has(item.powerId),
    excludedBy: [...new Set([...held, ...running].filter(({ code }) => item.terms.exclusiveWith.includes(code)).map(({ name }) => name))],
    notEligible: [...reasonsAgainst(item, township, bodyIn(bodies, item.departmentId), rules), ...limits(item)].map(presentReason),
  });
}
