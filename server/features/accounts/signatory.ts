import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Role } from '#server/domain/values/words.ts';
import { organisationName } from '#server/features/organisations/index.ts';

/** Who signed an act, as kept with it for good: people change posts, what they signed does not. */
export interface SignatoryRow {
  readonly accountId: string;
  readonly name: string;
  readonly organisation: string;
  readonly onBehalfOf: string | null;
  /** The account of the person away: rules on persons bind both. */
  readonly onBehalfOfId: string | null;
}

/** The signature of an actor in the organisation through which the act was allowed. */
export function signatoryOf(db: Db, actor: Actor, role: Role, organisationId?: string): SignatoryRow {
  const membership = actor.memberships.find(
    (entry) => entry.role === role && (organisationId === undefined || entry.organisationId === organisationId),
  );
  return {
    accountId: actor.accountId,
    name: actor.name,
    organisation: (membership && organisationName(db, membership.organisationId)) ?? '',
    onBehalfOf: actor.onBehalfOf?.name ?? null,
    onBehalfOfId: actor.onBehalfOf?.accountId ?? null,
  };
}
