import { type Outcome, done, refused } from '../values/outcome.ts';
import type { OrganisationKind, Role } from '../values/words.ts';

/** A role that a person has in one organisation (RULES.md 2.5). */
export interface Membership {
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly role: Role;
}

/** Who acts: with the memberships in force at the moment; a substitute acts with those of the person away (RULES.md 2.6, 2.11). */
export interface Actor {
  readonly accountId: string;
  readonly name: string;
  readonly memberships: readonly Membership[];
  readonly onBehalfOf: { readonly accountId: string; readonly name: string } | null;
  /** Of who acts for somebody else: the organisations that are their own. */
  readonly ownOrganisations?: readonly string[];
}

/** The roles of the actor in one organisation. */
export function rolesIn(actor: Pick<Actor, 'memberships'>, organisationId: string): Role[] {
  return actor.memberships.filter((membership) => membership.organisationId === organisationId).map((membership) => membership.role);
}

/** Whether the actor has the role, in the given organisation or, without one, anywhere (RULES.md 2.6). */
export function hasRole(actor: Pick<Actor, 'memberships'>, role: Role, organisationId?: string): boolean {
  return actor.memberships.some(
    (membership) => membership.role === role && (organisationId === undefined || membership.organisationId === organisationId),
  );
}

/** The organisations in which the actor has the role. */
export function organisationsWhere(actor: Pick<Actor, 'memberships'>, role: Role): string[] {
  return actor.memberships.filter((membership) => membership.role === role).map((membership) => membership.organisationId);
}

/** The townships for which the actor drafts, signs and keeps the roster (RULES.md 2.5). */
export function townshipsOf(actor: Pick<Actor, 'memberships'>): string[] {
  return [...new Set([...organisationsWhere(actor, 'clerk'), ...organisationsWhere(actor, 'lead')])];
}

/**
 * The township for which the actor acts, null where they act for none. Who acts for several names the one that is meant: no act is ever done for the
 * first that comes. Another township than the own ones is as unknown as one that does not exist (RULES.md 7.6).
 */
export function townshipFor(actor: Pick<Actor, 'memberships'>, named: string | undefined): Outcome<string | null> {
  const own = townshipsOf(actor);
  if (named !== undefined) return own.includes(named) ? done(named) : refused('not_found');
  return own.length > 1 ? refused('township_required', undefined, ['/townshipId']) : done(own[0] ?? null);
}

/** Whether one of the persons behind the act belongs to the organisation in any role: acting for somebody else does not make impartial (RULES.md 2.11). */
export function belongsTo(actor: Pick<Actor, 'memberships' | 'ownOrganisations'>, organisationId: string): boolean {
  return (
    actor.memberships.some((membership) => membership.organisationId === organisationId) ||
    (actor.ownOrganisations ?? []).includes(organisationId)
  );
}

/** The accounts behind an act: who pressed, and for whom; rules on persons bind both (RULES.md 2.11). */
export function peopleOf(actor: Actor): string[] {
  return actor.onBehalfOf ? [actor.accountId, actor.onBehalfOf.accountId] : [actor.accountId];
}

/** Whether one of the persons behind the act is among these accounts (RULES.md 2.9). */
export function isAmong(actor: Actor, accountIds: readonly string[]): boolean {
  return peopleOf(actor).some((accountId) => accountIds.includes(accountId));
}
