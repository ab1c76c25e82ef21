import { useTranslation } from 'react-i18next';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { compareAddress, mostCompared, type CompareTray } from '../../api/compare-tray.ts';

/** What is collected for a comparison, and the way to it. */
export function CompareBar({ tray }: { readonly tray: CompareTray }) {
  const { t } = useTranslation('menu');
  if (tray.items.length === 0) return null;
  return (
    <section className="compare-bar" aria-label={t('compare.tray')}>
      <p role="status">{t('compare.count', { count: tray.items.length, most: mostCompared })}</p>
      <ul className="chips">
        {tray.items.map((item) => (
          <li key={item.id}>
            <button type="button" className="chip" aria-label={t('compare.remove', { power: item.name })} onClick={() => tray.toggle(item)}>
              <span className="chip-words">{item.name}</span>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="row">
        {tray.items.length < 2 ? (
          <span className="secondary">{t('compare.oneMore')}</span>
        ) : (
          <ButtonLink to={compareAddress(tray.items.map(({ id }) => id))} isPrimary>
            {t('compare.start')}
          </ButtonLink>
        )}
        <button type="button" className="button" onClick={tray.clear}>
          {t('compare.clear')}
        </button>
      </div>
    </section>
  );
}
