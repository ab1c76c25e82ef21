import type { CommitmentView } from '../api/commitments.ts';

/** What every form of an act on a commitment gets. */
export interface CommitmentActProps {
  readonly one: CommitmentView;
  /** The act is still possible; it may have ceased to be while somebody was typing. */
  readonly isAllowed: boolean;
  readonly onReload: () => void;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
