import type { EligibilityReason as WireReason } from '#contract/catalogue/menu-terms.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import { evaluateEligibility, type EligibilityReason, type TownshipProfile } from '#server/domain/law/eligibility.ts';
import {
  checkCart,
  obstaclesOf,
  type CartFacts,
  type CartItem,
  type CheckedLine,
  type LineAnswers,
} from '#server/domain/requests/order.ts';
import type { DomainRefusal } from '#server/domain/values/outcome.ts';
import { routeOf, type RouteStep } from '#server/domain/requests/route.ts';
import { guardSwap } from '#server/domain/grants/swap.ts';
import { grantFile, penaltiesAmong } from '#server/features/grants/index.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { certifiedOfficers, townshipFacts } from '#server/features/training/index.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';
import type { CountyRules, RequestsPorts } from '#server/features/requests/index.ts';
import { bodiesOf, heldBy, powersBehind, routingBodies, runningOf, type BodyRow } from './order-queries.ts';
import { reasonsOfLimits } from './limits.ts';

export interface CartLineInput extends LineAnswers {
  readonly itemId: string;
  readonly replacesGrantId: string | null;
}

/** A line with all that stands for and against it. */
export interface JudgedLine {
  readonly item: CatalogueItem;
  readonly checked: CheckedLine;
  readonly reasons: readonly EligibilityReason[];
  readonly obstacles: readonly DomainRefusal[];
  readonly route: readonly RouteStep[];
}
export interface Cart {
  readonly township: BodyRow;
  readonly bodies: ReadonlyMap<string, BodyRow>;
  readonly lines: readonly JudgedLine[];
}

export function cartItemOf(db: Db, { id: itemId, powerId, code, statutoryType, terms }: CatalogueItem): CartItem {
  const { release, companions, exclusiveWith } = terms;
  const penalties = statutoryType === 'compulsion' ? penaltiesAmong(db, companions).map((one) => one.code) : [];
  return { itemId, powerId, code, statutoryType, release, companions, penalties, exclusiveWith };
}

/** What the township holds and has asked for of what affects the cart, with a look into the grants that the cart would replace. */
export function cartFacts(
  db: Db,
  townshipId: string,
  lines: readonly { readonly item: CatalogueItem; readonly replacesGrantId: string | null }[],
  now: number,
): CartFacts {
  const grantIds = lines.flatMap(({ replacesGrantId }) => replacesGrantId ?? []);
  const codes = lines.flatMap(({ item }) => [...item.terms.exclusiveWith, ...item.terms.companions]);
  const powerIds = [...lines.map(({ item }) => item.powerId), ...powersBehind(db, codes, grantIds)];
  const held = heldBy(db, townshipId, powerIds, now).map((one) => {
    const line = lines.find(({ replacesGrantId }) => replacesGrantId === one.grantId);
    const file = line ? grantFile(db, one.grantId) : null;
    const refusal = line && file ? guardSwap(file, line.item.powerId, townshipId, now) : null;
    return { ...one, canBeReplaced: file !== null && (refusal === null || refusal.code === 'swap_same_power') };
  });
  return { held, requested: runningOf(db, townshipId, powerIds, grantIds) };
}

/** A township as eligibility sees it; the roster is only counted where an item asks for certified officers. */
export function profileOf(
  db: Db,
  { id, townshipKind, profile }: BodyRow,
  items: readonly { readonly terms: Pick<CatalogueItem['terms'], 'eligibility'> }[],
  now: number,
): TownshipProfile {
  if (townshipKind === null) throw new Error(`${id} is no township`);
  const asksForOfficers = items.some(({ terms }) => terms.eligibility.minimum.certifiedOfficers !== undefined);
  return {
    kind: townshipKind,
    tags: profile?.tags ?? [],
    residents: profile?.residents ?? null,
    areaSquareMetres: profile?.areaSquareMetres ?? null,
    communities: profile?.communities ?? null,
    staffQuota: profile?.staffQuota ?? null,
    staffPresent: profile?.staffPresent ?? null,
    budgetYuanPerYear: profile?.budgetYuanPerYear ?? null,
    certifiedOfficers: asksForOfficers ? certifiedOfficers(townshipFacts(db, id), now) : null,
  };
}

/** What of an item its eligibility depends on. */
export interface JudgedTerms {
  readonly statutoryType: CatalogueItem['statutoryType'];
  readonly terms: Pick<CatalogueItem['terms'], 'eligibility' | 'carrier'>;
}
export function reasonsAgainst(item: JudgedTerms, township: TownshipProfile, department: BodyRow, rules: CountyRules): EligibilityReason[] {
  const { statutoryType, terms } = item;
  const { mayEntrustLicencesToSubdistricts } = rules.settings;
  // A minimum that is absent and one that is undefined mean the same, but not to the compiler.
  const minimum = Object.fromEntries(Object.entries(terms.eligibility.minimum).filter(([, figure]) => figure !== undefined)) as Record<
    string,
    number
  >;
  const eligibility = { ...terms.eligibility, minimum };
  return evaluateEligibility(
    { eligibility, statutoryType, carrier: terms.carrier, department, mayEntrustLicencesToSubdistricts },
    township,
  );
}

export const presentReason = ({ kind, need, have }: EligibilityReason): z.infer<typeof WireReason> => ({
  kind,
  need: typeof need === 'object' ? need.join(',') : String(need),
  have: typeof have === 'object' ? (have?.join(',') ?? '') : String(have),
});

/** The stages that a request for the item would go through, as the county has set them. */
function routeFor(item: CatalogueItem, { settings }: CountyRules, { countyId, legalId }: ReturnType<typeof routingBodies>): RouteStep[] {
  const terms = {
    department: settings.departmentOpinionDays,
    legal: legalId === null ? null : settings.legalReviewDays,
    county: settings.countyDecisionDays,
  };
  const { departmentId, statutoryType } = item;
  return routeOf(
    { departmentId, statutoryType, carrier: item.terms.carrier, tier: item.terms.difficulty },
    { legalOrganisationId: legalId ?? '', decidingOrganisationId: countyId, terms, rules: [] },
  );
}

/** Judges a cart: conflicts, eligibility, what is missing, and the route of every line (RULES.md 4.7). */
export function judgeCart(
  ports: RequestsPorts,
  db: Db,
  townshipId: string,
  lines: readonly (CartLineInput & { readonly item: CatalogueItem })[],
  now: number,
  rules: CountyRules,
): Cart {
  const items = lines.map(({ item }) => item);
  const routing = routingBodies(db);
  const bodies = bodiesOf(db, [
    townshipId,
    routing.countyId,
    ...(routing.legalId === null ? [] : [routing.legalId]),
    ...items.map(({ departmentId }) => departmentId),
  ]);
  const township = bodyIn(bodies, townshipId);
  const profile = profileOf(db, township, items, now);
  const limits = reasonsOfLimits(db, township, items, now);
  const checked = checkCart(
    lines.map(({ item, replacesGrantId }) => ({ item: cartItemOf(db, item), replacesGrantId })),
    cartFacts(db, townshipId, lines, now),
  );
  const judged = lines.flatMap((line, index): JudgedLine[] => {
    const found = checked[index];
    if (!found) return [];
    const { item } = line;
    const reasons = [...reasonsAgainst(item, profile, bodyIn(bodies, item.departmentId), rules), ...limits(item)];
    // Terms of an edition that is no longer in force cannot be ordered any more.
    const isCurrent = ports.catalogue.rowById(item.id) !== null;
    const conflicts = isCurrent
      ? found.conflicts
      : [{ code: 'not_orderable', with: item.code, fields: ['/itemId'] } as const, ...found.conflicts];
    const judgedLine = { ...found, conflicts };
    return [
      { item, checked: judgedLine, reasons, obstacles: obstaclesOf(judgedLine, line, reasons), route: routeFor(item, rules, routing) },
    ];
  });
  return { township, bodies, lines: judged };
}

export function bodyIn(bodies: ReadonlyMap<string, BodyRow>, id: string): BodyRow {
  const body = bodies.get(id);
  if (!body) throw new Error(`organisation ${id} is referred to but missing`);
  return body;
}

/** All that stands against submitting, as one refusal: that of the line if there is one kind of it, else how many there are. */
export function refuseCart(lines: readonly JudgedLine[]): Refused | null {
  const all = lines.flatMap(({ obstacles }, index) =>
    obstacles.map((one) => ({ ...one, fields: (one.fields ?? ['']).map((field) => `/lines/${String(index)}${field}`) })),
  );
  const [first] = all;
  if (!first) return null;
  const fields = all.flatMap((one) => one.fields);
  return all.every(({ code }) => code === first.code)
    ? refuse(first.code, first.params, fields)
    : refuse('line_has_many_conflicts', { count: all.length }, fields);
}
