import type { Signatory } from '#server/domain/people/signatory.ts';
import { presentSignatory } from '#server/features/accounts/index.ts';
import { presentStandings } from '#server/features/training/index.ts';
import type { z } from 'zod';
import type { GrantDetail, Health, RecallCase, ReturnCase, Suspension } from '#contract/grants/grant-file.ts';
import type { Db } from '#db/connection.ts';
import type { Actor } from '#server/domain/people/actor.ts';
import { consequencesOf } from '#server/domain/law/carriers.ts';
import { allowedGrantActions, endKindOf, grantState, type GrantFile } from '#server/domain/grants/grant.ts';
import { returnStateOf } from '#server/domain/grants/grant-cases.ts';
import { evaluatePrerequisite, lapsesAt, type TownshipFacts } from '#server/domain/requests/prerequisites.ts';
import { FOREVER, dayOf } from '#server/domain/time/time.ts';
import { citationsOf, lawFlags, presentBases } from '#server/features/statutes/index.ts';
import { presentTie } from './present-tie.ts';
import type { GrantRecord } from './ledger/grant-record.ts';
import { returnCaseOf } from './stored-cases.ts';
import { eventsOf, type RecallRow, type ReturnRow, type SuspensionRow } from './queries.ts';
import { timelineOfGrant } from './timeline.ts';

/** The whole of a grant for one reader: what it rests on, how it stands, what may be done. */
export function presentDetail(db: Db, record: GrantRecord, facts: TownshipFacts, actor: Actor, now: number): GrantDetail {
  const { row, terms, file } = record;
  const { grant } = file;
  const bases = citationsOf(db, { kind: 'grant', id: row.id });
  return {
    ...presentRow(record, now),
    lawFlag: lawFlags(db, 'grant', [row.id], now).get(row.id) ?? null,
    ...{ requestId: row.requestId, itemId: row.itemId, township: record.township, department: record.department },
    legalBases: [...bases],
    basesNow: presentBases(db, { kind: 'grant', id: row.id }, bases, now),
    scopeNote: terms.scopeNote,
    carveOuts: [...terms.carveOuts],
    responsibilities: terms.responsibilities,
    consequences: { ...consequencesOf(row.carrier) },
    isReturnable: grant.isReturnable,
    notReturnableBasis: grant.notReturnableBasis,
    trialEndsAt: row.trialEndsAt,
    trialClosed: row.trialClosedAt !== null,
    isTrialExtended: row.isTrialExtended,
    prerequisites: presentHealth(db, record, facts, now),
    suspensions: record.suspensionRows.filter(({ fromAt, toAt }) => fromAt < toAt).map(presentSuspension),
    returns: record.returnRows.map((one) => presentReturn(one, now)),
    recalls: record.recallRows.map(presentRecall),
    swapRequestId: file.swapRequestId,
    origin: row.origin,
    commonDecisionId: row.commonDecisionId,
    tie: presentTie(db, record, now),
    timeline: timelineOfGrant(record, eventsOf(db, row.id), now),
    allowedActions: allowedGrantActions(file, actor, now),
    version: row.version,
  };
}

function presentRow({ row, code, powerName, township, department, file }: GrantRecord, now: number) {
  const { grant } = file;
  const { id, powerId, townshipId, carrier, documentNumber } = row;
  return {
    ...{ id, powerId, code, powerName, townshipId, carrier, documentNumber },
    townshipName: township.name,
    departmentName: department.name,
    state: grantState(grant, now),
    startsAt: grant.fromAt,
    endsAt: openEnd(grant.toAt),
    endKind: endKindOf(grant),
    openCase: openCaseOf(file, now),
  };
}

export const openEnd = (at: number): number | null => (at < FOREVER ? at : null);

function openCaseOf(file: GrantFile, now: number): 'return' | 'recall' | 'swap' | null {
  if (grantState(file.grant, now) === 'ended') return null;
  if (file.openReturn) return 'return';
  if (file.openRecall) return 'recall';
  return file.swapRequestId === null ? null : 'swap';
}

function presentHealth(db: Db, { row }: GrantRecord, facts: TownshipFacts, now: number): z.infer<typeof Health>[] {
  const judged = row.prerequisites.map(({ prerequisite }) => ({ prerequisite, ...evaluatePrerequisite(prerequisite, facts, now) }));
  const standings = presentStandings(db, judged);
  return row.prerequisites.flatMap(({ prerequisite, waivedUntilAt }, index) => {
    const waived = waivedUntilAt !== null && waivedUntilAt > now ? waivedUntilAt : null;
    const standing = standings[index];
    return standing ? [{ ...standing, lapsesAt: lapsesAt(prerequisite, facts, now), waivedUntilAt: waived }] : [];
  });
}

function presentSuspension({ kind, fromAt, toAt, reason }: SuspensionRow): z.infer<typeof Suspension> {
  return { kind, fromAt, toAt: openEnd(toAt), reason };
}

const signed = (row: Signatory | null) => (row ? presentSignatory(row) : null);

function presentReturn(row: ReturnRow, now: number): z.infer<typeof ReturnCase> {
  const { grantId: _grantId, effectiveAt: _effectiveAt, version: _version, ...shown } = row;
  const returned = returnCaseOf(row);
  return {
    ...shown,
    state: returnStateOf(returned, now),
    reasonCode: returned.reasonCode,
    effectiveOn: row.state === 'cancelled' ? null : dayOf(returned.effectiveAt),
    pendingCases: [...row.pendingCases],
    filedBy: presentSignatory(row.filedBy),
    answeredBy: signed(row.answeredBy),
  };
}

function presentRecall(row: RecallRow): z.infer<typeof RecallCase> {
  const { grantId: _grantId, effectiveAt, suspensionId: _suspensionId, version: _version, ...shown } = row;
  return {
    ...shown,
    reasonCode: row.reasonCode,
    effectiveOn: effectiveAt === null ? null : dayOf(effectiveAt),
    pendingCases: [...row.pendingCases],
    openedBy: presentSignatory(row.openedBy),
    statedBy: signed(row.statedBy),
    decidedBy: signed(row.decidedBy),
  };
}
