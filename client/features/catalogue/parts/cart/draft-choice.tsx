import { useTranslation } from 'react-i18next';
import type { ControlProps } from '#client/ui/forms/field.tsx';
import type { Cart } from '../../api/cart.ts';

/** Into which draft powers go. */
export function DraftChoice({ cart, ...control }: Partial<ControlProps> & { readonly cart: Cart; readonly 'aria-label'?: string }) {
  const { t } = useTranslation('menu');
  return (
    <select
      {...control}
      className="input"
      value={cart.target?.id ?? ''}
      onChange={(event) => cart.choose(event.target.value === '' ? null : event.target.value)}
    >
      {cart.drafts.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
      <option value="">{t('cart.newDraft')}</option>
    </select>
  );
}
