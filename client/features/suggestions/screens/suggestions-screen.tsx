import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { suggestionNames } from '../api/suggestions.ts';
import { Guided } from '../parts/guided.tsx';
import { Ready } from '../parts/ready.tsx';
import { Similar } from '../parts/similar.tsx';

const views = ['guided', 'similar', 'ready'] as const;

/** Three ways to find what to order, each with its reasons; nothing is decided here. */
export function SuggestionsScreen() {
  const { t } = useTranslation('suggestions');
  const address = useAddress(suggestionNames);
  const view = views.find((one) => one === address.values.view) ?? 'guided';
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} crumbs={[{ title: t('crumb'), to: pathTo('menu') }]} />
      <div className="stack">
        <nav className="segments" aria-label={t('views')}>
          {views.map((one) => (
            <Link key={one} to={`${pathTo('suggestions')}?view=${one}`} aria-current={view === one ? 'page' : undefined}>
              {t(`view.${one}`)}
            </Link>
          ))}
        </nav>
        {view === 'guided' ? <Guided address={address} /> : view === 'similar' ? <Similar /> : <Ready address={address} />}
      </div>
    </>
  );
}
