import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Ports } from '#server/platform/ports.ts';
import { isLive, sessionLimits } from './lockout.ts';
import { findSession } from './queries.ts';
import { capacitiesOf, membershipsOf, type Candidate } from '#server/features/accounts/index.ts';
import { touchSession } from './store.ts';

export interface LiveSession {
  readonly id: string;
  readonly actor: Actor;
  readonly mustChangePassword: boolean;
}

/**
 * Who stands behind a cookie. With `actingFor` the person acts in the place of somebody whose substitute they are today, and
 * every record says "X for Y" (RULES.md 2.11); what that person sees they see without it.
 */
export const resolveSession =
  (ports: Ports) =>
  (tokenHash: string, now: number, actingFor: string | null): LiveSession | 'not_substitute' | null => {
    const session = findSession(ports.db, tokenHash, now);
    if (!session || !isLive(session, now)) return null;
    if (session.lastSeenAt + sessionLimits.touchMilliseconds <= now) touch(ports, tokenHash, now);
    const { id, mustChangePassword } = session;
    const away = session.isSubstitute ? capacitiesOf(ports.db, session.accountId, now) : [];
    if (actingFor === null) return { id, mustChangePassword, actor: asThemselves(ports.db, session, away) };
    const chosen = away.find(({ accountId }) => accountId === actingFor);
    return chosen ? { id, mustChangePassword, actor: inPlaceOf(ports.db, session, chosen, away) } : 'not_substitute';
  };

type Session = NonNullable<ReturnType<typeof findSession>>;

function asThemselves(db: Db, { accountId, name, memberships }: Session, away: readonly Candidate[]): Actor {
  const alsoSees = away.flatMap((one) => membershipsOf(db, one.accountId));
  return { accountId, name, memberships, onBehalfOf: null, ...(alsoSees.length === 0 ? {} : { alsoSees }) };
}

function inPlaceOf(db: Db, { accountId, name, memberships }: Session, chosen: Candidate, away: readonly Candidate[]): Actor {
  const others = away.filter((one) => one !== chosen).flatMap((one) => membershipsOf(db, one.accountId));
  return {
    ...{ accountId, name, memberships: membershipsOf(db, chosen.accountId), onBehalfOf: chosen },
    ownOrganisations: memberships.map(({ organisationId }) => organisationId),
    alsoSees: [...memberships, ...others],
  };
}

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
