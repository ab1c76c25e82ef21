import { useTranslation } from 'react-i18next';
import { FilterBar } from '#client/ui/lists/filter-bar.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';

/** The one filter that every page of the register has: the day. */
export function DayForm() {
  const { t } = useTranslation('register');
  const address = useAddress(['on']);
  return <FilterBar address={address} filters={[{ kind: 'day', name: 'on', label: t('filters.on') }]} />;
}
