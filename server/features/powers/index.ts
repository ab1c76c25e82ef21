export { verdictOn } from './alike-queries.ts';
export { editPower, readPower } from './edit-power.ts';
export { judgeAlike } from './judge-alike.ts';
export { listAlikes } from './list-alikes.ts';
export { createPower, listPowers } from './manage-powers.ts';
export { loadSpelling, spellingAtHand, type Spelling } from './sounds.ts';
export { spellPowers } from './spell-powers.ts';
export { fold, matchOf, rankOf, searchedOf, searchWords, type Searched, type Word } from './words-searched.ts';
