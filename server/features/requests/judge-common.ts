import { createHash } from 'node:crypto';
import type { Db } from '#db/connection.ts';
import { belongsTo, type Actor } from '#server/domain/actor.ts';
import { placeTownship, type CommonPlace } from '#server/domain/common-decision.ts';
import { checkCart } from '#server/domain/order.ts';
import { evaluateReadiness } from '#server/domain/readiness.ts';
import type { CatalogueItem } from '#server/features/menu/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import { bodyIn, cartFacts, cartItemOf, profileOf, reasonsAgainst } from './cart.ts';
import type { CountyRules } from './circumstances.ts';
import { activeTownships, type CommonTownshipRow } from './common-queries.ts';
import { reasonsOfLimits } from './limits.ts';
import { bodiesOf } from './order-queries.ts';
import type { RequestsPorts } from './ports.ts';

export interface PlacedTownship {
  readonly township: CommonTownshipRow;
  readonly place: CommonPlace;
}

/** The townships that a common item is for: all of its kinds (domain.md section 3). */
export function townshipsFor(db: Db, { terms }: CatalogueItem): CommonTownshipRow[] {
  const { kinds } = terms.eligibility;
  return activeTownships(db).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

/** What one decision would mean for one township; read live, as at an order. */
export function placeOf(
  ports: RequestsPorts,
  db: Db,
  { item, actor, rules, now }: { readonly item: CatalogueItem; readonly actor: Actor; readonly rules: CountyRules; readonly now: number },
  township: CommonTownshipRow,
): PlacedTownship {
  const bodies = bodiesOf(db, [township.id, item.departmentId]);
  const body = bodyIn(bodies, township.id);
  const eligibility = [
    ...reasonsAgainst(item, profileOf(db, body, [item], now), bodyIn(bodies, item.departmentId), rules),
    ...reasonsOfLimits(db, body, [item], now)(item),
  ];
  const line = { item, replacesGrantId: null };
  // A common item cannot be ordered, but all else that speaks against an order speaks against a gift.
  const asOrdered = { item: { ...cartItemOf(ports, item), release: 'optional' as const }, replacesGrantId: null };
  const [checked] = checkCart([asOrdered], cartFacts(db, township.id, [line], now));
  const { prerequisites, resources } = item.terms;
  const facts = { prerequisites, township: townshipFacts(db, township.id), commitments: [], waivers: [] };
  const place = placeTownship({
    against: [
      ...eligibility.map(({ kind }) => kind),
      ...(checked?.conflicts ?? []).map(({ code }) => code),
      ...(belongsTo(actor, township.id) ? ['interested_party'] : []),
    ],
    openPrerequisites: prerequisites.length === 0 ? 0 : evaluateReadiness(facts, now).openPrerequisites,
    owed: resources.length,
  });
  return { township, place };
}

/** Stands for a list of places: whoever decides says which one they have seen. */
export function sealOf(itemId: string, placed: readonly PlacedTownship[]): string {
  const hash = createHash('sha256').update(itemId);
  for (const { township, place } of placed) hash.update(`\n${township.id} ${place.kind}`);
  return hash.digest('hex');
}
