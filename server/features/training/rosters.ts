import type { Act } from '#server/records/change.ts';

/** Effects uphill: grants look again at what lapses when a roster changes, in the same transaction. */
export interface TrainingHooks {
  readonly rosterChanged: (act: Act, townshipId: string) => void;
}
