import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { Field } from '#client/ui/field.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { ProblemAlert } from '#client/ui/problem-alert.tsx';
import type { ItemBadge } from '../api/badges.ts';
import type { Cart } from '../api/cart.ts';

const isOrderable = (badge: ItemBadge | undefined): boolean =>
  badge !== undefined && !badge.isHeld && !badge.isOrdered && !badge.inDraft && badge.notEligible.length === 0;

interface CartButtonProps {
  readonly cart: Cart;
  readonly item: { readonly id: string; readonly name: string };
  readonly badge: ItemBadge | undefined;
  readonly isSwap: boolean;
}

/** In a list: one press puts the power into the draft last worked on, or opens one. */
export function CartButton({ cart, item, badge, isSwap }: CartButtonProps) {
  const { t } = useTranslation('menu');
  const me = useMe();
  if (!hasRole(me, 'clerk', 'lead') || !isOrderable(badge)) return null;
  return (
    <Button
      size="small"
      disabled={cart.isAdding}
      aria-label={`${isSwap ? t('cart.swap') : t('cart.add')}：${item.name}`}
      onClick={() => cart.add(item.id, cart.drafts[0]?.id ?? null)}
    >
      {isSwap ? t('cart.swap') : t('cart.addShort')}
    </Button>
  );
}

/** On the item's page: the same with a choice of the draft. */
export function CartForm({ cart, item, badge, isSwap }: CartButtonProps) {
  const { t } = useTranslation('menu');
  const me = useMe();
  const [chosen, setChosen] = useState<string | null>(null);
  if (!hasRole(me, 'clerk', 'lead') || !isOrderable(badge)) return null;
  const target = chosen ?? cart.drafts[0]?.id ?? '';
  const options = [...cart.drafts.map(({ id, name }) => ({ value: id, label: name })), { value: '', label: t('cart.newDraft') }];
  return (
    <div className="form">
      {cart.drafts.length === 0 ? null : (
        <Field id="cart-draft" label={t('cart.draft')}>
          {(control) => <Select {...control} value={target} options={options} onChange={(value: string) => setChosen(value)} />}
        </Field>
      )}
      <div className="row">
        <Button type="primary" loading={cart.isAdding} onClick={() => cart.add(item.id, target === '' ? null : target)}>
          {isSwap ? t('cart.swap') : t('cart.add')}
        </Button>
      </div>
    </div>
  );
}

/** What became of the last press. */
export function CartNews({ cart }: { readonly cart: Cart }) {
  const { t } = useTranslation('menu');
  return (
    <>
      <ProblemAlert error={cart.error} />
      {cart.added === null ? null : (
        <Notice tone="good" announce="status">
          {t('cart.added', { name: cart.added.name })} <Link to={pathTo('draft', { orderId: cart.added.id })}>{t('cart.openDraft')}</Link>
        </Notice>
      )}
    </>
  );
}
