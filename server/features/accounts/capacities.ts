import type { Db } from '#db/connection.ts';
import { standsInFor } from './queries.ts';
import { substituteCandidates, type Candidate } from './substitute-candidates.ts';

/**
 * In whose place somebody may act at an instant. Who named a substitute named a colleague: who has moved to another body since, or has
 * taken on a role that does not go with theirs, is none any more (RULES.md 2.10).
 */
export const capacitiesOf = (db: Db, accountId: string, now: number): Candidate[] =>
  standsInFor(db, accountId, now).filter((away) => substituteCandidates(db, away.accountId).some((one) => one.accountId === accountId));
