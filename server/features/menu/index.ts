export { createCatalogue, type Catalogue, type CatalogueItem } from './catalogue.ts';
export { powerById, type ItemTerms, type PowerRow } from './queries.ts';
export { menuRoutes } from './routes.ts';
export { copyItems, insertDraftEdition, insertItem, insertPower, publishDraft, supersedePublished } from './store.ts';
