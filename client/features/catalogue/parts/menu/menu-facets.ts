import type { WordLists } from '#client/i18n/word-lists.ts';

const category = ['approval_service', 'enforcement', 'public_management'] as const satisfies readonly WordLists['category'][];
const statutoryType = [
  'licensing',
  'penalty',
  'compulsion',
  'levy',
  'benefit',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
] as const satisfies readonly WordLists['statutoryType'][];
const carrier = ['transfer', 'entrustment', 'substantive_review', 'service_window'] as const satisfies readonly WordLists['carrier'][];
const difficulty = ['easy', 'medium', 'hard'] as const satisfies readonly WordLists['difficulty'][];
const liability = ['low', 'medium', 'high'] as const satisfies readonly WordLists['liability'][];
const release = ['optional', 'common'] as const satisfies readonly WordLists['release'][];
const returnable = ['yes', 'no'] as const;

/** The filters of the menu and their values, in the order in which people meet them. */
export const facetLists = { category, statutoryType, carrier, difficulty, liability, release, returnable } as const;
export type FacetKey = keyof typeof facetLists;
