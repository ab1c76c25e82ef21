import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { pathTo } from '#client/app/paths.ts';
import { useLawWords } from '#client/i18n/use-law-words.ts';
import { useWords } from '#client/i18n/use-words.ts';
import type { Answer } from '#client/lib/call-types.ts';
import { hasRole, useMe } from '#client/lib/session.ts';
import type { Column } from '#client/ui/lists/list-parts.tsx';
import { StatusTag } from '#client/ui/shown/status-tag.tsx';
import type { ItemBadge } from '../../api/badges.ts';
import type { Cart } from '../../api/cart.ts';
import type { CompareTray } from '../../api/compare-tray.ts';
import type { LawFlag } from '#client/parts/terms/law-flags.ts';
import type { Favourites } from '../../api/favourites.ts';
import { Badges } from './badges.tsx';
import { CartButton } from '../cart/cart-button.tsx';
import { MarkedName } from './marked-name.tsx';
import { CompareButton, StarButton } from './row-tools.tsx';
import { swapQuery } from '../cart/swap-banner.tsx';

type Row = Answer<'GET /menu/items'>['items'][number];

interface ColumnNeeds {
  readonly badges: ReadonlyMap<string, ItemBadge>;
  readonly lawFlags: ReadonlyMap<string, LawFlag>;
  readonly cart: Cart;
  readonly swap: string | null;
  readonly favourites: Favourites;
  readonly tray: CompareTray;
}

/** The item rests on a statute that has ended, and the item has not been reviewed yet. */
export function LawTag({ flag, words }: { readonly flag: LawFlag | undefined; readonly words: (flag: LawFlag) => string }) {
  return flag === undefined ? null : <StatusTag tone="waiting">{words(flag)}</StatusTag>;
}

export function useMenuColumns({ badges, lawFlags, cart, swap, favourites, tray }: ColumnNeeds): Column<Row>[] {
  const { t } = useTranslation('menu');
  const word = useWords();
  const law = useLawWords();
  const suffix = swapQuery(swap);
  const isTownship = hasRole(useMe(), 'clerk', 'lead');
  return [
    {
      key: 'power',
      title: t('column.power'),
      isName: true,
      cell: (row) => (
        <>
          <Link to={pathTo('menuItem', { itemId: row.id }) + suffix}>
            <MarkedName name={row.name} marks={row.match?.name} />
          </Link>
          <div className="row secondary">
            {row.code}
            {row.match?.by === 'initials' ? <span>{t('match.initials')}</span> : null}
            {row.match?.by === 'pinyin' ? <span>{t('match.pinyin')}</span> : null}
            {row.release === 'common' ? <StatusTag>{t('common')}</StatusTag> : null}
            {row.isReturnable ? null : <StatusTag>{t('notReturnable')}</StatusTag>}
            <LawTag flag={lawFlags.get(row.id)} words={law.flag} />
          </div>
        </>
      ),
    },
    {
      key: 'type',
      title: t('column.type'),
      isFit: true,
      cell: (row) => (
        <>
          {word('statutoryType', row.statutoryType)}
          <div className="secondary">{word('carrier', row.carrier)}</div>
        </>
      ),
    },
    { key: 'department', title: t('column.department'), cell: (row) => row.departmentName },
    {
      key: 'tiers',
      title: t('column.tiers'),
      isFit: true,
      cell: (row) => `${word('difficulty', row.difficulty)} / ${word('liability', row.liability)}`,
    },
    {
      key: 'standing',
      title: t(isTownship ? 'column.standing' : 'item.standingAll'),
      cell: (row) => <Badges badge={badges.get(row.id)} item={row} />,
    },
    {
      key: 'act',
      title: t('column.act'),
      isFit: true,
      cell: (row) => (
        <div className="row-tools">
          <CartButton cart={cart} item={row} badge={badges.get(row.id)} isSwap={swap !== null} />
          <StarButton item={row} favourites={favourites} />
          <CompareButton item={row} tray={tray} />
        </div>
      ),
    },
  ];
}
