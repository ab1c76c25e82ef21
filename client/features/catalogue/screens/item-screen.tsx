import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { MenuItem } from '#contract/catalogue/menu-terms.ts';
import { pathTo } from '#client/app/paths.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/shown/loading.tsx';
import { Notice } from '#client/ui/shown/notice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useBadges } from '../api/badges.ts';
import { useItemBases } from '#client/parts/terms/law-flags.ts';
import { useCart } from '../api/cart.ts';
import { useCompareTray } from '../api/compare-tray.ts';
import { useFavourites } from '../api/favourites.ts';
import { Badges } from '../parts/menu/badges.tsx';
import { CartForm } from '../parts/cart/cart-form.tsx';
import { CompareBar } from '../parts/compare/compare-bar.tsx';
import { TownshipChoice } from '#client/parts/townships/township-choice.tsx';
import { ItemConditions } from '#client/parts/terms/item-conditions.tsx';
import { ItemFacts, ItemSuitability } from '#client/parts/terms/item-facts.tsx';
import { CompareButton, StarButton } from '../parts/menu/row-tools.tsx';
import { SwapBanner, swapQuery, useSwap } from '../parts/cart/swap-banner.tsx';

/** One item: everything that follows from ordering it, before it is ordered. */
export function ItemScreen() {
  const { t } = useTranslation('menu');
  const { itemId = '' } = useParams();
  const me = useMe();
  const swap = useSwap();
  const cart = useCart(swap);
  const favourites = useFavourites();
  const tray = useCompareTray();
  const badge = useBadges([itemId]).get(itemId);
  const { data: item, error, refetch } = useAnswer('GET /menu/items/{itemId}', { params: { itemId } });
  if (error && !item) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!item) return <Loading />;
  return (
    <>
      <PageHeader
        title={item.name}
        crumbs={[{ title: t('item.crumb'), to: `${pathTo('menu')}${swapQuery(swap)}` }]}
        actions={
          <>
            <StarButton item={item} favourites={favourites} />
            <CompareButton item={item} tray={tray} isWide />
          </>
        }
      />
      <div className="stack">
        <SwapBanner grantId={swap} />
        <NotInForce item={item} />
        <LawChanged itemId={item.id} />
        <ProblemAlert error={cart.error ?? favourites.error} />
        {badge !== undefined || hasRole(me, 'clerk', 'lead') ? (
          <Panel title={t(hasRole(me, 'clerk', 'lead') ? 'item.standing' : 'item.standingAll')}>
            <div className="stack-tight">
              <TownshipChoice id="item-township" />
              <Badges badge={badge} item={item} />
              {cart.added === null ? null : (
                <Notice tone="good" announce="status">
                  {t('cart.added', { name: cart.added.draftName })}
                </Notice>
              )}
              <CartForm cart={cart} item={item} badge={badge} isSwap={swap !== null} />
            </div>
          </Panel>
        ) : null}
        <ItemFacts item={item} />
        <ItemConditions item={item} />
        <ItemSuitability item={item} />
        <div className="menu-bars no-print">
          <CompareBar tray={tray} />
        </div>
      </div>
    </>
  );
}

/** Says first, to the person about to order the power, that its statute has ended. */
function LawChanged({ itemId }: { readonly itemId: string }) {
  const flag = useItemBases(itemId).data?.lawFlag ?? null;
  const words = useLawWords();
  return flag === null ? null : <Notice tone="warn">{words.flag(flag)}</Notice>;
}

/** A request keeps the terms that it cites, so old terms can be read; they are no longer on offer. */
function NotInForce({ item }: { readonly item: Pick<MenuItem, 'editionId' | 'editionNumber'> }) {
  const { t } = useTranslation('menu');
  const editions = useAnswer('GET /editions').data?.items;
  if (editions === undefined || editions.some(({ id, state }) => id === item.editionId && state === 'published')) return null;
  return (
    <Notice tone="warn">
      <p>
        {t('item.notInForce', { number: item.editionNumber })} <Link to={pathTo('menu')}>{t('item.toCurrent')}</Link>
      </p>
    </Notice>
  );
}
