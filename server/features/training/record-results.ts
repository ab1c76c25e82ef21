import type { recordResults as contract } from '#contract/training.ts';
import { guardResults } from '#server/domain/people/training.ts';
import { notFound, type CallOf } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { presentSessionFile, sessionAgain } from './present.ts';
import { attendeesOf, sessionById } from './queries.ts';
import type { TrainingHooks } from './rosters.ts';
import { writeResults } from './write-results.ts';

/** Records results; who passed holds the course's certificate from the day on which it was held. */
export const recordResults = (ports: Ports, hooks: TrainingHooks) => (call: CallOf<typeof contract>) =>
  changeOnce(ports, call, sessionAgain(call.params.sessionId, call.actor), (act) => {
    const session = sessionById(act.tx, call.params.sessionId);
    if (!session) return notFound;
    const stale = refuseStale(act.tx, session, call.expectedVersion);
    if (stale) return stale;
    const { heldOn, results } = call.body;
    const attendees = attendeesOf(act.tx, session.id);
    const refusal = guardResults(
      { ...session, attendees },
      heldOn,
      results.map(({ officerId }) => officerId),
      call.now,
    );
    if (refusal) return { kind: 'refused' as const, refusal };
    if (!writeResults(act, session, heldOn, results, hooks)) return staleVersion(act.tx, session, call.expectedVersion);
    return { kind: 'done' as const, value: presentSessionFile(act.tx, session.id, call.actor) };
  });
