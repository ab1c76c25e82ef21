import type { readGrant as contract } from '#contract/grants/grants.ts';
import { covers } from '#server/domain/people/scope.ts';
import { grantScope } from '#server/domain/people/visibility.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { factsFor } from './ledger/lapses.ts';
import { presentDetail } from './present.ts';
import { loadGrant } from './ledger/grant-record.ts';

export const readGrant = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const record = loadGrant(ports.db, call.params.grantId);
  if (!record || !covers(grantScope(call.actor), record.row)) return notFound;
  return answered(presentDetail(ports.db, record, factsFor(ports.db, record), call.actor, call.now));
};
