import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { actFor } from '#client/lib/capacity.ts';
import type { Me } from '#client/lib/session.ts';

/** Lets a substitute choose in whose place to act; shown only to people who stand in for somebody today. */
export function CapacityPicker({ me, onChosen }: { readonly me: Me; readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const id = useId();
  const others =
    me.actingFor === null ? me.standsInFor : [me.actingFor, ...me.standsInFor.filter((away) => away.accountId !== me.actingFor?.accountId)];
  if (others.length === 0) return null;
  const choose = (accountId: string): void => {
    actFor(accountId === '' ? null : accountId);
    onChosen();
  };
  return (
    <div className="header-choice">
      <label htmlFor={id}>{t('actAs')}</label>
      <select id={id} value={me.actingFor?.accountId ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('actAsMyself')}</option>
        {others.map((away) => (
          <option key={away.accountId} value={away.accountId}>
            {t('onBehalfOf', { name: away.name })}
          </option>
        ))}
      </select>
    </div>
  );
}
