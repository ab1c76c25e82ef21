import { useTranslation } from 'react-i18next';
import { actFor } from '#client/lib/capacity.ts';
import type { Me } from '#client/lib/session.ts';

/** On every page, as long as somebody acts in another's place: so that they do not sign in another name by mistake. */
export function CapacityBanner({ me, onTakenOff }: { readonly me: Me; readonly onTakenOff: () => void }) {
  const { t } = useTranslation();
  if (me.actingFor === null) return null;
  const takeOff = (): void => {
    actFor(null);
    onTakenOff();
  };
  return (
    <div className="app-capacity">
      <p>{t('actingBanner', { name: me.actingFor.name, me: me.name })}</p>
      <button type="button" className="button button-link" onClick={takeOff}>
        {t('actAsMyselfAgain')}
      </button>
    </div>
  );
}
