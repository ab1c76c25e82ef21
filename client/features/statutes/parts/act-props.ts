import type { Statute, StatuteVersion } from '../api/statutes.ts';

interface ActProps {
  readonly onDone: () => void;
  readonly onReload: () => void;
  readonly onClose: () => void;
}
export interface VersionActProps extends ActProps {
  readonly version: StatuteVersion;
}
export interface StatuteActProps extends ActProps {
  readonly statute: Statute;
}
