import { commitmentStateAt } from '#server/domain/requests/commitment.ts';
import { dueAt, type Calendar } from '#server/domain/time/deadlines.ts';
import type { CommitmentFacts } from '#server/domain/requests/readiness.ts';
import type { ResourceItem } from '#server/domain/menu/terms.ts';
import { FOREVER } from '#server/domain/time/time.ts';
import type { Db } from '#db/connection.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import type { Act } from '#server/records/change.ts';
import { openDelivery } from './act-on-commitment.ts';
import { commitmentByKey, commitmentStates, commitmentsOf, type CommitmentRow } from './queries.ts';
import { insertCommitment, saveCommitment } from './store.ts';

/** The resource package of an approved request becomes what named bodies owe by a day (RULES.md 5.21). */
export function openCommitments(
  act: Act,
  {
    requestId,
    townshipId,
    powerId,
    items,
    calendar,
  }: {
    readonly requestId: string;
    readonly townshipId: string;
    readonly powerId: string;
    readonly items: readonly ResourceItem[];
    readonly calendar: Calendar;
  },
): void {
  for (const { key, kind, organisationId, amount, unit, description, withinWorkingDays } of items) {
    const owing = organisationById(act.tx, organisationId);
    if (!owing) throw new Error(`organisation ${organisationId} owes something but is missing`);
    const due = dueAt(calendar, act.now, { count: withinWorkingDays, unit: 'working_days' }).dueAt;
    const id = act.newId();
    insertCommitment(act.tx, {
      id,
      requestId,
      key,
      townshipId,
      organisationId,
      powerId,
      kind,
      unit,
      amount,
      description,
      dueAt: due,
      createdAt: act.now,
    });
    openDelivery(act, { id, organisationId, organisationKind: owing.kind, organisationDuty: owing.duty, powerId, townshipId }, due);
  }
}

/** How the commitments of a request stand now, for `evaluateReadiness`. */
export function commitmentFactsOf(db: Db, requestId: string, now: number): CommitmentFacts[] {
  return commitmentStates(db, requestId).map(({ key, state, waivedUntilAt }) => ({
    key,
    state: commitmentStateAt({ state, waivedUntilAt }, now),
  }));
}

/** Puts a commitment off until an instant: it is still owed, but does not hold the grant up. False when the request has no such commitment that is still open. */
export function waiveCommitment(act: Act, requestId: string, key: string, untilAt: number): boolean {
  const row = commitmentByKey(act.tx, requestId, key);
  if (!row || row.state === 'confirmed') return false;
  setAside(act, row, untilAt, 'commitment_waived');
  openDelivery(act, row, untilAt);
  return true;
}

/** Nothing is owed any more for a request that was withdrawn or lapsed; what was confirmed stays as evidence. */
export function releaseCommitments(act: Act, requestId: string): void {
  for (const row of commitmentsOf(act.tx, requestId)) if (row.state !== 'confirmed') setAside(act, row, FOREVER, 'commitment_released');
}

function setAside(act: Act, row: CommitmentRow, waivedUntilAt: number, action: 'commitment_waived' | 'commitment_released'): void {
  const { evidence, deliveredAt, disputeText, requestId, key } = row;
  const isSaved = saveCommitment(act.tx, row.id, row.version, {
    state: 'waived',
    waivedUntilAt,
    evidence,
    deliveredAt,
    confirmedAt: null,
    disputeText,
  });
  if (!isSaved) throw new Error(`commitment ${row.id} changed within one transaction`);
  act.closeTasks({ subjectKind: 'commitment', subjectId: row.id }, action);
  act.record({ action, subjectKind: 'commitment', subjectId: row.id, detail: { requestId, key, waivedUntilAt } });
}
