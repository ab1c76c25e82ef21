export { createCatalogue, type Catalogue, type CatalogueItem } from './catalogue.ts';
export type { ItemTerms } from './queries.ts';
export { menuRoutes } from './routes.ts';
