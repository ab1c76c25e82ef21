import type { MenuRow } from '#contract/catalogue/menu-terms.ts';
import type { listMenu as listContract, readMenuItem as readContract } from '#contract/catalogue/menu-items.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import type { Catalogue } from './catalogue.ts';
import type { Beyond } from './edition-index.ts';
import { favouritesOf } from './queries.ts';

/** What features above know of the rows of the menu; `app.ts` hands it in. */
export interface MenuStandings {
  /** Which rows the actor's own township may order, holds or has asked for; none for people of other bodies. */
  readonly isIn: (standing: 'orderable' | 'held' | 'ordered', actor: Actor, now: number) => (row: MenuRow) => boolean;
  /** How many townships hold each power or have asked for it, now. */
  readonly demand: (now: number) => ReadonlyMap<string, number>;
}

type Call = CallOf<typeof listContract>;

/** The menu in force. What follows from the edition alone was made before anybody asked; the rest is found anew each time. */
export const listMenu = (ports: Ports, catalogue: Catalogue, standings: MenuStandings) => (call: Call) => {
  const { standing, sort } = call.query;
  if (standing === undefined && sort !== 'popular') return catalogue.list(call.query) ?? refuse('no_published_edition');
  const beyond: Beyond = {
    ...(standing === undefined ? {} : { isIn: chosen(ports, standings, call, standing) }),
    ...(sort === 'popular' ? { demand: standings.demand(call.now) } : {}),
  };
  const page = catalogue.pick(call.query, beyond);
  return page === null ? refuse('no_published_edition') : answered(page);
};

function chosen(
  { db }: Ports,
  standings: MenuStandings,
  { actor, now }: Call,
  standing: NonNullable<Call['query']['standing']>,
): (row: MenuRow) => boolean {
  if (standing !== 'favourite') return standings.isIn(standing, actor, now);
  const marked = new Set(favouritesOf(db, actor.accountId).map(({ powerId }) => powerId));
  return ({ powerId }) => marked.has(powerId);
}

/** An item of the edition in force or of a former one: whoever cites it can still read it. */
export const readMenuItem = (catalogue: Catalogue) => (call: CallOf<typeof readContract>) => catalogue.read(call.params.itemId) ?? notFound;
