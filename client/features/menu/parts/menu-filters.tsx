import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { WordLists } from '#client/i18n/word-lists.ts';
import { FilterBar } from '#client/ui/filter-bar.tsx';
import type { Address } from '#client/ui/use-address.ts';

export const menuFilterNames = ['q', 'category', 'departmentId', 'statutoryType', 'carrier', 'difficulty', 'liability', 'sort'] as const;

const categories = ['approval_service', 'enforcement', 'public_management'] as const satisfies readonly WordLists['category'][];
const types = [
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
const carriers = ['transfer', 'entrustment', 'substantive_review', 'service_window'] as const satisfies readonly WordLists['carrier'][];
const difficulties = ['easy', 'medium', 'hard'] as const satisfies readonly WordLists['difficulty'][];
const liabilities = ['low', 'medium', 'high'] as const satisfies readonly WordLists['liability'][];

interface MenuFiltersProps {
  readonly address: Address<(typeof menuFilterNames)[number]>;
  readonly departments: readonly { readonly id: string; readonly name: string; readonly count: number }[];
}

export function MenuFilters({ address, departments }: MenuFiltersProps) {
  const { t } = useTranslation('menu');
  const word = useWords();
  return (
    <FilterBar
      address={address}
      filters={[
        { kind: 'text', name: 'q', label: t('search'), placeholder: t('searchExample') },
        {
          kind: 'choice',
          name: 'departmentId',
          label: t('filter.department'),
          options: departments.map(({ id, name, count }) => ({ value: id, label: `${name} (${String(count)})` })),
        },
        {
          kind: 'choice',
          name: 'category',
          label: t('filter.category'),
          options: categories.map((value) => ({ value, label: word('category', value) })),
        },
        {
          kind: 'choice',
          name: 'statutoryType',
          label: t('filter.type'),
          options: types.map((value) => ({ value, label: word('statutoryType', value) })),
        },
        {
          kind: 'choice',
          name: 'carrier',
          label: t('filter.carrier'),
          options: carriers.map((value) => ({ value, label: word('carrier', value) })),
        },
        {
          kind: 'choice',
          name: 'difficulty',
          label: t('filter.difficulty'),
          options: difficulties.map((value) => ({ value, label: word('difficulty', value) })),
        },
        {
          kind: 'choice',
          name: 'liability',
          label: t('filter.liability'),
          options: liabilities.map((value) => ({ value, label: word('liability', value) })),
        },
        {
          kind: 'choice',
          name: 'sort',
          label: t('filter.sort'),
          all: t('sort.code'),
          options: [
            { value: 'name', label: t('sort.name') },
            { value: 'difficulty', label: t('sort.difficulty') },
          ],
        },
      ]}
    />
  );
}
