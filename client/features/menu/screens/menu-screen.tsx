import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useWords } from '#client/i18n/use-words.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { useListAnswer } from '#client/lib/use-answer.ts';
import { DataList, type Column } from '#client/ui/data-list.tsx';
import { PageHeader } from '#client/ui/page-header.tsx';
import { Panel } from '#client/ui/panel.tsx';
import { ProblemAlert } from '#client/ui/problem-alert.tsx';
import { StatusTag } from '#client/ui/status-tag.tsx';
import { useAddress } from '#client/ui/use-address.ts';
import { useBadges, type ItemBadge } from '../api/badges.ts';
import { useCart, type Cart } from '../api/cart.ts';
import { Badges } from '../parts/badges.tsx';
import { CartBar } from '../parts/cart-bar.tsx';
import { CartButton, isOrderable } from '../parts/cart-button.tsx';
import { MenuFilters, menuFilterNames } from '../parts/menu-filters.tsx';
import { SwapBanner, swapQuery, useSwap } from '../parts/swap-banner.tsx';

type Row = Answer<'GET /menu/items'>['items'][number];
type Query = NonNullable<NonNullable<Parameters<typeof useListAnswer<'GET /menu/items'>>[1]>['query']>;

export function MenuScreen() {
  const { t } = useTranslation('menu');
  const swap = useSwap();
  const cart = useCart(swap);
  const address = useAddress(menuFilterNames);
  const filters = Object.fromEntries(Object.entries(address.values).filter(([, value]) => value !== ''));
  // What stands in the address bar is checked by the server; a link with nonsense in it gets a clear answer.
  const query = { ...filters, cursor: address.cursor, limit: '25' } as Query;
  const found = useListAnswer('GET /menu/items', { query });
  const badges = useBadges(found.data?.items.map(({ id }) => id) ?? []);
  const columns = useMenuColumns({ badges, cart, swap });
  const edition = found.data?.edition;
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={edition ? t('edition', { title: edition.title, number: edition.documentNumber ?? '' }) : undefined}
      />
      <div className="stack">
        <SwapBanner grantId={swap} />
        <Panel>
          <MenuFilters address={address} departments={found.data?.departments ?? []} />
          <ProblemAlert error={cart.error} />
          <DataList
            caption={t('caption')}
            columns={columns}
            rows={found.data?.items}
            keyOf={(row) => row.id}
            total={found.data?.total}
            nextCursor={found.data?.nextCursor}
            pages={address.pages}
            error={found.error}
            onRetry={() => void found.refetch()}
            isUpdating={found.isPlaceholderData}
            address={address}
            empty={{ title: t('empty.title'), advice: t('empty.advice') }}
          />
        </Panel>
        <CartBar cart={cart} />
      </div>
    </>
  );
}

interface ColumnNeeds {
  readonly badges: ReadonlyMap<string, ItemBadge>;
  readonly cart: Cart;
  readonly swap: string | null;
}

function useMenuColumns({ badges, cart, swap }: ColumnNeeds): Column<Row>[] {
  const { t } = useTranslation('menu');
  const word = useWords();
  const me = useMe();
  const suffix = swapQuery(swap);
  const own: Column<Row>[] = [
    {
      key: 'standing',
      title: t('column.standing'),
      cell: (row) => <Badges badge={badges.get(row.id)} isCommon={row.release === 'common'} />,
    },
    {
      key: 'act',
      title: t('column.act'),
      isFit: true,
      cell: (row) => {
        const badge = badges.get(row.id);
        return badge?.inDraft === true || isOrderable({ badge, item: row }) ? (
          <CartButton cart={cart} item={row} badge={badge} isSwap={swap !== null} />
        ) : null;
      },
    },
  ];
  return [
    {
      key: 'power',
      title: t('column.power'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('menuItem', { itemId: row.id }) + suffix}>{row.name}</Link>
          <div className="row secondary">
            {row.code}
            {row.release === 'common' ? <StatusTag>{t('common')}</StatusTag> : null}
            {row.isReturnable ? null : <StatusTag>{t('notReturnable')}</StatusTag>}
          </div>
        </>
      ),
    },
    { key: 'type', title: t('column.type'), isFit: true, cell: (row) => word('statutoryType', row.statutoryType) },
    { key: 'carrier', title: t('column.carrier'), isFit: true, cell: (row) => word('carrier', row.carrier) },
    { key: 'department', title: t('column.department'), cell: (row) => row.departmentName },
    {
      key: 'tiers',
      title: t('column.tiers'),
      isFit: true,
      isHiddenOnPhone: true,
      cell: (row) => `${word('difficulty', row.difficulty)} / ${word('liability', row.liability)}`,
    },
    ...(hasRole(me, 'clerk', 'lead') ? own : []),
  ];
}
