import { isDeepStrictEqual } from 'node:util';
import { nameIn, namesOf } from '#server/features/organisations/index.ts';
import { officersByIds } from '#server/features/training/index.ts';
import type { RequestDetail } from '#contract/requests/request-file.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import type { Readiness } from '#server/domain/requests/readiness.ts';
import { allowedActions, excludedFromStage } from '#server/domain/requests/request.ts';
import { settle } from '#server/domain/requests/review.ts';
import { stepOf } from '#server/domain/requests/route.ts';
import type { Db } from '#db/connection.ts';
import type { PreparationView } from './circumstances.ts';
import type { RequestFile } from './file.ts';
import type { RequestsPorts } from './ports.ts';
import { presentEvent } from './request-events.ts';
import { presentProgress } from './present.ts';
import type { EventRow, RequestRow } from './request-queries.ts';

/**
 * The file as it is now: what time alone has done since the last act is shown as if it had been written down, for every act begins
 * with the same step.
 */
export function presentRequest(ports: RequestsPorts, db: Db, file: RequestFile, actor: Actor, view: PreparationView): RequestDetail {
  const { row } = file;
  const settled = settle(file.request, view);
  const { request } = settled;
  const events = [...file.events, ...settled.events.map((event, index) => unwritten(row.id, event, index))];
  const names = namesOf(db, [row.townshipId, row.departmentId, ...request.route.map(({ organisationId }) => organisationId)]);
  const withWhom = holderOf(row, request, view.readiness);
  const isReady = request.state === 'preparing' && view.readiness?.isReady === true;
  const { officerIds: _officerIds, ...said } = answersOf(row);
  return {
    id: row.id,
    order: { id: row.orderId, number: file.orderNumber ?? '', name: file.orderName },
    township: nameIn(names, row.townshipId),
    department: nameIn(names, row.departmentId),
    power: { id: row.powerId, code: file.code, name: file.powerName },
    itemId: row.itemId,
    ...editionOf(ports, row),
    replaces: row.replacesGrantId === null ? null : { grantId: row.replacesGrantId, powerName: file.replacesPowerName ?? '' },
    state: isReady ? 'ready' : request.state,
    stage: request.stage,
    ...said,
    officers: [...officersByIds(db, row.officerIds).values()].map(({ id, name }) => ({ id, name })),
    submittedAt: row.submittedAt ?? row.createdAt,
    withWhom: withWhom === null ? null : nameIn(names, withWhom),
    sinceAt: settled.events.at(-1)?.at ?? row.sinceAt,
    dueAt: request.dueAt,
    isDueProvisional: request.isDueProvisional,
    route: presentProgress(names, request, events, view.calendar),
    timeline: events.map(presentEvent),
    grantId: row.grantId,
    allowedActions: allowedActions(request, actor, view),
    excluded: excludedFromStage(request, actor),
    version: row.version,
  };
}

const answersOf = ({ need, casesPerYear, approach, officerIds, startWishOn }: RequestRow) => ({
  need,
  casesPerYear: casesPerYear ?? 0,
  approach,
  officerIds,
  startWishOn,
});

type Unsaid = { readonly kind: string; readonly at: number; readonly stage: RequestRow['stage'] };
function unwritten(requestId: string, { kind, at, stage }: Unsaid, index: number): EventRow {
  const none = { accountId: null, actorName: null, actorOrganisation: null, onBehalfOf: null, onBehalfOfAccountId: null };
  return { id: `${requestId}-${String(index)}`, requestId, at, kind, stage, ...none, facts: {} };
}

/** Which edition the request cites, and whether the one in force says something else about the power. */
function editionOf(
  { catalogue }: RequestsPorts,
  { itemId, powerId }: RequestRow,
): { readonly editionNumber: number; readonly haveTermsChanged: boolean } {
  const edition = catalogue.edition();
  // The item of the edition in force needs no look at its terms.
  if (edition && catalogue.rowById(itemId)) return { editionNumber: edition.number, haveTermsChanged: false };
  const cited = catalogue.itemById(itemId);
  const current = catalogue.itemByPower(powerId);
  return { editionNumber: cited?.editionNumber ?? 0, haveTermsChanged: !isDeepStrictEqual(cited?.terms ?? null, current?.terms ?? null) };
}

/** Who has the next step. */
function holderOf(
  { townshipId, departmentId, departmentSignature }: RequestRow,
  request: RequestFile['request'],
  readiness: Readiness | null,
): string | null {
  if (request.state === 'in_review') return stepOf(request.route, request.stage)?.organisationId ?? null;
  if (request.state === 'sent_back') return townshipId;
  if (request.state !== 'preparing') return null;
  if (readiness && readiness.openPrerequisites > 0) return townshipId;
  if (readiness && readiness.openCommitments > 0) return departmentId;
  return departmentSignature ? townshipId : departmentId;
}
