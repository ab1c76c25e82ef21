import type {
  endSubstitution as endContract,
  listSubstitutions as listContract,
  nameSubstitute as nameContract,
} from '#contract/accounts/substitutions.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { addDays, startOfDay } from '#server/domain/time/time.ts';
import { answered, type CallOf, notFound, refuse } from '#server/platform/binding.ts';
import { change, changeOnce, presentFound } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { presentSubstitution } from './present.ts';
import { substituteCandidates } from './substitute-candidates.ts';
import { substitutionsOf } from './queries.ts';
import { closeSubstitution, insertSubstitution } from './store.ts';

export const listSubstitutions = (ports: Ports) => (call: CallOf<typeof listContract>) =>
  answered({
    items: substitutionsOf(ports.db, call.actor.accountId, call.now).map((row) => presentSubstitution(ports.db, row)),
    candidates: substituteCandidates(ports.db, call.actor.accountId),
  });

interface OwnCall {
  readonly actor: Actor;
  readonly now: number;
}
const ownSubstitution = (db: Db, { actor, now }: OwnCall, wanted: string) =>
  substitutionsOf(db, actor.accountId, now).find(({ id, awayAccountId }) => id === wanted && awayAccountId === actor.accountId);
const substitutionAgain = (call: OwnCall) =>
  presentFound(
    (db, id) => ownSubstitution(db, call, id),
    (row, db) => presentSubstitution(db, row),
  );

/** A person away names a dated substitute of the same organisation (RULES.md 2.10). */
export const nameSubstitute = (ports: Ports) => (call: CallOf<typeof nameContract>) =>
  changeOnce(ports, call, substitutionAgain(call), (act) => {
    const { substituteAccountId, firstOn, lastOn, reason } = call.body;
    const fromAt = Math.max(startOfDay(firstOn), call.now);
    const toAt = startOfDay(addDays(lastOn, 1));
    if (toAt <= fromAt) return refuse('period_reversed', {}, ['/lastOn']);
    // Who acts for somebody else cannot pass that on.
    const isCandidate = substituteCandidates(act.tx, call.actor.accountId).some(({ accountId }) => accountId === substituteAccountId);
    if (!isCandidate || call.actor.onBehalfOf) return refuse('substitute_mismatch', {}, ['/substituteAccountId']);
    const overlaps = substitutionsOf(act.tx, call.actor.accountId, call.now).some(
      (row) => row.awayAccountId === call.actor.accountId && row.endedAt === null && row.fromAt < toAt && row.toAt > fromAt,
    );
    if (overlaps) return refuse('substitute_overlap', {}, ['/firstOn']);
    const row = {
      id: act.newId(),
      awayAccountId: call.actor.accountId,
      substituteAccountId,
      fromAt,
      toAt,
      reason,
      endedAt: null,
      version: 1,
      createdAt: call.now,
    };
    insertSubstitution(act.tx, row);
    act.record({
      action: 'substitute_named',
      subjectKind: 'account',
      subjectId: call.actor.accountId,
      detail: { substituteAccountId, fromAt, toAt },
    });
    return { kind: 'done', value: presentSubstitution(act.tx, row) };
  });

export const endSubstitution = (ports: Ports) => (call: CallOf<typeof endContract>) =>
  change(ports, call, (act) => {
    const own = ownSubstitution(act.tx, call, call.params.substitutionId);
    if (!own || !closeSubstitution(act.tx, own.id, call.now)) return notFound;
    act.record({ action: 'substitution_ended', subjectKind: 'account', subjectId: call.actor.accountId, detail: { substitution: own.id } });
    return { kind: 'done', value: undefined };
  });
