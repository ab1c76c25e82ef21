import { useTranslation } from 'react-i18next';
import { useFormat } from '#client/i18n/use-format.ts';
import type { Basis } from '../api/directory.ts';

/** Statutes with article and the day of the version that was read. */
export function BasisWords({ bases }: { readonly bases: readonly Basis[] }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const [only] = bases;
  if (only === undefined) return <span>{t('basis.none')}</span>;
  if (bases.length === 1) return <span>{t('basis.words', { law: only.law, article: only.article, day: format.day(only.versionOn) })}</span>;
  return (
    <ul className="bullets">
      {bases.map(({ law, article, versionOn }) => (
        <li key={`${law}${article}`}>{t('basis.words', { law, article, day: format.day(versionOn) })}</li>
      ))}
    </ul>
  );
}
