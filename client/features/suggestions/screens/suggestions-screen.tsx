import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { TownshipChoice } from '#client/parts/townships/township-choice.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { suggestionNames, type SuggestionAddress } from '../api/suggestions.ts';
import { Guided } from '../parts/guided.tsx';
import { Ready } from '../parts/ready.tsx';
import { Similar } from '../parts/similar.tsx';

const views = ['guided', 'similar', 'ready'] as const;

/** Three ways to find what to order, each with its reasons; nothing is decided here. */
export function SuggestionsScreen() {
  const { t } = useTranslation('suggestions');
  const address = useAddress(suggestionNames);
  const { named, isOpen } = useOwnTownship();
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
        <TownshipChoice id="suggestions-township" />
        {isOpen ? null : <View key={named.townshipId ?? ''} view={view} address={address} />}
      </div>
    </>
  );
}

/** Made anew for each township: what was ticked for one is not ordered for another. */
function View({ view, address }: { readonly view: (typeof views)[number]; readonly address: SuggestionAddress }) {
  if (view === 'guided') return <Guided address={address} />;
  return view === 'similar' ? <Similar /> : <Ready address={address} />;
}
