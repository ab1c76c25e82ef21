import { presentSignatory } from '#server/features/accounts/index.ts';
import type { readPreparation as contract } from '#contract/preparation.ts';
import { startOf } from '#server/domain/requests/preparation.ts';
import { allowedActions } from '#server/domain/requests/request.ts';
import { settle } from '#server/domain/requests/review.ts';
import { commitmentsOf, presentCommitment } from '#server/features/resources/index.ts';
import { answered, notFound, type CallOf } from '#server/platform/binding.ts';
import type { Db } from '#db/connection.ts';
import {
  canSeeRequest,
  circumstancesOf,
  demandItem,
  factsFor,
  grantStart,
  loadFile,
  prerequisitesOf,
  presentHealth,
  type RequestRow,
  type RequestsPorts,
  waitingAhead,
  waiversOf,
} from '#server/features/requests/index.ts';
import { tieOf } from './measure-ties.ts';

/** What stands between a request and its grant, live; readable at every stage, so that a township can begin early. */
export const readPreparation = (ports: RequestsPorts) => (call: CallOf<typeof contract>) => {
  const { db } = ports;
  const { actor, now } = call;
  const file = loadFile(db, call.params.requestId);
  if (!file || !canSeeRequest(actor, file.row)) return notFound;
  const { row } = file;
  const view = circumstancesOf(ports, db, row, now);
  const { request } = settle(file.request, view);
  const item = demandItem(ports, row.itemId);
  const { terms } = item;
  const prerequisites = prerequisitesOf(ports, row);
  const facts = view.facts ?? { prerequisites, township: factsFor(db, row), commitments: [], waivers: waiversOf(db, row.id) };
  const isReady = request.state === 'preparing' && view.readiness?.isReady === true;
  return answered({
    requestId: row.id,
    state: isReady ? ('ready' as const) : request.state,
    isReady,
    prerequisites: presentHealth(db, facts, terms.prerequisites, now),
    commitments: commitmentsOf(db, row.id).map((one) => presentCommitment(one, actor, now)),
    handOver: {
      list: row.handOver && { ...row.handOver, pendingCases: [...row.handOver.pendingCases] },
      signedByDepartment: row.departmentSignature && presentSignatory(row.departmentSignature),
      signedByTownship: row.townshipSignature && presentSignatory(row.townshipSignature),
    },
    queuePosition: request.state === 'approved' ? waitingAhead(db, row) + 1 : 0,
    dueAt: request.state === 'preparing' ? request.dueAt : null,
    isExtensionUsed: request.isExtensionUsed,
    startsAt: startFor(db, row, terms.startRule, now),
    conditions: row.conditions && { ...row.conditions, extraPrerequisites: [...row.conditions.extraPrerequisites] },
    tie: tieOf(db, item, row, now),
    allowedActions: allowedActions(request, actor, view),
    version: row.version,
  });
};

/** When the grant started, or would start if both sides signed now; null where only the signature says it. */
function startFor(db: Db, row: RequestRow, rule: Parameters<typeof startOf>[0], now: number): number | null {
  if (row.grantId !== null) return grantStart(db, row.grantId);
  const notBeforeOn = row.conditions?.notBeforeOn ?? null;
  return rule.kind === 'on_signing' && notBeforeOn === null ? null : startOf(rule, notBeforeOn, now);
}
