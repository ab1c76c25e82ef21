import { pathTo } from '#client/app/paths.ts';
import { useOwnStoredForm } from '#client/lib/use-own-stored-form.ts';

/** More columns cannot be read side by side. */
export const mostCompared = 4;

export interface Compared {
  readonly id: string;
  readonly name: string;
}
export interface CompareTray {
  readonly items: readonly Compared[];
  readonly has: (itemId: string) => boolean;
  readonly isFull: boolean;
  readonly toggle: (item: Compared) => void;
  readonly clear: () => void;
}

/** What is being collected for a comparison, while somebody walks through the menu. */
export function useCompareTray(): CompareTray {
  const { value, set, forget } = useOwnStoredForm<{ readonly items: readonly Compared[] }>('compare', { items: [] });
  const { items } = value;
  const has = (itemId: string): boolean => items.some(({ id }) => id === itemId);
  return {
    items,
    has,
    isFull: items.length >= mostCompared,
    toggle: ({ id, name }) => {
      if (has(id)) set({ items: items.filter((one) => one.id !== id) });
      else if (items.length < mostCompared) set({ items: [...items, { id, name }] });
    },
    clear: forget,
  };
}

/** The address of a comparison carries what is compared, so a link reproduces it. */
export const compareAddress = (itemIds: readonly string[]): string =>
  `${pathTo('compare')}?items=${itemIds.map(encodeURIComponent).join(',')}`;
