import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useQuery } from '@tanstack/react-query';
import { queryOf } from '#client/lib/use-answer.ts';
import { Notice } from '#client/ui/shown/notice.tsx';

/** The grant that is to be replaced, when the menu was opened from it. */
export function useSwap(): string | null {
  const [search] = useSearchParams();
  return search.get('swap');
}

/** Keeps the swap in the address from page to page. */
export const swapQuery = (grantId: string | null): string => (grantId === null ? '' : `?swap=${encodeURIComponent(grantId)}`);

/** Reminds of what is being swapped, on every page of the menu until it is done. */
export function SwapBanner({ grantId }: { readonly grantId: string | null }) {
  const { t } = useTranslation('menu');
  const { data } = useQuery({ ...queryOf('GET /grants/{grantId}', { params: { grantId: grantId ?? '' } }), enabled: grantId !== null });
  if (grantId === null || !data) return null;
  return (
    <Notice tone="info">
      <p>
        {t('swapBanner', { power: data.powerName })} <Link to={pathTo('menu')}>{t('swapCancel')}</Link>
      </p>
    </Notice>
  );
}
