import { hasRole, organisationsWhere, type Actor } from '#server/domain/people/actor.ts';
import type { Act } from '#server/records/change.ts';

/** Effects uphill: grants look again at what lapses when a roster changes, in the same transaction. */
export interface TrainingHooks {
  readonly rosterChanged: (act: Act, townshipId: string) => void;
}

/** Whose personnel the actor may see: of the own townships; training officer and auditor see all (RULES.md 7.12). */
export function visibleRosters(actor: Actor): readonly string[] | 'all' {
  if (hasRole(actor, 'training_officer') || hasRole(actor, 'auditor')) return 'all';
  return ownTownships(actor);
}

/** The townships whose roster the actor keeps. */
export function ownTownships(actor: Actor): string[] {
  return [...new Set([...organisationsWhere(actor, 'clerk'), ...organisationsWhere(actor, 'lead')])];
}
