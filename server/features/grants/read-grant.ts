import type { readGrant as contract } from '#contract/grants/grants.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { factsFor } from './ledger/lapses.ts';
import { presentDetail } from './present.ts';
import { loadGrant } from './ledger/grant-record.ts';
import { maySee } from './visibility.ts';

export const readGrant = (ports: Ports) => (call: CallOf<typeof contract>) => {
  const record = loadGrant(ports.db, call.params.grantId);
  if (!record || !maySee(call.actor, record.row)) return notFound;
  return answered(presentDetail(ports.db, record, factsFor(ports.db, record), call.actor, call.now));
};
