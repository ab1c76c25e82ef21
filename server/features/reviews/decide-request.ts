import type { Decision } from '#contract/requests/request-decisions.ts';
import type { RequestFacts } from '#contract/requests/request-facts.ts';
import type { decide as contract } from '#contract/reviews.ts';
import type { Db } from '#db/connection.ts';
import { decideRequest as decide } from '#server/domain/requests/decision.ts';
import { isAtLeast } from '#server/domain/requests/preparation.ts';
import { guardSwap } from '#server/domain/grants/swap.ts';
import { grantFile, runningGrantOf } from '#server/features/grants/index.ts';
import { certificateKindNames } from '#server/features/training/index.ts';
import { refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import {
  type Acting,
  actOnRequest,
  type CountyRules,
  demandItem,
  type RequestRow,
  type RequestsPorts,
  startIfFree,
} from '#server/features/requests/index.ts';
import { refuseExcluded, refuseMeasure } from '#server/features/preparation/index.ts';

type Rejection = Extract<Decision, { readonly outcome: 'reject' }>;
type Approval = Exclude<Decision, Rejection>;
type Conditions = Extract<Decision, { readonly outcome: 'approve_with_conditions' }>['conditions'];

/**
 * The county's decision. An approval looks once more at what may have changed since the order: what the law says of the power, who holds
 * it, the grant to be replaced; with a free slot the preparation begins in the same step.
 */
export const decideRequest = (ports: RequestsPorts) => (call: CallOf<typeof contract>) =>
  actOnRequest(ports, call, 'decided', ({ act, file, actor, view }) => {
    const { body } = call;
    const outcome = decide(file.request, actor, body, view);
    if (outcome.kind === 'refused') return outcome;
    const around = { row: file.row, rules: view.rules, now: call.now };
    const refusal = body.outcome === 'reject' ? refuseAlternative(ports, body) : refuseApproval(ports, act.tx, around, body);
    if (refusal) return refusal;
    const facts = { decision: factsOf(ports, body, file) };
    if (body.outcome === 'reject') return { kind: 'done', value: { decided: outcome.value, facts } };
    const conditions = body.outcome === 'approve_with_conditions' ? body.conditions : null;
    return {
      kind: 'done',
      value: { decided: startIfFree(act, view.rules, outcome.value), facts, columns: { approvedAt: call.now, conditions } },
    };
  });

function refuseApproval(
  ports: RequestsPorts,
  db: Db,
  { row, rules, now }: { readonly row: RequestRow; readonly rules: CountyRules; readonly now: number },
  approval: Approval,
): Refused | null {
  const extra = approval.outcome === 'approve_with_conditions' ? approval.conditions.extraPrerequisites : [];
  return (
    refuseConditions(ports, db, row, extra) ??
    refuseExcluded(ports, db, row, rules, now) ??
    refuseHolding(db, row.powerId, row.townshipId, now) ??
    refuseSwap(db, row, now) ??
    refuseMeasure(db, demandItem(ports, row.itemId), row, now)
  );
}

/** What a condition points to must exist, each must be told from the others by its key, and none stands for less than the item asks for. */
function refuseConditions(ports: RequestsPorts, db: Db, { itemId }: RequestRow, extra: Conditions['extraPrerequisites']): Refused | null {
  const own = extra.length > 0 ? demandItem(ports, itemId).terms.prerequisites : [];
  const kinds = extra.some(({ kind }) => kind === 'certified_officers') ? certificateKindNames(db) : null;
  for (const [index, one] of extra.entries()) {
    const at = `/conditions/extraPrerequisites/${String(index)}`;
    if (extra.findIndex(({ key }) => key === one.key) !== index) return refuse('conditions_required', {}, [`${at}/key`]);
    if (own.some((former) => former.key === one.key && !isAtLeast(one, former))) return refuse('condition_takes_away', {}, [`${at}/key`]);
    if (one.kind === 'certified_officers' && !kinds?.has(one.certificateKind))
      return refuse('certificate_kind_unknown', {}, [`${at}/certificateKind`]);
  }
  return null;
}

/** A power that the township has come to hold meanwhile cannot be given a second time. */
export function refuseHolding(db: Db, powerId: string, townshipId: string, now: number): Refused | null {
  const held = runningGrantOf(db, powerId, townshipId, now);
  return held ? refuse('already_held', { with: held.grantId }) : null;
}

/** Whether the grant that is to be replaced can still be given up. */
export function refuseSwap(
  db: Db,
  { powerId, townshipId, replacesGrantId }: Pick<RequestRow, 'powerId' | 'townshipId' | 'replacesGrantId'>,
  now: number,
): Refused | null {
  if (replacesGrantId === null) return null;
  const replaced = grantFile(db, replacesGrantId);
  const refusal = replaced && guardSwap(replaced, powerId, townshipId, now);
  return replaced && !refusal ? null : refuse('replaced_grant_unavailable', { grantId: replacesGrantId });
}

/** An alternative has to be one that can be ordered. */
function refuseAlternative({ catalogue }: RequestsPorts, { alternativeItemId }: Rejection): Refused | null {
  if (alternativeItemId === null || catalogue.rowById(alternativeItemId)) return null;
  return refuse('alternative_required', {}, ['/alternativeItemId']);
}

/** Decisions are append-only: a later one names the one that it follows (RULES.md 5.9). */
function factsOf({ catalogue }: RequestsPorts, decision: Decision, file: Acting['file']): RequestFacts['decision'] {
  const supersedes = file.events.filter(({ kind }) => kind === 'decision').at(-1)?.id ?? null;
  if (decision.outcome === 'approve') return { ...decision, supersedes, common: null };
  if (decision.outcome === 'approve_with_conditions') return { ...decision, supersedes };
  const { alternativeItemId } = decision;
  const alternativeName = alternativeItemId === null ? null : (catalogue.rowById(alternativeItemId)?.name ?? null);
  return { ...decision, supersedes, alternativeName };
}
