import type { Db } from '#db/connection.ts';
import { projectLapses, reconcileLapses } from '#server/domain/ledger/lapses.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { countySettings } from '#server/features/organisations/index.ts';
import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { idleOf } from './follow-penalty.ts';
import { attestationsOf, type GrantRecord } from '../queries.ts';
import { applyChanges } from '../store.ts';

/** What the township can prove for one grant: its rosters, and what it attested when that grant was prepared. */
export function factsFor(
  db: Db,
  { row }: GrantRecord,
  officers: TownshipFacts['officers'] = townshipFacts(db, row.townshipId).officers,
): TownshipFacts {
  return { officers, attestations: attestationsOf(db, row.requestId) };
}

/** Makes the stored lapses of a grant say what the facts say from now on; answers whether anything changed. */
export function followLapses(act: Act, record: GrantRecord, facts: TownshipFacts): boolean {
  const { row, file } = record;
  const { grant } = file;
  const situation = {
    facts,
    prerequisites: row.prerequisites,
    graceDays: countySettings(act.tx).settings.lapseGraceDays,
    holding: grant,
    idle: idleOf(act.tx, record, act.now),
    observedFromAt: row.observedFromAt,
    decided: grant.suspensions.filter(({ kind }) => kind === 'decision'),
  };
  const projected = projectLapses(situation, act.now);
  const changes = reconcileLapses(row.id, grant.suspensions, projected, act);
  applyChanges(act.tx, row, changes, { now: act.now, reason: '' });
  return changes.length > 0;
}
