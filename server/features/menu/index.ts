export { createCatalogue, type Catalogue, type CatalogueItem } from './catalogue.ts';
export type { OrderingFacts } from './ordering-facts.ts';
export type { ItemTerms } from './queries.ts';
export type { MenuStandings } from './read-menu.ts';
export { rebaseDraftItem } from './item-bases.ts';
export { menuRoutes } from './routes.ts';
export { loadSpelling } from './sounds.ts';
export { spellPowers } from './spell-powers.ts';
export { menuImporter } from './import-menu.ts';
