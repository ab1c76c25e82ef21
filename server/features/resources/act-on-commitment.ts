import type { Db } from '#db/connection.ts';
import type { Signatory } from '#server/domain/people/signatory.ts';
import type { Commitment } from '#contract/resources.ts';
import { guardCommitment, owingRole, type CommitmentAction } from '#server/domain/requests/commitment.ts';
import { hasRole, type Actor } from '#server/domain/people/actor.ts';
import { covers } from '#server/domain/people/scope.ts';
import { commitmentScope } from '#server/domain/people/visibility.ts';
import type { ResourceKind, ResourceUnit, Role } from '#server/domain/values/words.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { notFound, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act, type ChangeContext, type ChangedOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { presentCommitment } from './present.ts';
import { commitmentById, type CommitmentRow } from './queries.ts';
import { saveCommitment, type CommitmentProgress } from './store.ts';

/** What the request that the commitment belongs to writes into its timeline. */
export interface CommitmentChange {
  readonly kind: 'commitment_delivered' | 'commitment_confirmed' | 'commitment_disputed';
  readonly commitmentId: string;
  readonly requestId: string;
  readonly key: string;
  readonly by: Signatory;
  /** What is owed and, beside it, the evidence or the dispute. */
  readonly facts: {
    readonly kind: ResourceKind;
    readonly amount: number;
    readonly unit: ResourceUnit;
    readonly description: string;
    readonly text: string | null;
  };
}

/** Effects uphill: handed in where the features are put together. */
export interface ResourcesHooks {
  readonly commitmentChanged: (act: Act, change: CommitmentChange) => void;
}

export interface CommitmentCall extends ChangeContext {
  readonly actor: Actor;
  readonly params: { readonly commitmentId: string };
  readonly expectedVersion: number;
}

const eventOf = {
  deliver: 'commitment_delivered',
  confirm: 'commitment_confirmed',
  dispute: 'commitment_disputed',
} as const satisfies Record<CommitmentAction, string>;

export type CommitmentAnswer = Promise<ChangedOnce<{ readonly kind: 'done'; readonly value: Commitment } | Refused>>;

/** The way of every act on a commitment: see it, hold its version, be allowed, write, pass the obligation on, tell the request. */
export function actOnCommitment(
  ports: Ports,
  hooks: ResourcesHooks,
  call: CommitmentCall,
  action: CommitmentAction,
  next: (row: CommitmentRow) => { readonly progress: CommitmentProgress; readonly text: string | null },
): CommitmentAnswer {
  const seen = (db: Db, id: string): CommitmentRow | null => {
    const row = commitmentById(db, id);
    return row && covers(commitmentScope(call.actor), row) ? row : null;
  };
  const again = presentFound(seen, (row) => presentCommitment(row, call.actor, call.now));
  return changeOnce(ports, call, again, (act): { readonly kind: 'done'; readonly value: Commitment } | Refused => {
    const row = seen(act.tx, call.params.commitmentId);
    if (!row) return notFound;
    const stale = refuseStale(act.tx, row, call.expectedVersion);
    if (stale) return stale;
    const refusal = guardCommitment(action, row, call.actor, call.now);
    if (refusal) return { kind: 'refused', refusal };
    const { progress, text } = next(row);
    if (!saveCommitment(act.tx, row.id, call.expectedVersion, progress)) return staleVersion(act.tx, row, call.expectedVersion);
    passOn(act, row, action);
    const kind = eventOf[action];
    const { requestId, key, amount, unit, description } = row;
    const facts = { kind: row.kind, amount, unit, description, text };
    act.record({
      action: kind,
      subjectKind: 'commitment',
      subjectId: row.id,
      detail: { requestId, key, text },
      outbox: { kind, payload: { requestId, townshipId: row.townshipId } },
    });
    hooks.commitmentChanged(act, {
      kind,
      commitmentId: row.id,
      requestId,
      key,
      by: signatoryOf(act.tx, call.actor, ...capacityOf(action, row, call.actor)),
      facts,
    });
    return { kind: 'done', value: presentCommitment(demandCommitment(act, row.id), call.actor, call.now) };
  });
}

/** Somebody always owes the next step: the owing body to deliver, or the township to answer, until it is confirmed. */
function passOn(act: Act, row: CommitmentRow, action: CommitmentAction): void {
  act.closeTasks({ subjectKind: 'commitment', subjectId: row.id }, eventOf[action]);
  if (action === 'dispute') openDelivery(act, row, row.dueAt);
  if (action !== 'deliver') return;
  const { id, townshipId, powerId } = row;
  act.openTask({
    kind: 'confirm_commitment',
    subjectKind: 'commitment',
    subjectId: id,
    organisationId: townshipId,
    role: 'lead',
    powerId,
    townshipId,
    dueAt: null,
  });
}

/** The owing body's obligation, owed by the role that delivers for it. */
export function openDelivery(
  act: Act,
  row: Pick<CommitmentRow, 'id' | 'organisationId' | 'organisationKind' | 'organisationDuty' | 'powerId' | 'townshipId'>,
  dueAt: number,
): void {
  const role = owingRole({ kind: row.organisationKind, duty: row.organisationDuty });
  const { id, organisationId, powerId, townshipId } = row;
  act.openTask({ kind: 'deliver_commitment', subjectKind: 'commitment', subjectId: id, organisationId, role, powerId, townshipId, dueAt });
}

const rolesOf = {
  deliver: ['reviewer', 'legal_reviewer', 'decider'],
  confirm: ['lead', 'clerk'],
  dispute: ['lead', 'clerk'],
} as const satisfies Record<CommitmentAction, readonly Role[]>;
/** In which role, and of which body, somebody acts: of the one that owes or of the one that receives, whatever others they belong to. */
function capacityOf(action: CommitmentAction, row: CommitmentRow, actor: Actor): readonly [Role, string] {
  const organisationId = action === 'deliver' ? row.organisationId : row.townshipId;
  return [rolesOf[action].find((role) => hasRole(actor, role, organisationId)) ?? rolesOf[action][0], organisationId];
}

function demandCommitment(act: Act, id: string): CommitmentRow {
  const row = commitmentById(act.tx, id);
  if (!row) throw new Error(`commitment ${id} vanished within its own transaction`);
  return row;
}
