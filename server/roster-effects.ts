import { reprojectLapses } from '#server/features/grants/index.ts';
import { rosterChangedForRequests } from '#server/features/preparation/index.ts';
import type { TermsPorts } from '#server/features/requests/index.ts';
import type { TrainingHooks } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';

/** Grants and preparations follow the rosters in the transaction that writes them, beside the main thread as on it. */
export const rosterEffects = (termsIn: (act: Act) => TermsPorts): TrainingHooks => ({
  rosterChanged(act, townshipId) {
    reprojectLapses(act, townshipId);
    rosterChangedForRequests(termsIn(act))(act, townshipId);
  },
});
