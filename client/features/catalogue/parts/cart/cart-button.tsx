import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import type { ItemBadge } from '../../api/badges.ts';
import type { Cart } from '../../api/cart.ts';

export interface CartItemProps {
  readonly cart: Cart;
  readonly item: { readonly id: string; readonly name: string; readonly release: 'optional' | 'common' };
  readonly badge: ItemBadge | undefined;
  readonly isSwap: boolean;
}

/** Whether a press would make sense; whether it is allowed, the server says. */
export function isOrderable({ badge, item }: Pick<CartItemProps, 'badge' | 'item'>): boolean {
  if (badge === undefined || item.release === 'common') return false;
  return !badge.isHeld && !badge.isOrdered && !badge.inDraft && badge.notEligible.length === 0 && badge.excludedBy.length === 0;
}

/** In a list: one press puts the power into the draft last worked on, or opens one. What is in a draft already leads there. */
export function CartButton({ cart, item, badge, isSwap }: CartItemProps) {
  const { t } = useTranslation('menu');
  const me = useMe();
  if (!hasRole(me, 'clerk', 'lead')) return null;
  if (badge?.inDraft === true) return <DraftLink cart={cart} item={item} />;
  if (!isOrderable({ badge, item })) return null;
  return (
    <Button
      size="small"
      loading={cart.adding === item.id}
      aria-label={t('cart.addOf', { act: isSwap ? t('cart.swap') : t('cart.add'), power: item.name })}
      onClick={() => cart.add(item.id)}
    >
      {isSwap ? t('cart.swap') : t('cart.addShort')}
    </Button>
  );
}

/** The way to the draft in which a power stands. */
export function DraftLink({ cart, item }: Pick<CartItemProps, 'cart' | 'item'>) {
  const { t } = useTranslation('menu');
  const draft = cart.drafts.find(({ powerNames }) => powerNames.includes(item.name));
  if (draft === undefined) return null;
  // The button that was pressed has just become this link; the focus must not fall out of the list.
  const isNew = cart.added?.itemId === item.id;
  return (
    <Link
      to={`${pathTo('draft', { orderId: draft.id })}?item=${encodeURIComponent(item.id)}`}
      aria-label={t('cart.openOf', { draft: draft.name, power: item.name })}
      ref={(link) => {
        if (isNew && document.activeElement === document.body) link?.focus({ preventScroll: true });
      }}
    >
      {t('cart.open')}
    </Link>
  );
}
