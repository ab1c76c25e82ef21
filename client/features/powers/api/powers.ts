import { useTranslation } from 'react-i18next';
import type { Answer } from '#client/lib/call-types.ts';

export type OnePower = Answer<'GET /powers/{powerId}'>;
export type AlikePair = Answer<'GET /alikes'>['items'][number];

const known = ['power_created', 'power_changed', 'power_retired'] as const;

/** Words for what somebody else did meanwhile, as the audit trail calls it. */
export function usePowerChangeWords(): (action: string) => string {
  const { t } = useTranslation('powers');
  return (action) => t(`change.${known.find((one) => one === action) ?? 'unknown'}`);
}
