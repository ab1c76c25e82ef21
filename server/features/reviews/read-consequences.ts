import { isDeepStrictEqual } from 'node:util';
import { countySettings, nameIn, namesOf } from '#server/features/organisations/index.ts';
import type { Elsewhere, readConsequences as contract } from '#contract/requests/request-file.ts';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import type { z } from 'zod';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { requestScope } from '#server/domain/people/visibility.ts';
import type { ItemTerms } from '#server/features/editions/index.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import {
  canSeeRequest,
  decisionIn,
  demandItem,
  factsFor,
  loadFile,
  openAmong,
  preparingCount,
  prerequisitesOf,
  presentHealth,
  presentRow,
  requestPage,
  type RequestRow,
  type RequestsPorts,
  waiversOf,
} from '#server/features/requests/index.ts';
import { decisionsElsewhere, grantsElsewhere } from './elsewhere-queries.ts';
import { tieOf } from '#server/features/preparation/index.ts';

type Found = z.infer<typeof Elsewhere>;

/** What a decider must know before deciding: what follows from it, live (RULES.md 5.12). */
export const readConsequences = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { db, catalogue } = ports;
  const file = loadFile(db, call.params.requestId);
  if (!file || !canSeeRequest(call.actor, file.row)) return notFound;
  const { row } = file;
  const item = demandItem(ports, row.itemId);
  const { terms } = item;
  const current = catalogue.rowById(row.itemId) ? null : (catalogue.itemByPower(row.powerId)?.terms ?? null);
  const facts = {
    prerequisites: prerequisitesOf(ports, row),
    township: factsFor(db, row),
    commitments: [],
    waivers: waiversOf(db, row.id),
  };
  const owners = [...new Set(terms.resources.map(({ organisationId }) => organisationId))];
  const names = namesOf(db, owners);
  return answered({
    terms: presentTerms(terms),
    currentTerms: current === null || isDeepStrictEqual(current, terms) ? null : presentTerms(current),
    prerequisites: presentHealth(db, facts, terms.prerequisites, call.now),
    resources: [...terms.resources],
    resourceOwners: owners.map((id) => nameIn(names, id)),
    inPreparation: preparingCount(db, row.townshipId),
    preparationSlots: countySettings(db).settings.preparationSlots,
    sameOrder: requestPage(db, { scope: requestScope(call.actor), orderId: row.orderId }, null, 50)
      .filter(({ id }) => id !== row.id)
      .map(presentRow),
    tie: tieOf(db, item, row, call.now),
    elsewhere: elsewhere(db, row, call.actor, call.now),
  });
};

/** The wire's terms are the stored ones; what is readonly there is a copy here. */
function presentTerms(terms: ItemTerms): z.infer<typeof Terms> {
  return JSON.parse(JSON.stringify(terms)) as z.infer<typeof Terms>;
}

/** The same power in other townships: what is held is public; what was decided is told, and linked, to whom the request is open. */
function elsewhere(db: Db, { powerId, townshipId }: RequestRow, actor: Actor, now: number): Found[] {
  const decisions = decisionsElsewhere(db, powerId, townshipId);
  const grants = grantsElsewhere(db, powerId, townshipId);
  const open = openAmong(db, requestScope(actor), [...new Set([...decisions, ...grants].flatMap(({ requestId }) => requestId ?? []))]);
  const decided = decisions.flatMap(({ requestId, townshipName, at, facts }): Found[] => {
    const decision = open.has(requestId) ? decisionIn(facts) : null;
    return decision === null ? [] : [{ requestId, townshipName, outcome: decision.outcome, at, text: decision.text }];
  });
  const held = grants.flatMap(({ requestId, townshipName, fromAt, toAt, endKind }): Found[] => {
    const base = { requestId: requestId !== null && open.has(requestId) ? requestId : null, townshipName, text: '' };
    if (fromAt <= now && now < toAt) return [{ ...base, outcome: 'held', at: fromAt }];
    return toAt <= now && (endKind === 'returned' || endKind === 'recalled') ? [{ ...base, outcome: endKind, at: toAt }] : [];
  });
  return [...decided, ...held].sort((a, b) => b.at - a.at).slice(0, 20);
}
