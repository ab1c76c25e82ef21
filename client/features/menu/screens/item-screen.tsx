import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { useAnswer } from '#client/lib/use-answer.ts';
import { Loading } from '#client/ui/loading.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { ProblemAlert } from '#client/ui/problem-alert.tsx';
import { useBadges } from '../api/badges.ts';
import { useCart } from '../api/cart.ts';
import { Badges } from '../parts/badges.tsx';
import { CartForm, CartNews } from '../parts/cart-button.tsx';
import { ItemConditions } from '../parts/item-conditions.tsx';
import { ItemFacts } from '../parts/item-facts.tsx';
import { SwapBanner, useSwap } from '../parts/swap-banner.tsx';

/** One item: everything that follows from ordering it, before it is ordered. */
export function ItemScreen() {
  const { t } = useTranslation('menu');
  const { itemId = '' } = useParams();
  const me = useMe();
  const swap = useSwap();
  const cart = useCart(swap);
  const badge = useBadges([itemId]).get(itemId);
  const { data: item, error, refetch } = useAnswer('GET /menu/items/{itemId}', { params: { itemId } });
  if (error && !item) return <ProblemAlert error={error} isReading onRetry={() => void refetch()} />;
  if (!item) return <Loading />;
  return (
    <>
      <PageHeader title={item.name} crumbs={[{ title: t('item.crumb'), to: pathTo('menu') }]} />
      <div className="stack">
        <SwapBanner grantId={swap} />
        <CartNews cart={cart} />
        {hasRole(me, 'clerk', 'lead') ? (
          <Panel title={t('item.standing')}>
            <div className="stack-tight">
              <Badges badge={badge} />
              <CartForm cart={cart} item={item} badge={badge} isSwap={swap !== null} />
            </div>
          </Panel>
        ) : null}
        <ItemFacts item={item} />
        <ItemConditions item={item} />
      </div>
    </>
  );
}
