import type { Grant } from '../api/grant-act.ts';

/** What every form of an act on a grant gets. */
export interface GrantActProps {
  readonly grant: Grant;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
