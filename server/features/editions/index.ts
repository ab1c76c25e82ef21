export { isSameTerms } from './edition-difference.ts';
export { findingsOnItem } from './edition-findings.ts';
export { rebaseDraftItem } from './item-bases.ts';
export { presentEdition, presentFinding, presentItem, presentPower } from './present.ts';
export {
  allEditions,
  countedUpTo,
  editionRows,
  itemRow,
  powerByCode,
  powerById,
  powerPage,
  publishedEdition,
  termsRow,
  usesOfPower,
  type ItemRow,
  type ItemTerms,
  type PowerRow,
} from './queries.ts';
export { menuImporter } from './sheets/import-menu.ts';
export { deleteFavourite, insertFavourite, insertPower, retirePower, saveSounds, updatePower } from './store.ts';
