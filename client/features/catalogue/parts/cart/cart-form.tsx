import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { hasRole, useMe } from '#client/lib/session.ts';
import { Field } from '#client/ui/forms/field.tsx';
import { DraftLink, isOrderable, type CartItemProps } from './cart-button.tsx';
import { DraftChoice } from './draft-choice.tsx';

/** On the page of an item: into which draft, under which name if it is a new one, and the button. */
export function CartForm({ cart, item, badge, isSwap }: CartItemProps) {
  const { t } = useTranslation('menu');
  const me = useMe();
  if (!hasRole(me, 'clerk', 'lead')) return null;
  if (badge?.inDraft === true) {
    return (
      <p>
        <DraftLink cart={cart} item={item} />
      </p>
    );
  }
  if (!isOrderable({ badge, item })) return null;
  return (
    <div className="form">
      {cart.drafts.length === 0 ? null : (
        <Field id="cart-draft" label={t('cart.draft')}>
          {(control) => <DraftChoice {...control} cart={cart} />}
        </Field>
      )}
      {cart.target !== null ? null : (
        <Field id="cart-name" label={t('cart.name')} error={cart.newName.trim() === '' ? t('cart.nameMissing') : undefined}>
          {(control) => (
            <input
              {...control}
              className="input"
              maxLength={60}
              value={cart.newName}
              onChange={(event) => cart.rename(event.target.value)}
            />
          )}
        </Field>
      )}
      <div className="row">
        <Button
          type="primary"
          loading={cart.adding !== null}
          disabled={cart.target === null && cart.newName.trim() === ''}
          onClick={() => cart.add(item.id)}
        >
          {isSwap ? t('cart.swap') : t('cart.add')}
        </Button>
      </div>
    </div>
  );
}
