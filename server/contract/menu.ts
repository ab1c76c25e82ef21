// The contract of the menu, word by word.
export * from './edition-drafts.ts';
export * from './menu-items.ts';
export * from './menu-terms.ts';
export { Power, createPower, listPowers } from './powers.ts';
