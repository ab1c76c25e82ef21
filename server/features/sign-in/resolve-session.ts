import type { Actor } from '#server/domain/people/actor.ts';
import type { Ports } from '#server/platform/ports.ts';
import { isLive, sessionLimits } from './lockout.ts';
import { findSession } from './queries.ts';
import { capacitiesOf, membershipsOf } from '#server/features/accounts/index.ts';
import { touchSession } from './store.ts';

export interface LiveSession {
  readonly id: string;
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

/**
 * Who stands behind a cookie. With `actingFor` the person acts in the place of somebody whose substitute they are today, and
 * every record says "X for Y" (RULES.md 2.11).
 */
export const resolveSession =
  (ports: Ports) =>
  (tokenHash: string, now: number, actingFor: string | null): LiveSession | 'not_substitute' | null => {
    const session = findSession(ports.db, tokenHash);
    if (!session || !isLive(session, now)) return null;
    if (session.lastSeenAt + sessionLimits.touchMilliseconds <= now) touch(ports, tokenHash, now);
    const away =
      actingFor === null ? null : capacitiesOf(ports.db, session.accountId, now).find(({ accountId }) => accountId === actingFor);
    if (away === undefined) return 'not_substitute';
    return {
      id: session.id,
      mustChangePassword: session.mustChangePassword,
      actor: {
        accountId: session.accountId,
        name: session.name,
        memberships: away ? membershipsOf(ports.db, away.accountId) : session.memberships,
        onBehalfOf: away,
        ...(away ? { ownOrganisations: session.memberships.map(({ organisationId }) => organisationId) } : {}),
      },
    };
  };

/** At most once a minute; no request waits for it, and a failure to note it costs nothing but the note. */
function touch(ports: Ports, tokenHash: string, now: number): void {
  ports.unitOfWork
    .transact((tx) => {
      touchSession(tx, tokenHash, now);
      return null;
    })
    .catch((fault: unknown) => {
      ports.log.warn({ fault }, 'a session could not be touched');
    });
}
