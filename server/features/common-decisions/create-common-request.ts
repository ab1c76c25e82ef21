import type { Signatory } from '#server/domain/people/signatory.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { formatDocumentNumber } from '#server/domain/values/document-number.ts';
import { startOf } from '#server/domain/requests/preparation.ts';
import { dayOf, startOfDay, yearOf } from '#server/domain/time/time.ts';
import { openGrant } from '#server/features/grants/index.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import type { Act } from '#server/records/change.ts';
import { nextInSequence } from '#server/records/sequences.ts';
import {
  appendEvent,
  type CountyRules,
  eventRow,
  insertRequest,
  type RequestRow,
  startWaiting,
  type TermsPorts,
} from '#server/features/requests/index.ts';
import type { CommonTownshipRow } from './common-queries.ts';
import { insertOrder } from '#server/features/orders/index.ts';

/** One decision for all townships of a kind, as far as each of them has to do with it. */
export interface CommonCreation {
  readonly decisionId: string;
  readonly documentNumber: string;
  readonly item: CatalogueItem;
  readonly actor: Actor;
  readonly signatory: Signatory;
  readonly text: string;
  readonly startsOn: string;
  readonly rules: CountyRules;
}

/** A file that the county opens by its decision: approved from the start, so that preparation, hand-over and grant go the way of every file. */
function createdRow(
  act: Act,
  { decisionId, item, text, startsOn }: CommonCreation,
  township: CommonTownshipRow,
  orderId: string,
): RequestRow {
  return {
    ...{ id: act.newId(), orderId, townshipId: township.id, powerId: item.powerId, itemId: item.id, departmentId: item.departmentId },
    ...{ need: text, casesPerYear: 0, approach: '', officerIds: [], startWishOn: null, replacesGrantId: null },
    ...{ state: 'approved', stage: null, route: [], submittedAt: act.now, sinceAt: act.now, dueAt: null, isDueProvisional: false },
    ...{ remainingWorkingDays: null, isReconsidered: false, isExtensionUsed: false },
    // A day that has come needs no condition: the power starts when the hand-over is signed.
    conditions:
      startsOn <= dayOf(act.now) ? null : { extraPrerequisites: [], termMonths: null, notBeforeOn: startsOn, text: text.slice(0, 1000) },
    ...{ approvedAt: act.now, escalatedAt: null, writers: [] },
    ...{ handOver: null, departmentSignature: null, townshipSignature: null, grantId: null },
    ...{ commonDecisionId: decisionId, version: 1, createdAt: act.now },
  };
}

function openOrder(
  act: Act,
  { item, actor, signatory }: CommonCreation,
  township: CommonTownshipRow,
): { readonly id: string; readonly number: string } {
  const year = yearOf(dayOf(act.now));
  const number = formatDocumentNumber({ prefix: '通用', year, sequence: nextInSequence(act.tx, `common-${String(year)}`) });
  const id = act.newId();
  const name = `通用事项：${item.name}`.slice(0, 60);
  insertOrder(act.tx, {
    ...{ id, number, name, townshipId: township.id, createdBy: actor.accountId, createdAt: act.now },
    ...{ submittedBy: signatory, submittedAt: act.now, updatedAt: act.now, version: 1 },
  });
  return { id, number };
}

/** The file of one township: with the grant itself where nothing is open or owed, else at the head of its preparation. */
export function createCommonRequest(
  act: Act,
  ports: TermsPorts,
  creation: CommonCreation,
  township: CommonTownshipRow,
  isGranted: boolean,
): void {
  const { decisionId, documentNumber, signatory, text, rules } = creation;
  const order = openOrder(act, creation, township);
  const row = createdRow(act, creation, township, order.id);
  const opened = isGranted ? grantAtOnce(act, creation, row) : null;
  const created: RequestRow = opened ? { ...row, state: 'granted', grantId: opened.grantId } : row;
  insertRequest(act.tx, created);
  const when = { at: act.now, stage: null };
  const facts = { outcome: 'approve', text, supersedes: null, common: { decisionId, documentNumber } } as const;
  appendEvent(act.tx, eventRow(act, row.id, { kind: 'decision', facts }, when, signatory));
  if (opened) appendEvent(act.tx, eventRow(act, row.id, { kind: 'granted', facts: opened }, when, signatory));
  const { id, townshipId, powerId, departmentId } = row;
  const payload = { orderId: order.id, townshipId, powerId, departmentId, decisionId };
  act.record({
    action: 'common_decided',
    subjectKind: 'request',
    subjectId: id,
    detail: { state: created.state, orderNumber: order.number, decisionId, documentNumber },
    outbox: { kind: 'common_decided', payload },
  });
  if (!opened) startWaiting(act, ports, rules, townshipId);
}

function grantAtOnce(act: Act, { decisionId, documentNumber, item, signatory, startsOn }: CommonCreation, row: RequestRow) {
  const { terms } = item;
  // What the decision says of the start takes the place of the item's own rule.
  const startsAt = startOf({ kind: 'on_signing' }, startsOn, act.now);
  const opened = openGrant(act, {
    ...{ requestId: row.id, itemId: item.id, powerId: row.powerId, townshipId: row.townshipId, departmentId: row.departmentId },
    carrier: terms.carrier,
    scope: { scopeNote: terms.scopeNote, carveOuts: terms.carveOuts },
    prerequisites: terms.prerequisites.map((prerequisite) => ({ prerequisite, waivedUntilAt: null })),
    serves: item.statutoryType === 'compulsion' ? terms.companions : null,
    ...{ startsAt, trialMonths: terms.trialMonths, termMonths: terms.termMonths, signatory },
    common: { decisionId, documentNumber },
  });
  // A township that holds the power was left out before.
  if (opened.kind === 'refused') throw new Error(`${row.townshipId} cannot be granted ${item.code}: ${opened.refusal.code}`);
  return opened.value;
}

/** From when the decision gives the power: at once when it names today. */
export const startInstant = (startsOn: string, now: number): number => Math.max(now, startOfDay(startsOn));
