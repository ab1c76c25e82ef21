import { useSyncExternalStore } from 'react';

// Reached on phones, and on desktops at 200 % zoom and more.
const narrow = '(max-width: 640px)';

export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => window.matchMedia(narrow).matches,
  );
}
