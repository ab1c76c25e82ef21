import type { Membership } from '#server/domain/people/actor.ts';
import type { Authorise, AuthorityLost, ChangeActor } from '#server/platform/authority.ts';
import type { Db } from '#db/connection.ts';
import { accountById, capacitiesOf, membershipsOf } from '#server/features/accounts/index.ts';
import { isLive } from './lockout.ts';
import { sessionById } from './queries.ts';

const notSignedIn: AuthorityLost = { kind: 'refused', refusal: { code: 'not_signed_in' } };
const forbidden: AuthorityLost = { kind: 'refused', refusal: { code: 'forbidden' } };

/**
 * Whether the actor of a change is still who was let in: session alive, account enabled, the same posts, still the delegate. Who has other
 * posts now is refused rather than judged by them: what they saw, they saw as somebody else.
 */
export const authorise: Authorise = (db, { actor, sessionId = null, now }) => {
  const { accountId, memberships, onBehalfOf } = actor;
  if (accountId === null || memberships === undefined) return null;
  const own = sessionId === null ? accountOf(db, accountId) : sessionOf(db, sessionId, accountId, now);
  if (own === null) return notSignedIn;
  if (onBehalfOf === null) return isSame(own, memberships) ? null : forbidden;
  return delegates(db, actor, accountId, now) && isSame(membershipsOf(db, onBehalfOf.accountId), memberships) ? null : forbidden;
};

/** Work that goes on after its request was answered (an import) does not end with the session. */
function accountOf(db: Db, accountId: string): readonly Membership[] | null {
  const account = accountById(db, accountId);
  return account?.disabledAt === null ? membershipsOf(db, accountId) : null;
}

function sessionOf(db: Db, sessionId: string, accountId: string, now: number): readonly Membership[] | null {
  const session = sessionById(db, sessionId);
  return session?.accountId === accountId && isLive(session, now) ? session.memberships : null;
}

const delegates = (db: Db, { onBehalfOf }: ChangeActor, accountId: string, now: number): boolean =>
  capacitiesOf(db, accountId, now).some((away) => away.accountId === onBehalfOf?.accountId);

function isSame(now: readonly Membership[], before: readonly Membership[]): boolean {
  const posts = new Set(now.map(({ organisationId, role }) => `${role} ${organisationId}`));
  return (
    posts.size === new Set(before.map(({ organisationId, role }) => `${role} ${organisationId}`)).size &&
    before.every(({ organisationId, role }) => posts.has(`${role} ${organisationId}`))
  );
}
