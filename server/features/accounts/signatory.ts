import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { signedAs, type Signatory } from '#server/domain/people/signatory.ts';
import type { Role } from '#server/domain/values/words.ts';
import { organisationName } from '#server/features/organisations/index.ts';

/** The signature of an actor in the organisation through which the act was allowed. */
export function signatoryOf(db: Db, actor: Actor, role: Role, organisationId?: string): Signatory {
  const membership = actor.memberships.find(
    (entry) => entry.role === role && (organisationId === undefined || entry.organisationId === organisationId),
  );
  return signedAs(actor, (membership && organisationName(db, membership.organisationId)) ?? '');
}

interface Shown {
  readonly name: string;
  readonly organisation: string;
  readonly onBehalfOf: string | null;
}

/** A person as shown beside an act: name, organisation, and for whom; account ids stay inside. */
export const presentSignatory = ({ name, organisation, onBehalfOf }: Signatory): Shown => ({ name, organisation, onBehalfOf });

interface EventColumns {
  readonly actorName: string | null;
  readonly actorOrganisation: string | null;
  readonly onBehalfOf: string | null;
}

/** Who stands behind an entry of a timeline; null where time or the program did it. */
export const presentActor = ({ actorName, actorOrganisation, onBehalfOf }: EventColumns): Shown | null =>
  actorName === null ? null : { name: actorName, organisation: actorOrganisation ?? '', onBehalfOf };
