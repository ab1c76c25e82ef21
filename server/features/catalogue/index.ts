export { createCatalogue, publishedItem, type Catalogue, type CatalogueItem } from './catalogue.ts';
export { listFavourites, markFavourite, unmarkFavourite } from './favourites.ts';
export { isFound, unspelt } from './finding-queries.ts';
export { gatesAgainst, isInForce, itemsReadOnce } from './menu-in-force.ts';
export type { OrderingFacts } from './ordering-facts.ts';
export { listMenu, readMenuItem, type MenuStandings } from './read-menu.ts';
