import { grantState } from '#server/domain/grants/grant.ts';
import type { KeptPrerequisite } from '#server/domain/ledger/lapses.ts';
import { planHolding, type LedgerChange } from '#server/domain/ledger/ledger.ts';
import { coverForOpening } from '#server/domain/ledger/measures.ts';
import { done, refused, type Outcome } from '#server/domain/values/outcome.ts';
import { termEndOf } from '#server/domain/requests/preparation.ts';
import { planSwap } from '#server/domain/grants/swap.ts';
import type { CarveOut } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { trialEndOf } from '#server/domain/grants/trial.ts';
import type { Carrier } from '#server/domain/values/words.ts';
import type { SignatoryRow } from '#server/features/accounts/index.ts';
import type { Act } from '#server/records/change.ts';
import { columnsOf, demandGrant } from './ledger/grant-record.ts';
import { carryItemReviews } from './review-basis.ts';
import { issueGrantDocument } from './documents.ts';
import { factsFor, followLapses } from './ledger/lapses.ts';
import { holdingsOf, loadGrant, namesOf, type GrantRecord } from './queries.ts';
import { penaltiesAmong, penaltiesHeld } from './ledger/measure-queries.ts';
import { rideMeasures } from './ledger/ride-measures.ts';
import { settleTasks } from './ledger/settle-tasks.ts';
import { appendEvent, applyChanges, insertGrant, nextVersion } from './store.ts';

/** A power that a township is to hold, on terms that are settled. */
export interface NewGrant {
  readonly requestId: string;
  readonly itemId: string;
  readonly powerId: string;
  readonly townshipId: string;
  readonly departmentId: string;
  readonly carrier: Carrier;
  /** What the document says of the extent of the power. */
  readonly scope: { readonly scopeNote: string; readonly carveOuts: readonly CarveOut[] };
  /** The item's and the decision's extra ones; a waiver keeps one met until its instant. */
  readonly prerequisites: readonly KeptPrerequisite[];
  /** Of a compulsory measure: the codes that it names, the penalties that it serves among them; null for any other power. */
  readonly serves: readonly string[] | null;
  readonly startsAt: number;
  /** Calendar months; 0 for none. */
  readonly trialMonths: number;
  /** Calendar months; null for no term. */
  readonly termMonths: number | null;
  /** The decision for all townships of a kind that it comes from; null where the township asked. */
  readonly common: CommonOrigin | null;
  /** Whose signature opened it. */
  readonly signatory: SignatoryRow;
}
export interface CommonOrigin {
  readonly decisionId: string;
  /** The paper of the decision itself serves the grants that it opens at once; null where a paper of its own is issued. */
  readonly documentNumber: string | null;
}
export interface OpenedGrant {
  readonly grantId: string;
  readonly documentNumber: string;
  readonly startsAt: number;
}

/** Opens a grant in the transaction of the request that it comes from. */
export function openGrant(act: Act, terms: NewGrant): Outcome<OpenedGrant> {
  if (terms.startsAt < act.now) return refused('start_date_past');
  const grantId = act.newId();
  const end = endFor(act, terms, null);
  if (end.kind === 'refused') return end;
  const planned = planHolding(holdingsOf(act.tx, terms.powerId, terms.townshipId), holdingFor(grantId, terms, end.value));
  if (planned.kind === 'refused') return planned;
  return done(
    write(act, grantId, terms, {
      endsAt: end.value,
      kind: 'grant',
      title: () => titleOf(act, terms),
      changes: [planned.value],
      replacedGrantId: null,
    }),
  );
}

function titleOf(act: Act, { powerId, townshipId }: NewGrant): string {
  const { powerName, townshipName } = namesOf(act.tx, powerId, townshipId);
  return `关于赋予${townshipName}“${powerName}”的决定`;
}

/** The old grant ends and the new one starts at the same instant, or nothing happens (domain.md section 7, invariant 3). */
export function openGrantBySwap(act: Act, terms: NewGrant, replacedGrantId: string): Outcome<OpenedGrant> {
  const replaced = loadGrant(act.tx, replacedGrantId);
  if (!replaced) return refused('replaced_grant_unavailable', { grantId: replacedGrantId });
  const grantId = act.newId();
  const others = holdingsOf(act.tx, terms.powerId, terms.townshipId);
  const end = endFor(act, terms, replacedGrantId);
  if (end.kind === 'refused') return end;
  const planned = planSwap({ replaced: replaced.file, opening: holdingFor(grantId, terms, end.value), others }, act.now);
  if (planned.kind === 'refused') return planned;
  const [ended, opened] = planned.value.changes;
  endReplaced(act, replaced, ended, terms, grantId);
  const { powerName, townshipName } = namesOf(act.tx, terms.powerId, terms.townshipId);
  const title = (): string => `关于${townshipName}以“${powerName}”换回“${replaced.powerName}”的决定`;
  const written = write(act, grantId, terms, { endsAt: end.value, kind: 'swap', title, changes: [opened], replacedGrantId });
  // Only now: the new power may be another penalty of the same measures.
  rideMeasures(act, demandGrant(act, replacedGrantId));
  return done(written);
}

/** The end that is agreed; a compulsory measure runs no longer than the penalty with which it comes, and does not begin without it. */
function endFor(act: Act, { townshipId, serves, startsAt, termMonths }: NewGrant, replacedGrantId: string | null): Outcome<number> {
  const term = termEndOf(startsAt, termMonths);
  if (serves === null) return done(term);
  const penalties = penaltiesAmong(act.tx, serves);
  const held = penaltiesHeld(act.tx, townshipId, penalties, act.now).filter(({ grantId }) => grantId !== replacedGrantId);
  const measure = { statutoryType: 'compulsion', penalties: penalties.map(({ name }) => name) } as const;
  const cover = coverForOpening(measure, held, startsAt);
  return cover.kind === 'refused' ? cover : done(cover.kind === 'free' ? term : Math.min(term, cover.at));
}

const holdingFor = (grantId: string, { powerId, townshipId, startsAt }: NewGrant, endsAt: number) => ({
  ...{ grantId, powerId, townshipId },
  fromAt: startsAt,
  toAt: endsAt,
});

interface Opening {
  readonly endsAt: number;
  readonly kind: 'grant' | 'swap';
  readonly title: () => string;
  readonly changes: readonly LedgerChange[];
  readonly replacedGrantId: string | null;
}

function write(act: Act, grantId: string, terms: NewGrant, { endsAt, kind, title, changes, replacedGrantId }: Opening): OpenedGrant {
  const { requestId, powerId, townshipId, departmentId, startsAt, trialMonths, signatory } = terms;
  const documentNumber =
    terms.common?.documentNumber ??
    issueGrantDocument(
      act,
      { row: { id: grantId } },
      { kind, title: title(), payload: { requestId, startsAt, replacedGrantId, ...terms.scope } },
    );
  insertGrant(act.tx, {
    ...{ id: grantId, requestId, itemId: terms.itemId, powerId, townshipId, departmentId, carrier: terms.carrier, documentNumber },
    prerequisites: terms.prerequisites,
    origin: terms.common === null ? 'request' : 'common',
    commonDecisionId: terms.common?.decisionId ?? null,
    issuedAt: act.now,
    termEndsAt: endsAt,
    observedFromAt: startsAt,
    trialEndsAt: trialEndOf(startsAt, trialMonths),
    ...{ trialClosedAt: null, isTrialExtended: false, endKind: null, endsWithGrantId: null, version: 1, createdAt: act.now },
  });
  carryItemReviews(act, terms.itemId, grantId);
  applyChanges(act.tx, { powerId, townshipId }, changes, { now: act.now, reason: '' });
  const facts = { documentNumber, startsAt, replacedGrantId };
  appendEvent(act.tx, { id: act.newId(), grantId, at: act.now, kind: 'granted', ...columnsOf(signatory), facts });
  const outbox = { kind: 'grant_opened', payload: { powerId, townshipId, departmentId, startsAt } };
  act.record({ action: 'grant_opened', subjectKind: 'grant', subjectId: grantId, detail: { requestId, ...facts }, outbox });
  settleNew(act, grantId);
  return { grantId, documentNumber, startsAt };
}

function settleNew(act: Act, grantId: string): void {
  const opened = demandGrant(act, grantId);
  const changed = followLapses(act, opened, factsFor(act.tx, opened));
  const settled = changed ? demandGrant(act, grantId) : opened;
  settleTasks(act, settled, 'granted');
  rideMeasures(act, settled);
}

function endReplaced(
  act: Act,
  replaced: GrantRecord,
  ended: LedgerChange,
  { startsAt, powerId, signatory }: NewGrant,
  grantId: string,
): void {
  const { row } = replaced;
  if (!nextVersion(act.tx, row.id, row.version)) throw new Error(`grant ${row.id} changed inside its own transaction`);
  applyChanges(act.tx, row, [ended], { now: act.now, reason: '' });
  const facts = { endsOn: dayOf(startsAt), byGrantId: grantId, byPowerId: powerId };
  appendEvent(act.tx, { id: act.newId(), grantId: row.id, at: act.now, kind: 'swap_planned', ...columnsOf(signatory), facts });
  const outbox = {
    kind: 'grant_swapped',
    payload: { powerId: row.powerId, townshipId: row.townshipId, departmentId: row.departmentId, endsAt: startsAt },
  };
  act.record({ action: 'grant_swapped', subjectKind: 'grant', subjectId: row.id, detail: facts, outbox });
  const after = demandGrant(act, row.id);
  const changed = followLapses(act, after, factsFor(act.tx, after));
  settleTasks(
    act,
    changed ? demandGrant(act, row.id) : after,
    grantState(after.file.grant, act.now) === 'ended' ? 'ended' : 'swap_planned',
  );
}
