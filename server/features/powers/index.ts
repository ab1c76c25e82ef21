export { verdictOn } from './alike-queries.ts';
export { afterCode, knownCodes, powerById, searched, usesOfPower, type PowerRow, type SearchedPage } from './queries.ts';
export { loadSpelling, spellingAtHand, type Spelling } from './pinyin.ts';
export { addPinyin } from './add-pinyin.ts';
export { insertPower, savePinyin, updatePower } from './store.ts';
export { fold, matchOf, rankOf, searchedOf, searchWords, type Match, type Searched, type Word } from './words-searched.ts';
