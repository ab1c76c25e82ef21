import type { listOfficers as contract } from '#contract/training.ts';
import { covers } from '#server/domain/people/scope.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { rosterScope } from '#server/domain/people/visibility.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentKinds, presentOfficers } from './present.ts';
import { certificateKindRows, officersOf } from './queries.ts';

/** A roster with its certificates; another township's is not found. */
export const listOfficers = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { townshipId, withLeft } = call.query;
  const scope = rosterScope(call.actor);
  const isUnknown = townshipId !== undefined && organisationById(ports.db, townshipId)?.kind !== 'township';
  if (isUnknown || (townshipId !== undefined && !covers(scope, { townshipId }))) return notFound;
  const kinds = certificateKindRows(ports.db);
  const rows = officersOf(ports.db, { scope, townshipId, today: dayOf(call.now), withLeft: withLeft === 'yes' });
  return answered({ items: presentOfficers(ports.db, rows, kinds, call.now), kinds: presentKinds(kinds) });
};
