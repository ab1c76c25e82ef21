import { prepared, type Db } from '#db/connection.ts';
import type { requestEvents, requests } from '#db/schema/requests.ts';

export type RequestRow = typeof requests.$inferSelect;
export type EventRow = typeof requestEvents.$inferSelect;

// Read by hand: every act and every page reads a file, and drizzle's mapping of its columns costs as much as finding them.

/** In the order of `requestRow`. */
export const requestColumns = `r.id, r.order_id, r.township_id, r.power_id, r.item_id, r.department_id, r.replaces_grant_id, r.state, r.stage, r.route,
    r.need, r.cases_per_year, r.approach, r.officer_ids, r.start_wish_on, r.submitted_at, r.since_at, r.due_at,
    r.is_due_provisional, r.remaining_working_days, r.is_reconsidered, r.is_extension_used, r.conditions, r.approved_at,
    r.escalated_at, r.writers, r.hand_over, r.department_signature, r.township_signature, r.grant_id, r.version,
    r.created_at, r.common_decision_id`;
export const eventColumns = `id, request_id, at, kind, stage, account_id, actor_name, actor_organisation, on_behalf_of, on_behalf_of_account_id,
    facts`;

type Values = readonly unknown[];
const parsed = (text: unknown): unknown => (text === null ? null : JSON.parse(text as string));

export function requestRow(v: Values): RequestRow {
  return {
    id: v[0] as RequestRow['id'],
    orderId: v[1] as RequestRow['orderId'],
    townshipId: v[2] as RequestRow['townshipId'],
    powerId: v[3] as RequestRow['powerId'],
    itemId: v[4] as RequestRow['itemId'],
    departmentId: v[5] as RequestRow['departmentId'],
    replacesGrantId: v[6] as RequestRow['replacesGrantId'],
    state: v[7] as RequestRow['state'],
    stage: v[8] as RequestRow['stage'],
    route: parsed(v[9]) as RequestRow['route'],
    need: v[10] as RequestRow['need'],
    casesPerYear: v[11] as RequestRow['casesPerYear'],
    approach: v[12] as RequestRow['approach'],
    officerIds: parsed(v[13]) as RequestRow['officerIds'],
    startWishOn: v[14] as RequestRow['startWishOn'],
    submittedAt: v[15] as RequestRow['submittedAt'],
    sinceAt: v[16] as RequestRow['sinceAt'],
    dueAt: v[17] as RequestRow['dueAt'],
    isDueProvisional: v[18] === 1,
    remainingWorkingDays: v[19] as RequestRow['remainingWorkingDays'],
    isReconsidered: v[20] === 1,
    isExtensionUsed: v[21] === 1,
    conditions: parsed(v[22]) as RequestRow['conditions'],
    approvedAt: v[23] as RequestRow['approvedAt'],
    escalatedAt: v[24] as RequestRow['escalatedAt'],
    writers: parsed(v[25]) as RequestRow['writers'],
    handOver: parsed(v[26]) as RequestRow['handOver'],
    departmentSignature: parsed(v[27]) as RequestRow['departmentSignature'],
    townshipSignature: parsed(v[28]) as RequestRow['townshipSignature'],
    grantId: v[29] as RequestRow['grantId'],
    version: v[30] as RequestRow['version'],
    createdAt: v[31] as RequestRow['createdAt'],
    commonDecisionId: v[32] as RequestRow['commonDecisionId'],
  };
}

export function eventRowOf(v: Values): EventRow {
  return {
    id: v[0] as EventRow['id'],
    requestId: v[1] as EventRow['requestId'],
    at: v[2] as EventRow['at'],
    kind: v[3] as EventRow['kind'],
    stage: v[4] as EventRow['stage'],
    accountId: v[5] as EventRow['accountId'],
    actorName: v[6] as EventRow['actorName'],
    actorOrganisation: v[7] as EventRow['actorOrganisation'],
    onBehalfOf: v[8] as EventRow['onBehalfOf'],
    onBehalfOfAccountId: v[9] as EventRow['onBehalfOfAccountId'],
    facts: parsed(v[10]) as EventRow['facts'],
  };
}

const everyEvent = prepared((db: Db) => db.$client.prepare(`SELECT ${eventColumns} FROM request_events ORDER BY id`).raw());
/** Every event of every request, one at a time. */
export function* eachEvent(db: Db): Generator<EventRow> {
  for (const values of everyEvent(db).iterate()) yield eventRowOf(values as unknown[]);
}
