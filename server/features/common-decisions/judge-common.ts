import { createHash } from 'node:crypto';
import type { Db } from '#db/connection.ts';
import { belongsTo, type Actor } from '#server/domain/people/actor.ts';
import { placeTownship, type CommonPlace } from '#server/domain/requests/common-decision.ts';
import { checkCart } from '#server/domain/requests/order.ts';
import { evaluateReadiness } from '#server/domain/requests/readiness.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import { bodiesOf, bodyIn, cartFacts, cartItemOf, limitsOn, profileOf, reasonsAgainst } from '#server/features/orders/index.ts';
import type { CountyRules } from '#server/features/requests/index.ts';
import { activeTownships, type CommonTownshipRow } from './common-queries.ts';
import { canBegin } from '#server/features/preparation/index.ts';

export interface PlacedTownship {
  readonly township: CommonTownshipRow;
  readonly place: CommonPlace;
}

/** The townships that a common item is for: all of its kinds (RULES.md 3.24). */
export function townshipsFor(db: Db, { terms }: Pick<CatalogueItem, 'terms'>): CommonTownshipRow[] {
  const { kinds } = terms.eligibility;
  return activeTownships(db).filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
}

interface Judging {
  readonly item: CatalogueItem;
  readonly actor: Actor;
  readonly rules: CountyRules;
  readonly now: number;
}

/** What one decision would mean for each township; read live, as at an order. What is the same for all is read once. */
export function judgeCommon(db: Db, { item, actor, rules, now }: Judging): (township: CommonTownshipRow) => PlacedTownship {
  const department = bodyIn(bodiesOf(db, [item.departmentId]), item.departmentId);
  const limits = limitsOn(db, [item], now);
  const line = { item, replacesGrantId: null };
  // A common item cannot be ordered, but all else that speaks against an order speaks against a gift.
  const asOrdered = { item: { ...cartItemOf(db, item), release: 'optional' as const }, replacesGrantId: null };
  const { prerequisites, resources } = item.terms;
  const mayBegin = canBegin(db, item);
  const openFor = (townshipId: string): number => {
    if (prerequisites.length === 0) return 0;
    const facts = { prerequisites, township: townshipFacts(db, townshipId), commitments: [], waivers: [] };
    return evaluateReadiness(facts, now).openPrerequisites;
  };
  return (township) => {
    const body = bodyIn(bodiesOf(db, [township.id]), township.id);
    const eligibility = [...reasonsAgainst(item, profileOf(db, body, [item], now), department, rules), ...limits(body)(item)];
    const [checked] = checkCart([asOrdered], cartFacts(db, township.id, [line], now));
    const place = placeTownship({
      against: [
        ...eligibility.map(({ kind }) => kind),
        ...(checked?.conflicts ?? []).map(({ code }) => code),
        ...(mayBegin(township.id, now, now) ? [] : ['compulsion_alone']),
        ...(belongsTo(actor, township.id) ? ['interested_party'] : []),
      ],
      openPrerequisites: openFor(township.id),
      owed: resources.length,
    });
    return { township, place };
  };
}

/** Stands for a list of places: the decider says which one they have seen. */
export function previewHash(itemId: string, placed: readonly PlacedTownship[]): string {
  const hash = createHash('sha256').update(itemId);
  for (const { township, place } of placed) hash.update(`\n${township.id} ${place.kind}`);
  return hash.digest('hex');
}
