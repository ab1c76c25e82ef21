import { type Actor, hasRole, organisationsWhere } from '#server/domain/people/actor.ts';

/** Whose grants somebody may look at (RULES.md 7.11). */
export type Scope =
  { readonly kind: 'all' } | { readonly kind: 'some'; readonly townshipIds: readonly string[]; readonly departmentIds: readonly string[] };

/** A township sees its own, a department those of its powers; legal review, county and audit see all. */
export function scopeOf(actor: Actor): Scope {
  if ((['legal_reviewer', 'decider', 'auditor'] as const).some((role) => hasRole(actor, role))) return { kind: 'all' };
  const townshipIds = [...new Set([...organisationsWhere(actor, 'clerk'), ...organisationsWhere(actor, 'lead')])];
  return { kind: 'some', townshipIds, departmentIds: [...new Set(organisationsWhere(actor, 'reviewer'))] };
}

export function maySee(actor: Actor, grant: { readonly townshipId: string; readonly departmentId: string }): boolean {
  const scope = scopeOf(actor);
  return scope.kind === 'all' || scope.townshipIds.includes(grant.townshipId) || scope.departmentIds.includes(grant.departmentId);
}
