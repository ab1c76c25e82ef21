import type { MenuRow } from '#contract/catalogue/menu-terms.ts';
import type { listMenu as listContract, readMenuItem as readContract } from '#contract/catalogue/menu-items.ts';
import { townshipFor } from '#server/domain/people/actor.ts';
import { done, type Outcome } from '#server/domain/values/outcome.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from './catalogue.ts';
import type { Beyond } from './edition-index.ts';
import { favouritesOf } from './queries.ts';

/** What features above know of the rows of the menu; `app.ts` hands it in. */
export interface MenuStandings {
  /** Which rows a township may order, holds or has asked for. */
  readonly isIn: (standing: 'orderable' | 'held' | 'ordered', townshipId: string, now: number) => (row: MenuRow) => boolean;
  /** How many townships hold each power or have asked for it, now. */
  readonly demand: (now: number) => ReadonlyMap<string, number>;
}

type Call = CallOf<typeof listContract>;

/** The menu in force. What follows from the edition alone was made before anybody asked; the rest is found anew each time. */
export const listMenu = (ports: Ports, catalogue: Catalogue, standings: MenuStandings) => (call: Call) => {
  // The township decides standings alone: what is ready is the same for all.
  const { townshipId: _townshipId, ...query } = call.query;
  const { standing, sort } = query;
  if (standing === undefined && sort !== 'popular') return catalogue.list(query) ?? refuse('no_published_edition');
  const isIn = standing === undefined ? null : chosen(ports, standings, call, standing);
  if (isIn?.kind === 'refused') return isIn;
  const beyond: Beyond = {
    ...(isIn === null ? {} : { isIn: isIn.value }),
    ...(sort === 'popular' ? { demand: standings.demand(call.now) } : {}),
  };
  const page = catalogue.pick(query, beyond);
  return page === null ? refuse('no_published_edition') : answered(page);
};

function chosen(
  { db }: Ports,
  standings: MenuStandings,
  { actor, query, now }: Call,
  standing: NonNullable<Call['query']['standing']>,
): Outcome<(row: MenuRow) => boolean> {
  if (standing === 'favourite') {
    const marked = new Set(favouritesOf(db, actor.accountId).map(({ powerId }) => powerId));
    return done(({ powerId }) => marked.has(powerId));
  }
  const township = townshipFor(actor, query.townshipId);
  if (township.kind === 'refused') return township;
  // None for people of other bodies.
  return done(township.value === null ? () => false : standings.isIn(standing, township.value, now));
}

/** An item of the edition in force or of a former one: what cites it can still be followed to it. */
export const readMenuItem = (catalogue: Catalogue) => (call: CallOf<typeof readContract>) => catalogue.read(call.params.itemId) ?? notFound;
