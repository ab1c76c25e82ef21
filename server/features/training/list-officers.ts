import type { listOfficers as contract } from '#contract/training.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { organisationById } from '#server/features/organisations/index.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentKinds, presentOfficers } from './present.ts';
import { certificateKindRows, officersOf } from './queries.ts';
import { visibleRosters } from './rosters.ts';

/** A roster with its certificates; another township's is not found. */
export const listOfficers = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const { townshipId, withLeft } = call.query;
  const visible = visibleRosters(call.actor);
  const isForeign = townshipId !== undefined && visible !== 'all' && !visible.includes(townshipId);
  if (isForeign || (townshipId !== undefined && organisationById(ports.db, townshipId)?.kind !== 'township')) return notFound;
  const kinds = certificateKindRows(ports.db);
  const rows = officersOf(ports.db, townshipId === undefined ? visible : [townshipId], dayOf(call.now), withLeft === 'yes');
  return answered({ items: presentOfficers(ports.db, rows, kinds, call.now), kinds: presentKinds(kinds) });
};
