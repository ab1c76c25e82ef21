import { createContext, useContext } from 'react';
import type { Me } from '#contract/sign-in.ts';
import type { Role } from '#contract/common.ts';

export type { Me, Role };
export type Membership = Me['memberships'][number];

export const MeContext = createContext<Me | null>(null);

/** Who is signed in. Only below the application's shell, which waits for the answer. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (me === null) throw new Error('useMe outside the shell');
  return me;
}

/** Roles choose what the menu shows; the server alone decides what is allowed. */
export function hasRole(me: Me, ...roles: readonly Role[]): boolean {
  return me.memberships.some((membership) => roles.includes(membership.role));
}

/** Memberships with one of the roles, e.g. the township for which a clerk drafts. */
export function membershipsWith(me: Me, ...roles: readonly Role[]): readonly Membership[] {
  return me.memberships.filter((membership) => roles.includes(membership.role));
}

/** The townships for which somebody drafts, signs and keeps the roster, each once. */
export function townshipsOf(me: Me): readonly Membership['organisation'][] {
  const own = membershipsWith(me, 'clerk', 'lead').map(({ organisation }) => organisation);
  return own.filter(({ id }, index) => own.findIndex((other) => other.id === id) === index);
}

/** The township of somebody who is of that one body alone: their lists need not say whose a row is. Null for everybody else. */
export function onlyTownshipOf(me: Me): Membership['organisation'] | null {
  const [first] = me.memberships;
  const isAlone =
    first?.organisation.kind === 'township' && me.memberships.every(({ organisation }) => organisation.id === first.organisation.id);
  return isAlone ? first.organisation : null;
}
