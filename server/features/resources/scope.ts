import { hasRole, organisationsWhere, type Actor } from '#server/domain/people/actor.ts';
import type { CommitmentRow, Scope } from './queries.ts';

/** Deciders and auditors see what the whole county owes; others what their body owes or is promised (RULES.md 7.13). */
export function scopeOf(actor: Actor): Scope {
  if (hasRole(actor, 'decider') || hasRole(actor, 'auditor')) return 'all';
  const owing = [...organisationsWhere(actor, 'reviewer'), ...organisationsWhere(actor, 'legal_reviewer')];
  const receiving = [...organisationsWhere(actor, 'lead'), ...organisationsWhere(actor, 'clerk')];
  return { owing: [...new Set(owing)], receiving: [...new Set(receiving)] };
}

export function canSeeCommitment(row: Pick<CommitmentRow, 'organisationId' | 'townshipId'>, actor: Actor): boolean {
  const scope = scopeOf(actor);
  return scope === 'all' || scope.owing.includes(row.organisationId) || scope.receiving.includes(row.townshipId);
}
