import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';

export type Entry = Answer<'GET /directory/{entryId}'>;
export type Duty = Answer<'GET /duties/{dutyId}'>;
export type TownshipPower = Answer<'GET /township-powers/{townshipPowerId}'>;
export type Basis = Entry['bases'][number];

/** What a township may order hangs on these lists, so a change of one reaches far. */
export const reaches = 'everything' as const;

const known = [
  'directory_entry_added',
  'directory_entry_changed',
  'directory_entry_linked',
  'directory_entry_ended',
  'duty_added',
  'duty_changed',
  'duty_linked',
  'township_power_added',
  'township_power_changed',
  'township_power_linked',
] as const;

/** Words for what somebody else did meanwhile, as the audit trail calls it. */
export function useChangeWords(): (action: string) => string {
  const { t } = useTranslation('directory');
  return (action) => t(`change.${known.find((one) => one === action) ?? 'unknown'}`);
}
