import { pageOf } from '#server/platform/list-page.ts';
import type { listReady as contract } from '#contract/suggestions.ts';
import { suggestReady } from '#server/domain/suggestions/ready.ts';
import type { RequestsPorts } from '#server/features/requests/index.ts';
import { certificateKindNames, townshipFacts } from '#server/features/training/index.ts';
import { answered, type CallOf } from '#server/platform/binding.ts';
import { adviseOn } from './candidates.ts';
import { presentSuggestion, readyReasons } from './present.ts';

/** What could be taken on today with the people on the roster; pages go on from the code of the last one. */
export const listReady = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const found = adviseOn(ports, call.actor, call.query.townshipId, call.now);
  if (found.kind === 'refused') return found;
  const { value: advised } = found;
  const { cursor = '', limit = 25 } = call.query;
  const ready = suggestReady(advised.candidates, advised.taken, townshipFacts(ports.db, advised.townshipId), call.now);
  const names = certificateKindNames(ports.db);
  const behind = ready.filter(({ candidate }) => candidate.code > cursor);
  const { shown, nextCursor } = pageOf(behind, limit, ({ candidate }) => candidate.code);
  const items = shown.map((one) =>
    presentSuggestion(
      ports.catalogue,
      one.candidate,
      readyReasons(one, (id) => names.get(id) ?? id),
      one.companions,
    ),
  );
  return answered({
    items,
    nextCursor,
    total: ready.length,
    isTotalExact: true,
  });
};
