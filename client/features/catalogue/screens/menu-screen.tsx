import { useTranslation } from 'react-i18next';
import { pathTo } from '#client/app/paths.ts';
import { useOwnTownship } from '#client/lib/own-township.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import { TownshipChoice } from '#client/parts/townships/township-choice.tsx';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { ButtonLink } from '#client/ui/page/button-link.tsx';
import { ExportButton } from '#client/ui/lists/export-button.tsx';
import { FoundList } from '#client/ui/lists/found-list.tsx';
import { PageHeader } from '#client/ui/page/page-header.tsx';
import { Panel } from '#client/ui/page/panel.tsx';
import { ProblemAlert } from '#client/ui/shown/problem-alert.tsx';
import { useAddress } from '#client/ui/lists/use-address.ts';
import { useBadges } from '../api/badges.ts';
import { useCart } from '../api/cart.ts';
import { useCompareTray } from '../api/compare-tray.ts';
import { useFavourites } from '../api/favourites.ts';
import { useLawFlags } from '#client/parts/terms/law-flags.ts';
import { CartBar } from '../parts/cart/cart-bar.tsx';
import { CompareBar } from '../parts/compare/compare-bar.tsx';
import { useMenuColumns } from '../parts/menu/menu-columns.tsx';
import { MenuFilters, MenuSort, StandingTabs, menuFilterNames } from '../parts/menu/menu-filters.tsx';
import { useMenuSheet } from '../parts/sheets.ts';
import { MenuSearch } from '../parts/menu/menu-search.tsx';
import { SwapBanner, useSwap } from '../parts/cart/swap-banner.tsx';
import { MenuExport } from '#client/parts/editions/menu-export.tsx';

type Query = NonNullable<NonNullable<Parameters<typeof useListAnswer<'GET /menu/items'>>[1]>['query']>;
const resultsId = 'menu-results';

/** The menu in force: type and see, narrow down, compare, mark, order. */
export function MenuScreen() {
  const { t } = useTranslation('menu');
  const me = useMe();
  const swap = useSwap();
  const cart = useCart(swap);
  const favourites = useFavourites();
  const tray = useCompareTray();
  const { named } = useOwnTownship();
  const address = useAddress(menuFilterNames);
  const filters = Object.fromEntries(Object.entries(address.values).filter(([, value]) => value !== ''));
  // What stands in the address bar is checked by the server; a link with nonsense in it gets a clear answer.
  const query = { ...filters, ...(address.values.standing === '' ? {} : named), cursor: address.cursor, limit: '25' } as Query;
  const found = useListAnswer('GET /menu/items', { query });
  const badges = useBadges(found.data?.items.map(({ id }) => id) ?? []);
  const lawFlags = useLawFlags(found.data?.items.map(({ id }) => id) ?? []);
  const columns = useMenuColumns({ badges, lawFlags, cart, swap, favourites, tray });
  const edition = found.data?.edition;
  const isMine = address.values.standing === 'favourite';
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={edition ? t('edition', { title: edition.title, number: edition.documentNumber ?? '' }) : undefined}
        actions={
          <>
            {edition && edition.number > 1 ? <ButtonLink to={pathTo('editionDifference')}>{t('whatChanged')}</ButtonLink> : null}
            {hasRole(me, 'clerk', 'lead') ? <ButtonLink to={pathTo('suggestions')}>{t('toSuggestions')}</ButtonLink> : null}
            <ButtonLink to={pathTo('favourites')}>{t('toFavourites')}</ButtonLink>
            {found.data ? <MenuExport editionId={found.data.edition.id} /> : null}
          </>
        }
      />
      <div className="stack">
        <SwapBanner grantId={swap} />
        <Panel>
          <div className="menu-head">
            <MenuSearch address={address} total={found.data?.total} resultsId={resultsId} />
            <TownshipChoice id="menu-township" />
            <StandingTabs address={address} />
            <MenuFilters address={address} facets={found.data?.facets} departments={found.data?.departments ?? []} />
          </div>
          <ProblemAlert error={cart.error ?? favourites.error} />
          <div id={resultsId}>
            <FoundList
              caption={t('caption')}
              columns={columns}
              found={found}
              keyOf={(row) => row.id}
              address={address}
              actions={
                <>
                  <MenuSort address={address} />
                  <ExportButton list="GET /menu/items" query={query} sheet={useMenuSheet()} />
                </>
              }
              empty={
                isMine ? { title: t('empty.marked'), advice: t('empty.howToMark') } : { title: t('empty.title'), advice: t('empty.advice') }
              }
            />
          </div>
        </Panel>
        <div className="menu-bars no-print">
          <CompareBar tray={tray} />
          <CartBar cart={cart} />
        </div>
      </div>
    </>
  );
}
