import type { endStatuteVersion as endContract, undoStatuteEnd as undoContract } from '#contract/statutes.ts';
import { isBlank } from '#server/domain/values/outcome.ts';
import { faultOfMark } from '#server/domain/law/statutes.ts';
import { type CallOf, notFound, refuse } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import { refuseStale } from '#server/records/stale.ts';
import type { Ports } from '#server/platform/ports.ts';
import { demandVersion, staleMark, versionActs, versionAgain } from './manage-statutes.ts';
import { presentVersion } from './present.ts';
import { versionById } from './queries.ts';
import { settleLawTasks } from './settle-law-tasks.ts';
import { updateVersion } from './store.ts';

const faultyFields = {
  statute_version_ended: [],
  period_reversed: ['/endedOn'],
  reason_required: ['/endBasis'],
  successor_unfit: ['/successorId'],
} as const;

/** A law was amended or repealed: from its day on, what rests on it is flagged until somebody has looked (RULES.md 3.40). */
export const endStatuteVersion = (ports: Ports) => (call: CallOf<typeof endContract>) =>
  changeOnce(ports, call, versionAgain(call), (act) => {
    const row = versionById(act.tx, call.params.versionId);
    if (!row) return notFound;
    const stale = refuseStale(act.tx, row, call.expectedVersion, versionActs);
    if (stale) return stale;
    const { endKind, endedOn, endBasis, successorId } = call.body;
    const successor = successorId === null ? null : (versionById(act.tx, successorId) ?? null);
    if (successorId !== null && successor === null) return refuse('invalid_input', {}, ['/successorId']);
    const fault = faultOfMark(row, call.body, successor);
    if (fault) return refuse(fault, {}, faultyFields[fault]);
    const mark = { endKind, endedOn, endBasis, successorId, markedAt: call.now };
    if (!updateVersion(act.tx, row.id, call.expectedVersion, mark)) return staleMark(act.tx, row, call.expectedVersion);
    settleLawTasks(act, row.id);
    const detail = { title: row.title, versionOn: row.versionOn, endKind, endedOn, endBasis, successorId };
    const outbox = { kind: 'statute_ended', payload: detail };
    act.record({ action: 'statute_ended', subjectKind: 'statute_version', subjectId: row.id, detail, outbox });
    return { kind: 'done', value: presentVersion(act.tx, demandVersion(act.tx, row.id), call.now) };
  });

/** A mark made by mistake is taken back; what was rebased because of it stays rebased, and is told in the record. */
export const undoStatuteEnd = (ports: Ports) => (call: CallOf<typeof undoContract>) =>
  changeOnce(ports, call, versionAgain(call), (act) => {
    const row = versionById(act.tx, call.params.versionId);
    if (!row) return notFound;
    const stale = refuseStale(act.tx, row, call.expectedVersion, versionActs);
    if (stale) return stale;
    const { endedOn, endKind, endBasis } = row;
    if (endedOn === null) return refuse('statute_version_not_ended');
    if (isBlank(call.body.reason)) return refuse('reason_required', {}, ['/reason']);
    const none = { endKind: null, endedOn: null, endBasis: '', successorId: null, markedAt: null };
    if (!updateVersion(act.tx, row.id, call.expectedVersion, none)) return staleMark(act.tx, row, call.expectedVersion);
    settleLawTasks(act, row.id);
    const detail = { title: row.title, versionOn: row.versionOn, undone: { endedOn, endKind, endBasis }, reason: call.body.reason };
    act.record({ action: 'statute_end_undone', subjectKind: 'statute_version', subjectId: row.id, detail });
    return { kind: 'done', value: presentVersion(act.tx, demandVersion(act.tx, row.id), call.now) };
  });
