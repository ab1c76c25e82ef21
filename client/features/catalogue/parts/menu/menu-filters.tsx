import { useTranslation } from 'react-i18next';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { Field } from '#client/ui/forms/field.tsx';
import type { Address } from '#client/ui/lists/use-address.ts';
import { useIsNarrow } from '#client/ui/page/use-is-narrow.ts';
import { facetLists, type FacetKey } from './menu-facets.ts';

const facetKeys = Object.keys(facetLists) as readonly FacetKey[];
export const menuFilterNames = ['q', 'standing', 'sort', 'departmentId', ...facetKeys] as const;
type MenuAddress = Address<(typeof menuFilterNames)[number]>;
type Page = Answer<'GET /menu/items'>;

interface MenuFiltersProps {
  readonly address: MenuAddress;
  readonly facets: Page['facets'] | undefined;
  readonly departments: Page['departments'];
}

interface Option {
  readonly value: string;
  readonly label: string;
}

/** Labels of one filter's values; with figures where they are known: how many there would be. */
function useFacetOptions({ facets, departments }: Omit<MenuFiltersProps, 'address'>) {
  const { t } = useTranslation('menu');
  const word = useWords();
  const labelOf = (name: FacetKey, value: string): string => {
    const list: readonly string[] = facetLists[name];
    if (!list.includes(value)) return value;
    if (name === 'returnable') return t(value === 'yes' ? 'returnable.yes' : 'returnable.no');
    return word(name, value as never);
  };
  const counted = (label: string, count: number | undefined): string => (count === undefined ? label : `${label} (${String(count)})`);
  return {
    labelOf: (name: FacetKey | 'departmentId', value: string): string =>
      name === 'departmentId' ? (departments.find(({ id }) => id === value)?.name ?? value) : labelOf(name, value),
    optionsOf: (name: FacetKey | 'departmentId', chosen: string): readonly Option[] =>
      name === 'departmentId'
        ? departments.map((one) => ({ value: one.id, label: counted(one.name, one.count) }))
        : facetLists[name]
            .filter((value) => facets === undefined || value === chosen || (facets[name][value] ?? 0) > 0)
            .map((value) => ({ value, label: counted(labelOf(name, value), facets && (facets[name][value] ?? 0)) })),
  };
}

/** Who may what: one press shows what can be ordered, what is marked, what is held. */
export function StandingTabs({ address }: Pick<MenuFiltersProps, 'address'>) {
  const { t } = useTranslation('menu');
  const me = useMe();
  const values = hasRole(me, 'clerk', 'lead') ? (['', 'orderable', 'favourite', 'ordered', 'held'] as const) : (['', 'favourite'] as const);
  return (
    <div role="group" className="segments no-print" aria-label={t('standing.label')}>
      {values.map((value) => (
        <button key={value} type="button" aria-pressed={address.values.standing === value} onClick={() => address.set({ standing: value })}>
          {t(`standing.${value === '' ? 'all' : value}`)}
        </button>
      ))}
    </div>
  );
}

export function MenuFilters({ address, facets, departments }: MenuFiltersProps) {
  const { t } = useTranslation('menu');
  const { labelOf, optionsOf } = useFacetOptions({ facets, departments });
  const isNarrow = useIsNarrow();
  const names = ['departmentId', ...facetKeys] as const;
  const chosen = names.filter((name) => address.values[name] !== '');
  const field = (name: (typeof names)[number]) => (
    <Field key={name} id={`menu-${name}`} label={t(`filter.${name}`)}>
      {(control) => (
        <select
          {...control}
          className="input"
          value={address.values[name]}
          onChange={(event) => address.set({ [name]: event.target.value })}
        >
          <option value="">{t('filter.any')}</option>
          {optionsOf(name, address.values[name]).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
  const inSight = isNarrow ? [] : names.slice(0, 4);
  const folded = names.slice(inSight.length);
  return (
    <div className="stack-tight no-print">
      <div className="filters">
        {inSight.map(field)}
        <details className="filters-more" open={folded.some((name) => address.values[name] !== '') ? true : undefined}>
          <summary>{t(isNarrow ? 'filter.all' : 'filter.more', { count: folded.length })}</summary>
          <div className="filters">{folded.map(field)}</div>
        </details>
      </div>
      {chosen.length === 0 && address.values.standing === '' ? null : (
        <ul className="chips" aria-label={t('filter.chosen')}>
          {chosen.map((name) => {
            const words = t('filter.one', { name: t(`filter.${name}`), value: labelOf(name, address.values[name]) });
            return (
              <li key={name}>
                <button
                  type="button"
                  className="chip"
                  aria-label={t('filter.remove', { what: words })}
                  onClick={() => address.set({ [name]: '' })}
                >
                  <span className="chip-words">{words}</span>
                  <span aria-hidden="true">×</span>
                </button>
              </li>
            );
          })}
          <li>
            <button type="button" className="link-button" onClick={address.clear}>
              {t('filter.clear')}
            </button>
          </li>
        </ul>
      )}
    </div>
  );
}

const sorts = ['code', 'name', 'difficulty', 'liability', 'popular'] as const;

/** The order of the list; without one, what is searched for comes by how well it answers. */
export function MenuSort({ address }: Pick<MenuFiltersProps, 'address'>) {
  const { t } = useTranslation('menu');
  const isSearch = address.values.q !== '';
  return (
    <span className="row">
      <label htmlFor="menu-sort">{t('filter.sort')}</label>
      <select
        id="menu-sort"
        className="input menu-sort"
        value={address.values.sort}
        onChange={(event) => address.set({ sort: event.target.value })}
      >
        <option value="">{t(isSearch ? 'sort.best' : 'sort.code')}</option>
        {sorts
          .filter((sort) => isSearch || sort !== 'code')
          .map((sort) => (
            <option key={sort} value={sort}>
              {t(`sort.${sort}`)}
            </option>
          ))}
      </select>
    </span>
  );
}
