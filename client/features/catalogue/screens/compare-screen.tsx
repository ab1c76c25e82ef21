import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { TownshipChoice } from '#client/parts/townships/township-choice.tsx';
import { queryOf } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { CheckField } from '#client/ui/forms/check-field.tsx';
import { Empty } from '#client/ui/lists/empty.tsx';
import { Loading } from '#client/ui/shown/loading.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { PrintFrame } from '#client/ui/page/print-frame.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useBadges } from '../api/badges.ts';
import { useCart } from '../api/cart.ts';
import { mostCompared } from '../api/compare-tray.ts';
import { useFavourites } from '../api/favourites.ts';
import { Badges } from '../parts/menu/badges.tsx';
import { CartBar } from '../parts/cart/cart-bar.tsx';
import { CartButton } from '../parts/cart/cart-button.tsx';
import { useCompareRows } from '../parts/compare/compare-rows.tsx';
import { CompareTable } from '../parts/compare/compare-table.tsx';
import { StarButton } from '../parts/menu/row-tools.tsx';

/** Up to four items side by side; the address carries which. */
export function CompareScreen() {
  const { t } = useTranslation('menu');
  const [search, setSearch] = useSearchParams();
  const [isShort, setShort] = useState(false);
  const ids = [...new Set((search.get('items') ?? '').split(',').filter((id) => id !== ''))].slice(0, mostCompared);
  const answers = useQueries({ queries: ids.map((itemId) => queryOf('GET /menu/items/{itemId}', { params: { itemId } })) });
  const badges = useBadges(ids);
  const favourites = useFavourites();
  const cart = useCart(null);
  const all = useCompareRows();
  const items = answers.flatMap(({ data }) => (data ? [data] : []));
  const rows = isShort ? all.filter((row) => new Set(items.map((item) => row.lines(item).join('\n'))).size > 1) : all;
  const remove = (itemId: string): void => setSearch({ items: ids.filter((id) => id !== itemId).join(',') }, { replace: true });
  const failed = answers.find(({ error }) => error !== null);
  return (
    <>
      <PageHeader title={t('compare.title')} lead={t('compare.lead')} crumbs={[{ title: t('item.crumb'), to: pathTo('menu') }]} />
      {ids.length === 0 ? (
        <Empty
          title={t('compare.empty')}
          advice={t('compare.howTo')}
          act={<ButtonLink to={pathTo('menu')}>{t('item.toCurrent')}</ButtonLink>}
        />
      ) : (
        <div className="stack">
          {failed ? <ProblemAlert error={failed.error} isReading onRetry={() => void failed.refetch()} /> : null}
          <ProblemAlert error={cart.error} />
          {answers.some(({ isPending }) => isPending) ? <Loading /> : null}
          {items.length === 0 ? null : (
            <PrintFrame
              actions={
                <>
                  <TownshipChoice id="compare-township" />
                  <CheckField id="compare-short" label={t('compare.onlyDifferent')} isChecked={isShort} onChange={setShort} />
                </>
              }
            >
              <Panel>
                <CompareTable
                  items={items}
                  rows={rows}
                  standing={(item) => <Badges badge={badges.get(item.id)} item={item} />}
                  acts={(item) => (
                    <>
                      <CartButton cart={cart} item={item} badge={badges.get(item.id)} isSwap={false} />
                      <StarButton item={item} favourites={favourites} />
                      <button
                        type="button"
                        className="tool-button tool-words"
                        aria-label={t('compare.remove', { power: item.name })}
                        onClick={() => remove(item.id)}
                      >
                        {t('compare.drop')}
                      </button>
                    </>
                  )}
                />
              </Panel>
            </PrintFrame>
          )}
          <CartBar cart={cart} />
        </div>
      )}
    </>
  );
}
