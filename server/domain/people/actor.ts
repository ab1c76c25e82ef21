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
  /** Of who presses for somebody else: the organisations that are their own, whatever hat they wear. */
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

/** Whether one of the persons behind the act belongs to the organisation in any role: a borrowed hat makes nobody impartial (RULES.md 2.11). */
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
