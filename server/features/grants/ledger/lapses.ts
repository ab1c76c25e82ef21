import type { Db } from '#db/connection.ts';
import type { Interval } from '#server/domain/ledger/intervals.ts';
import { projectLapses, reconcileLapses } from '#server/domain/ledger/lapses.ts';
import type { LedgerChange } from '#server/domain/ledger/ledger.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import type { GrantRecord } from './grant-record.ts';
import { attestationsOf } from '../queries.ts';

/** What the township can prove for one grant: its rosters, and what it attested when that grant was prepared. */
export function factsFor(
  db: Db,
  { row }: GrantRecord,
  officers: TownshipFacts['officers'] = townshipFacts(db, row.townshipId).officers,
): TownshipFacts {
  return { officers, attestations: attestationsOf(db, row.requestId) };
}

interface Known {
  readonly facts: TownshipFacts;
  readonly graceDays: number;
  /** When the township does not exercise the penalty of a compulsory measure. */
  readonly idle: readonly Interval[];
}

/** What makes the stored lapses of a grant say what the facts say from now on. */
export function lapseChanges(act: Pick<Act, 'now' | 'newId'>, { row, file }: GrantRecord, known: Known): LedgerChange[] {
  const { grant } = file;
  const decided = grant.suspensions.filter(({ kind }) => kind === 'decision');
  const situation = { ...known, prerequisites: row.prerequisites, holding: grant, observedFromAt: row.observedFromAt, decided };
  return reconcileLapses(row.id, grant.suspensions, projectLapses(situation, act.now), act);
}
