import type { Commitment } from '#contract/resources.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { allowedCommitmentActions, commitmentStateAt, isCommitmentOverdue } from '#server/domain/requests/commitment.ts';
import type { CommitmentRow } from './queries.ts';

/** A commitment as the actor sees it now: its state follows from the end of a waiver, its actions from who asks. */
export function presentCommitment(row: CommitmentRow, actor: Actor, now: number): Commitment {
  return {
    id: row.id,
    requestId: row.requestId,
    key: row.key,
    township: { id: row.townshipId, kind: 'township', name: row.townshipName, shortName: row.townshipShortName },
    organisation: { id: row.organisationId, kind: row.organisationKind, name: row.organisationName, shortName: row.organisationShortName },
    powerName: row.powerName,
    kind: row.kind,
    unit: row.unit,
    amount: row.amount,
    description: row.description,
    dueAt: row.dueAt,
    state: commitmentStateAt(row, now),
    isOverdue: isCommitmentOverdue(row, now),
    evidence: row.evidence,
    deliveredAt: row.deliveredAt,
    confirmedAt: row.confirmedAt,
    disputeText: row.disputeText,
    allowedActions: allowedCommitmentActions(row, actor, now),
    version: row.version,
  };
}
