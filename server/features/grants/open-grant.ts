import type { Signatory } from '#server/domain/people/signatory.ts';
import type { StandingPrerequisite } from '#server/domain/ledger/lapses.ts';
import { planHolding, type LedgerChange } from '#server/domain/ledger/ledger.ts';
import { coverForOpening } from '#server/domain/ledger/measures.ts';
import { done, refused, type Outcome } from '#server/domain/values/outcome.ts';
import { termEndOf } from '#server/domain/requests/preparation.ts';
import { planSwap } from '#server/domain/grants/swap.ts';
import type { CarveOut } from '#server/domain/menu/terms.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { trialEndOf } from '#server/domain/grants/trial.ts';
import type { Carrier } from '#server/domain/values/words.ts';
import type { Act } from '#server/records/change.ts';
import { changeLedger } from './ledger/change-ledger.ts';
import { issueGrantDocument } from './documents.ts';
import { loadGrant, type GrantRecord } from './ledger/grant-record.ts';
import { penaltiesAmong, penaltiesHeld } from './ledger/measure-queries.ts';
import { holdingsOf, titleNames, type GrantRow } from './queries.ts';
import { carryItemReviews } from './review-basis.ts';
import { signedBy } from './ledger/signed-by.ts';
import type { Told } from './ledger/told.ts';
import type { Opening } from './ledger/write-ledger.ts';

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
  readonly prerequisites: readonly StandingPrerequisite[];
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
  readonly signatory: Signatory;
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
  const opening = openingOf(act, terms, { grantId, endsAt: end.value, holding: planned.value, replaced: null });
  changeLedger(act, [opening]);
  return done(opened(act, opening, terms));
}

/** The old grant ends and the new one starts at the same instant, or nothing happens (RULES.md 7.3). */
export function openGrantBySwap(act: Act, terms: NewGrant, replacedGrantId: string): Outcome<OpenedGrant> {
  const replaced = loadGrant(act.tx, replacedGrantId);
  if (!replaced) return refused('replaced_grant_unavailable', { grantId: replacedGrantId });
  const grantId = act.newId();
  const others = holdingsOf(act.tx, terms.powerId, terms.townshipId);
  const end = endFor(act, terms, replacedGrantId);
  if (end.kind === 'refused') return end;
  const planned = planSwap({ replaced: replaced.file, opening: holdingFor(grantId, terms, end.value), others }, act.now);
  if (planned.kind === 'refused') return planned;
  const [ended, holding] = planned.value.changes;
  const opening = openingOf(act, terms, { grantId, endsAt: end.value, holding, replaced });
  // Both are written before anything follows: the new power may be another penalty of the same measures.
  changeLedger(act, [endingOf(act, replaced, ended, terms, grantId), opening]);
  return done(opened(act, opening, terms));
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

interface Plan {
  readonly grantId: string;
  readonly endsAt: number;
  readonly holding: LedgerChange;
  readonly replaced: GrantRecord | null;
}

function openingOf(act: Act, terms: NewGrant, plan: Plan): Opening & { readonly outcome: string } {
  const { requestId, startsAt, signatory } = terms;
  const documentNumber = terms.common?.documentNumber ?? issuePaper(act, terms, plan);
  const facts = { documentNumber, startsAt, replacedGrantId: plan.replaced?.row.id ?? null };
  return {
    row: rowOf(act, terms, plan, documentNumber),
    holding: plan.holding,
    told: {
      event: { kind: 'granted', facts },
      record: { action: 'grant_opened', detail: { requestId, ...facts } },
      ...{ by: signedBy(signatory), payload: { startsAt } },
    },
    outcome: 'granted',
  };
}

function issuePaper(act: Act, { requestId, powerId, townshipId, startsAt, scope }: NewGrant, { grantId, replaced }: Plan): string {
  const { powerName, townshipName } = titleNames(act.tx, powerId, townshipId);
  const title = replaced
    ? `关于${townshipName}以“${powerName}”换回“${replaced.powerName}”的决定`
    : `关于赋予${townshipName}“${powerName}”的决定`;
  const payload = { requestId, startsAt, replacedGrantId: replaced?.row.id ?? null, ...scope };
  return issueGrantDocument(act, { row: { id: grantId } }, { kind: replaced ? 'swap' : 'grant', title, payload });
}

function rowOf({ now }: Act, terms: NewGrant, { grantId, endsAt }: Plan, documentNumber: string): GrantRow {
  const { requestId, itemId, powerId, townshipId, departmentId, carrier, prerequisites, common, startsAt, trialMonths } = terms;
  return {
    ...{ id: grantId, requestId, itemId, powerId, townshipId, departmentId, carrier, documentNumber, prerequisites },
    origin: common === null ? 'request' : 'common',
    commonDecisionId: common?.decisionId ?? null,
    issuedAt: now,
    termEndsAt: endsAt,
    observedFromAt: startsAt,
    trialEndsAt: trialEndOf(startsAt, trialMonths),
    ...{ trialClosedAt: null, isTrialExtended: false, endKind: null, endsWithGrantId: null, version: 1, createdAt: now },
  };
}

function opened(act: Act, { row }: Opening, { startsAt }: NewGrant): OpenedGrant {
  carryItemReviews(act, row.itemId, row.id);
  return { grantId: row.id, documentNumber: row.documentNumber, startsAt };
}

function endingOf(act: Act, replaced: GrantRecord, ended: LedgerChange, { startsAt, powerId, signatory }: NewGrant, grantId: string) {
  const facts = { endsOn: dayOf(startsAt), byGrantId: grantId, byPowerId: powerId };
  const told: Told = {
    event: { kind: 'swap_planned', facts },
    record: { action: 'grant_swapped', detail: facts },
    ...{ by: signedBy(signatory), payload: { endsAt: startsAt } },
  };
  return { grant: replaced, changes: [ended], told, outcome: startsAt <= act.now ? 'ended' : 'swap_planned' };
}
