import type { Signatory } from '#server/domain/people/signatory.ts';
import type { editHandOver as editContract, signHandOver as signContract } from '#contract/preparation.ts';
import { isSigned } from '#server/domain/requests/hand-over.ts';
import { grantRequest, signForSide, startOf, termsAfter, writeHandOver } from '#server/domain/requests/preparation.ts';
import { waivedUntil } from '#server/domain/requests/readiness.ts';
import { capacityFor, sideOf } from '#server/domain/requests/request.ts';
import type { Decided } from '#server/domain/requests/review.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { openGrant, openGrantBySwap, type NewGrant } from '#server/features/grants/index.ts';
import type { CallOf, Refused } from '#server/platform/binding.ts';
import { type Acting, actOnRequest, demandItem, type RequestsPorts, type Said } from '#server/features/requests/index.ts';
import { refuseExcluded } from './exclusions.ts';

type Signed = Said<'hand_over_signed'>;

/** Writes the hand-over list; a signature under the former words is none under these (RULES.md 5.26). */
export const editHandOver = (ports: RequestsPorts) => (call: CallOf<typeof editContract>) =>
  actOnRequest(ports, call, 'hand_over_edited', ({ file, actor, view }) => {
    const outcome = writeHandOver(file.request, actor, call.body, view);
    if (outcome.kind === 'refused') return outcome;
    const { handOver, ...decided } = outcome.value;
    const columns = { handOver: handOver.list, departmentSignature: null, townshipSignature: null };
    return { kind: 'done', value: { decided, columns, facts: { hand_over_edited: { pendingCases: call.body.pendingCases.length } } } };
  });

/** Signs for one side; with the second signature the document is issued and the power moves, all in one transaction. */
export const signHandOver = (ports: RequestsPorts) => (call: CallOf<typeof signContract>) =>
  actOnRequest(ports, call, 'hand_over_signed', (acting) => {
    const { act, file, actor, view } = acting;
    const outcome = signForSide(file.request, actor, view);
    if (outcome.kind === 'refused') return outcome;
    const { handOver, isComplete: _isComplete, ...decided } = outcome.value;
    const side = sideOf(file.request, actor);
    const { role, organisationId } = capacityFor('sign_hand_over', file.request, actor);
    const signature = signatoryOf(act.tx, actor, role, organisationId);
    const columns = side === 'township' ? { townshipSignature: signature } : { departmentSignature: signature };
    const facts = { hand_over_signed: { side } };
    if (!isSigned(handOver)) return { kind: 'done', value: { decided, columns, facts } };
    return grant(ports, acting, { decided, columns, facts }, handOver, signature);
  });

/** The grant that the second signature opens, with the request that it closes (RULES.md 5.27, 7.2). */
function grant(
  ports: RequestsPorts,
  { act, file, view }: Acting,
  signed: Signed['value'],
  handOver: NonNullable<Acting['view']['handOver']>,
  signatory: Signatory,
): Signed | Refused {
  const granted = grantRequest(signed.decided.request, { ...view, handOver });
  if (granted.kind === 'refused') return granted;
  const excluded = refuseExcluded(ports, act.tx, file.row, view.rules, act.now);
  if (excluded) return excluded;
  const terms = grantTerms(ports, { act, file, view }, signatory);
  const { replacesGrantId } = file.row;
  const opened = replacesGrantId === null ? openGrant(act, terms) : openGrantBySwap(act, terms, replacesGrantId);
  if (opened.kind === 'refused') return opened;
  const { grantId, documentNumber, startsAt } = opened.value;
  const decided: Decided = { request: granted.value.request, events: [...signed.decided.events, ...granted.value.events] };
  return {
    kind: 'done',
    value: { decided, columns: { ...signed.columns, grantId }, facts: { ...signed.facts, granted: { grantId, documentNumber, startsAt } } },
  };
}

/** Terms of the item that the request cites, with what the decision added and what was waived (RULES.md 3.35, 5.11). */
function grantTerms(
  ports: RequestsPorts,
  { act, file: { row }, view }: Pick<Acting, 'act' | 'file' | 'view'>,
  signatory: Signatory,
): NewGrant {
  const { terms, statutoryType } = demandItem(ports, row.itemId);
  const { prerequisites, termMonths } = termsAfter(terms, row.conditions);
  const waivers = view.facts?.waivers ?? [];
  return {
    ...{
      requestId: row.id,
      itemId: row.itemId,
      powerId: row.powerId,
      townshipId: row.townshipId,
      departmentId: row.departmentId,
      carrier: terms.carrier,
      scope: { scopeNote: terms.scopeNote, carveOuts: terms.carveOuts },
    },
    prerequisites: prerequisites.map((prerequisite) => ({
      prerequisite,
      waivedUntilAt: waivedUntil(waivers, 'prerequisite', prerequisite.key, act.now),
    })),
    serves: statutoryType === 'compulsion' ? terms.companions : null,
    startsAt: startOf(terms.startRule, row.conditions?.notBeforeOn ?? null, act.now),
    trialMonths: terms.trialMonths,
    common: row.commonDecisionId === null ? null : { decisionId: row.commonDecisionId, documentNumber: null },
    ...{ termMonths, signatory },
  };
}
