import type { GrantAct } from '#contract/audit/audit-trail.ts';
import type { GrantFacts } from '#contract/grants/grant-facts.ts';
import type { SignatoryRow } from '#server/features/accounts/index.ts';
import type { Act } from '#server/records/change.ts';
import { loadGrant, type GrantRecord } from '../queries.ts';

export function demandGrant(act: Act, id: string): GrantRecord {
  const record = loadGrant(act.tx, id);
  if (!record) throw new Error(`grant ${id} vanished inside its own transaction`);
  return record;
}

export const columnsOf = ({ accountId, name, organisation, onBehalfOf }: SignatoryRow) => ({
  accountId,
  actorName: name,
  actorOrganisation: organisation,
  onBehalfOf,
});

export function recordGrantAct<K extends GrantAct>(act: Act, action: K, { row }: GrantRecord, detail: GrantFacts[K]): void {
  const { id, powerId, townshipId, departmentId } = row;
  const outbox = { kind: action, payload: { powerId, townshipId, departmentId } };
  act.record({ action, subjectKind: 'grant', subjectId: id, detail, outbox });
}
