import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';

/** A page of the register that cannot be shown; a reader who followed an old link is led to the search. */
export function Unreadable({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation('register');
  return (
    <>
      <PageHeader title={t('title')} />
      <ProblemAlert error={error} isReading onRetry={onRetry}>
        <p>
          <Link to={pathTo('register')}>{t('toSearch')}</Link>
        </p>
      </ProblemAlert>
    </>
  );
}
