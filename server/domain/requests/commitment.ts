import { type Actor, belongsTo, hasRole } from '../people/actor.ts';
import { type DomainRefusal, refusal } from '../values/outcome.ts';
import type { CommitmentState } from './readiness.ts';
import { FOREVER } from '../time/time.ts';
import type { OrganisationKind, Role } from '../values/words.ts';

export const commitmentActions = ['deliver', 'confirm', 'dispute'] as const;
export type CommitmentAction = (typeof commitmentActions)[number];

/** What the county owes a township for one power, as it is kept. */
export interface Commitment {
  readonly state: CommitmentState;
  /** Set exactly when waived; FOREVER where nothing is owed any more. */
  readonly waivedUntilAt: number | null;
  readonly dueAt: number;
  readonly townshipId: string;
  readonly organisationId: string;
}

/** A waiver has an end: after it the commitment is owed again as promised (RULES.md 5.20). */
export function commitmentStateAt({ state, waivedUntilAt }: Pick<Commitment, 'state' | 'waivedUntilAt'>, at: number): CommitmentState {
  return state === 'waived' && (waivedUntilAt ?? FOREVER) <= at ? 'promised' : state;
}

/** Overdue is what is still owed after its day; a waiver in force owes nothing (RULES.md 1.4). */
export function isCommitmentOverdue(commitment: Commitment, at: number): boolean {
  const state = commitmentStateAt(commitment, at);
  return (state === 'promised' || state === 'disputed') && commitment.dueAt <= at;
}

/** Who delivers for an organisation: the county's deciders, the legal office's legal reviewers, a department's reviewers (RULES.md 5.23). */
export function owingRole(organisation: { readonly kind: OrganisationKind; readonly duty: string | null }): Role {
  if (organisation.kind === 'county') return 'decider';
  return organisation.duty === 'legal' ? 'legal_reviewer' : 'reviewer';
}

const parties = {
  deliver: { side: 'organisationId', roles: ['reviewer', 'legal_reviewer', 'decider'] },
  confirm: { side: 'townshipId', roles: ['lead', 'clerk'] },
  dispute: { side: 'townshipId', roles: ['lead', 'clerk'] },
} as const satisfies Record<CommitmentAction, { readonly side: 'organisationId' | 'townshipId'; readonly roles: readonly Role[] }>;

/** Whether the actor stands on the side that may act: who owes delivers, who receives answers (RULES.md 5.22). */
function isParty(action: CommitmentAction, commitment: Commitment, actor: Actor): boolean {
  const { side, roles } = parties[action];
  return roles.some((role) => hasRole(actor, role, commitment[side]));
}

function refuseState(action: CommitmentAction, commitment: Commitment, at: number): DomainRefusal | null {
  const state = commitmentStateAt(commitment, at);
  if (state === 'confirmed') return refusal('commitment_confirmed');
  if (state === 'waived' && commitment.waivedUntilAt === FOREVER) return refusal('commitment_waived');
  // What is waived for a time may still come early.
  if (action === 'deliver') return state === 'delivered' ? refusal('commitment_delivered') : null;
  return state === 'delivered' ? null : refusal('commitment_not_delivered');
}

/** Why the actor may not do this to the commitment now, or null: delivered with evidence, then confirmed or disputed by the township (RULES.md 5.22). */
export function guardCommitment(action: CommitmentAction, commitment: Commitment, actor: Actor, at: number): DomainRefusal | null {
  if (!isParty(action, commitment, actor)) return refusal('forbidden');
  // Who receives cannot be the one who says that it was delivered.
  if (action === 'deliver' && belongsTo(actor, commitment.townshipId)) return refusal('interested_party');
  return refuseState(action, commitment, at);
}

/** What the actor may do to the commitment now; travels with the data (RULES.md 5.5). */
export function allowedCommitmentActions(commitment: Commitment, actor: Actor, at: number): CommitmentAction[] {
  return commitmentActions.filter((action) => guardCommitment(action, commitment, actor, at) === null);
}
