import type { Duty, Entry, TownshipPower } from '../api/directory.ts';

export const statutoryTypes = [
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
] as const satisfies readonly Entry['statutoryType'][];
export const dutyLists = ['basic', 'supporting', 'taken_back'] as const satisfies readonly Duty['list'][];
export const townshipKinds = [
  'township',
  'ethnic_township',
  'town',
  'subdistrict',
] as const satisfies readonly TownshipPower['kinds'][number][];
export const links = ['linked', 'unlinked'] as const;
