import type { proposeOrder } from '#contract/suggestions.ts';
import type { QueryOf } from '#contract/operation.ts';
import type { Db } from '#db/connection.ts';
import { evaluatePrerequisite, type TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { areasOfTags } from '#server/domain/suggestions/areas.ts';
import type { GuidedAnswers, People } from '#server/domain/suggestions/guided.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import {
  certificateKindRows as certificateKinds,
  certifiedOfficers,
  lawEnforcementCertificate,
  townshipFacts,
} from '#server/features/training/index.ts';

/** People of a township by what they can do, as the roster knows them today. */
export function peopleOf(db: Db, facts: TownshipFacts, now: number): People {
  const counted = (certificateKind: string): number =>
    evaluatePrerequisite({ key: 'any', kind: 'certified_officers', certificateKind, count: 0 }, facts, now).have;
  return {
    staff: evaluatePrerequisite({ key: 'any', kind: 'staffing', count: 0 }, facts, now).have,
    certified: new Map(certificateKinds(db).map(({ id }) => [id, counted(id)])),
    enforcementKind: lawEnforcementCertificate,
  };
}

/** What profile and roster say already: the township is not asked for what the portal knows. */
export function knownAnswers(db: Db, townshipId: string, now: number): GuidedAnswers {
  const certifiedNow = certifiedOfficers(townshipFacts(db, townshipId), now);
  const tags = organisationById(db, townshipId)?.profile?.tags ?? [];
  const areas = areasOfTags(tags);
  return {
    problems: [],
    certifiedNow,
    certifiedSoon: 0,
    distance: areas.includes('remote') ? 'far' : areas.includes('urban') || areas.includes('suburb') ? 'near' : 'middle',
    areas,
    capacity: certifiedNow > 0 ? 'both' : 'window',
    appetite: 'steady',
  };
}

/** What was answered goes before what is known; a query that says how far the county is has answered all, so no area is an answer too. */
export function answersGiven(known: GuidedAnswers, query: QueryOf<typeof proposeOrder>): GuidedAnswers {
  return {
    problems: query.problems ?? known.problems,
    certifiedNow: query.certifiedNow ?? known.certifiedNow,
    certifiedSoon: query.certifiedSoon ?? known.certifiedSoon,
    distance: query.distance ?? known.distance,
    areas: query.areas ?? (query.distance === undefined ? known.areas : []),
    capacity: query.capacity ?? known.capacity,
    appetite: query.appetite ?? known.appetite,
  };
}
