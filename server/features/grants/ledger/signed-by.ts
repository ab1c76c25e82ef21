import type { Signatory } from '#server/domain/people/signatory.ts';

/** Who stands behind an entry of the timeline, in its columns. */
export interface By {
  readonly accountId: string | null;
  readonly actorName: string | null;
  readonly actorOrganisation: string | null;
  readonly onBehalfOf: string | null;
}

/** What follows from an act that somebody signed for another grant. */
export const unsigned: By = { accountId: null, actorName: null, actorOrganisation: null, onBehalfOf: null };

export const signedBy = ({ accountId, name, organisation, onBehalfOf }: Signatory): By => ({
  ...{ accountId, actorName: name, actorOrganisation: organisation },
  onBehalfOf,
});
