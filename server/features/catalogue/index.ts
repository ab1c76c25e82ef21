export { createCatalogue, publishedItem, type Catalogue, type CatalogueItem } from './catalogue.ts';
export { gatesAgainst, isInForce, itemsReadOnce } from './menu-in-force.ts';
export type { OrderingFacts } from './ordering-facts.ts';
export type { MenuStandings } from './read-menu.ts';
