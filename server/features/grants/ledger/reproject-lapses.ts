import { townshipFacts } from '#server/features/training/index.ts';
import type { Act } from '#server/records/change.ts';
import { demandGrant } from './grant-record.ts';
import { factsFor, followLapses } from './lapses.ts';
import { loadGrant, type GrantRecord } from '../queries.ts';
import { runningGrants } from './running-queries.ts';
import type { TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { rideMeasures } from './ride-measures.ts';
import { settleTasks } from './settle-tasks.ts';
import { nextVersion } from '../store.ts';

/** After a change of a roster or certificate: what is to come for each grant of the township, in the transaction of that change. */
export function reprojectLapses(act: Act, townshipId: string): void {
  const running = runningGrants(act.tx, townshipId, act.now);
  if (running.length === 0) return;
  const { officers } = townshipFacts(act.tx, townshipId);
  for (const { grantId } of running) reprojectGrant(act, grantId, officers);
}

function reprojectGrant(act: Act, grantId: string, officers: TownshipFacts['officers']): void {
  const record = loadGrant(act.tx, grantId);
  if (!record || record.row.prerequisites.length === 0) return;
  if (!followLapses(act, record, factsFor(act.tx, record, officers))) return;
  const { row } = record;
  // Who looks at the grant looks at something else now.
  if (!nextVersion(act.tx, row.id, row.version)) throw new Error(`grant ${row.id} changed inside its own transaction`);
  const after = demandGrant(act, grantId);
  const detail = { suspensions: lapsesOf(after, act.now) };
  const outbox = {
    kind: 'lapses_projected',
    payload: { powerId: row.powerId, townshipId: row.townshipId, departmentId: row.departmentId },
  };
  act.record({ action: 'lapses_projected', subjectKind: 'grant', subjectId: row.id, detail, outbox });
  settleTasks(act, after, 'cured');
  rideMeasures(act, after);
}

const lapsesOf = ({ file }: GrantRecord, now: number) =>
  file.grant.suspensions
    .filter(({ kind, fromAt, toAt }) => kind === 'lapse' && fromAt < toAt && toAt > now)
    .map(({ fromAt, toAt }) => ({ fromAt, toAt }));
