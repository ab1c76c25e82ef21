import { lazy } from 'react';
import { useMe } from '#client/lib/session.ts';
import { NotFoundScreen } from './not-found-screen.tsx';
import { pathTo } from './paths.ts';

const PiecesScreen = lazy(async () => ({ default: (await import('#client/ui/pieces/pieces-screen.tsx')).PiecesScreen }));

/** The page of all pieces belongs to the demo; in production the address does not exist, and nothing of it is loaded. */
export function PiecesInDemo() {
  return useMe().county.isDemo ? <PiecesScreen /> : <NotFoundScreen home={pathTo('home')} />;
}
