import { useTranslation } from 'react-i18next';
import type { CompareTray } from '../../api/compare-tray.ts';
import type { Favourites } from '../../api/favourites.ts';

export interface ToolItem {
  readonly id: string;
  readonly powerId: string;
  readonly code: string;
  readonly name: string;
  readonly departmentName: string;
}

/** A star that is filled or not, and says so. */
export function StarButton({ item, favourites }: { readonly item: ToolItem; readonly favourites: Favourites }) {
  const { t } = useTranslation('menu');
  const isMarked = favourites.has(item.powerId);
  return (
    <button
      type="button"
      className="tool-button"
      aria-pressed={isMarked}
      aria-label={t('star.of', { power: item.name })}
      title={t(isMarked ? 'star.unmark' : 'star.mark')}
      onClick={() => favourites.toggle({ ...item, itemId: item.id })}
    >
      <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true" className={isMarked ? 'star star-full' : 'star'}>
        <path d="M10 1.8l2.5 5.2 5.7.8-4.1 4 1 5.7L10 14.8l-5.1 2.7 1-5.7-4.1-4 5.7-.8z" />
      </svg>
    </button>
  );
}

export function CompareButton({
  item,
  tray,
  isWide = false,
}: {
  readonly item: ToolItem;
  readonly tray: CompareTray;
  readonly isWide?: boolean;
}) {
  const { t } = useTranslation('menu');
  const isChosen = tray.has(item.id);
  return (
    <button
      type="button"
      className={isWide ? 'button' : 'tool-button tool-words'}
      aria-pressed={isChosen}
      aria-label={t('compare.of', { power: item.name })}
      title={tray.isFull && !isChosen ? t('compare.full') : undefined}
      disabled={tray.isFull && !isChosen}
      onClick={() => tray.toggle({ id: item.id, name: item.name })}
    >
      {t(isChosen ? 'compare.chosen' : 'compare.add')}
    </button>
  );
}
