import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import type { Cart } from '../../api/cart.ts';
import { DraftChoice } from './draft-choice.tsx';

/** Stays at the lower edge of the window: what is being collected, and the way to fill it in. */
export function CartBar({ cart }: { readonly cart: Cart }) {
  const { t } = useTranslation('menu');
  const { target, added } = cart;
  if (cart.drafts.length === 0 && added === null) return null;
  return (
    <div className="draft-bar no-print">
      <div className="row menu-draft">
        <label htmlFor="menu-draft">{t('cart.into')}</label>
        <DraftChoice id="menu-draft" cart={cart} />
      </div>
      <div className="row">
        <p role="status" className="draft-saving">
          {added !== null && added.draftId === target?.id
            ? t('cart.addedCount', { count: target.powerNames.length })
            : target === null
              ? null
              : t('cart.count', { count: target.powerNames.length })}
        </p>
        {target === null ? null : (
          <ButtonLink to={pathTo('draft', { orderId: target.id })} isPrimary>
            {t('cart.fillIn')}
          </ButtonLink>
        )}
      </div>
    </div>
  );
}
