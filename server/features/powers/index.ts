export { verdictOn } from './alike-queries.ts';
export { afterCode, countedUpTo, knownCodes, powerById, searched, usesOfPower, type PowerRow, type SearchedPage } from './queries.ts';
export { loadSpelling, spellingAtHand, type Spelling } from './sounds.ts';
export { spellPowers } from './spell-powers.ts';
export { insertPower, saveSounds, updatePower } from './store.ts';
export { fold, matchOf, rankOf, searchedOf, searchWords, type Searched, type Word } from './words-searched.ts';
