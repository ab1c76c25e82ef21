import { useCallback, useEffect, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router';

export interface Address<Name extends string> {
  /** Filters as they stand in the address bar; '' where none is set. */
  readonly values: Readonly<Record<Name, string>>;
  readonly hasFilters: boolean;
  /** Changes filters and goes back to the first page. */
  readonly set: (changes: Partial<Record<Name, string>>) => void;
  readonly clear: () => void;
  /** Cursor of the page shown, for the query; absent on the first page. */
  readonly cursor: string | undefined;
  readonly pages: Pages;
}

export interface Pages {
  readonly isFirst: boolean;
  readonly next: (cursor: string) => void;
  readonly previous: () => void;
  readonly first: () => void;
}

const trailOf = (state: unknown): readonly string[] =>
  typeof state === 'object' && state !== null && 'trail' in state && Array.isArray(state.trail) ? (state.trail as string[]) : [];

/**
 * The filters, order and page of a list live in the address bar, so that a link reproduces it. Cursors only lead forward;
 * the way back is kept in the history entry, and where it is missing (a link was opened) "previous" leads to the first page.
 */
export function useAddress<Name extends string>(names: readonly Name[]): Address<Name> {
  const [search, setSearch] = useSearchParams();
  const location = useLocation();
  const trail = trailOf(location.state);
  const cursor = search.get('cursor') ?? undefined;

  const values = Object.fromEntries(names.map((name) => [name, search.get(name) ?? ''])) as Record<Name, string>;

  // Two choices can follow each other before the first is drawn: the second starts from what the first asked for, not from what is
  // drawn, or the first would be lost.
  const asked = useRef(search);
  useEffect(() => {
    asked.current = search;
  }, [search]);

  const go = useCallback(
    (changes: Readonly<Record<string, string | undefined>>, state: { readonly trail: readonly string[] }, replace: boolean) => {
      const next = new URLSearchParams(asked.current);
      for (const [name, value] of Object.entries(changes)) {
        if (value === undefined || value === '') next.delete(name);
        else next.set(name, value);
      }
      asked.current = next;
      setSearch(next, { state, replace, preventScrollReset: replace });
    },
    [setSearch],
  );

  return {
    values,
    hasFilters: names.some((name) => name !== 'sort' && values[name] !== ''),
    set: (changes) => go({ ...(changes as Record<string, string>), cursor: undefined }, { trail: [] }, true),
    clear: () => go({ ...Object.fromEntries(names.map((name) => [name, undefined])), cursor: undefined }, { trail: [] }, true),
    cursor,
    pages: {
      isFirst: cursor === undefined,
      next: (following) => go({ cursor: following }, { trail: [...trail, cursor ?? ''] }, false),
      previous: () => go({ cursor: trail[trail.length - 1] }, { trail: trail.slice(0, -1) }, false),
      first: () => go({ cursor: undefined }, { trail: [] }, false),
    },
  };
}
