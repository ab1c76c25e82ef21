import { useTranslation } from 'react-i18next';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import { useAnswer } from '#client/lib/use-answer.ts';
import { PublicLayout } from '#client/ui/page/public-layout.tsx';
import { pathTo } from './paths.ts';

/** Around everything that is read without an account. The county's name comes from the register and may be late. */
export function PublicShell() {
  const { t } = useTranslation('accounts');
  const { pathname } = useLocation();
  const frame = useAnswer('GET /register').data;
  return (
    <PublicLayout
      county={frame === undefined ? undefined : { name: frame.county, isDemo: frame.isDemo }}
      home={pathTo('register')}
      tools={pathname === pathTo('signIn') ? [] : [{ to: pathTo('signIn'), label: t('signIn.title') }]}
    >
      <ScrollRestoration />
      <Outlet />
    </PublicLayout>
  );
}
