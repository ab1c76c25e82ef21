export { findingsOnItem } from './edition-findings.ts';
export { listLawFlags, readItemBases, rebaseDraftItem } from './item-bases.ts';
export { presentEdition, presentFinding, presentItem } from './present.ts';
export { allEditions, editionRows, itemRow, publishedEdition, termsRow, type ItemRow, type ItemTerms } from './queries.ts';
