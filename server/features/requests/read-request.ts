import type { readRequest as contract } from '#contract/requests/request-file.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import { canSeeRequest, loadFile } from './file.ts';
import { circumstancesOf } from './circumstances.ts';
import { presentRequest } from './present-request.ts';
import type { RequestsPorts } from './ports.ts';

/** The file of a request with its timeline and what the reader may do. */
export const readRequest = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const file = loadFile(ports.db, call.params.requestId);
  if (!file || !canSeeRequest(call.actor, file.row)) return notFound;
  return answered(presentRequest(ports, ports.db, file, call.actor, circumstancesOf(ports, ports.db, file.row, call.now)));
};
