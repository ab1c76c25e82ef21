import type { CommonDecision, decideCommon as contract } from '#contract/common-decisions.ts';
import { refuseCommon } from '#server/domain/requests/common-decision.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import { gatesAgainst, isInForce, type CatalogueItem } from '#server/features/catalogue/index.ts';
import { notFound, refuse, type Answered, type CallOf, type Refused } from '#server/platform/binding.ts';
import { changeOnce, presentFound, type Act } from '#server/records/change.ts';
import { createCommonRequest, startInstant, type CommonCreation } from './create-common-request.ts';
import { type CommonPorts, countyRules } from '#server/features/requests/index.ts';
import { commonDecisionById } from './common-queries.ts';
import { insertCommonDecision } from './common-store.ts';
import { judgeCommon, previewHash, townshipsFor, type PlacedTownship } from './judge-common.ts';
import { canBegin } from '#server/features/preparation/index.ts';
import { presentCommonDecision } from './present-common.ts';

/** What of a call the decision needs: plain data, for it may cross to another thread. */
export type CommonCall = Pick<
  CallOf<typeof contract>,
  'operationId' | 'body' | 'actor' | 'now' | 'requestId' | 'sessionId' | 'idempotency'
>;

const decisionAgain = presentFound(commonDecisionById, (record, db) => presentCommonDecision(db, record));

/** One decision, one paper, one transaction: each township is granted the item, prepares, or is left out with reasons; the law is asked once more. */
export const takeCommonDecision = (ports: CommonPorts, call: CommonCall): Promise<Answered<CommonDecision> | Refused> =>
  changeOnce(ports, call, decisionAgain, (act) => {
    const { itemId, text, startsOn, seen } = call.body;
    const item = ports.catalogue.itemById(itemId);
    if (!item) return notFound;
    // Terms of a former edition cannot be granted any more.
    if (item.terms.release !== 'common' || !isInForce(act.tx, itemId)) return refuse('item_not_common');
    const rules = countyRules(act.tx);
    const judge = judgeCommon(act.tx, { item, actor: call.actor, rules, now: call.now });
    const placed = townshipsFor(act.tx, item).map(judge);
    if (previewHash(itemId, placed) !== seen) return refuse('common_changed');
    const asked = {
      release: item.terms.release,
      gates: gatesAgainst(act.tx, item, call.now),
      ...{ text, startsOn },
      places: placed.map(({ place }) => place),
    };
    const refusal = refuseCommon(call.actor, asked, call.now);
    if (refusal) return { kind: 'refused', refusal };
    const decisionId = write(act, ports, call, { item, placed, rules });
    const record = commonDecisionById(act.tx, decisionId);
    if (!record) throw new Error(`common decision ${decisionId} vanished inside its own transaction`);
    return { kind: 'done', value: presentCommonDecision(act.tx, record) };
  });

interface Decided extends Pick<CommonCreation, 'rules'> {
  readonly item: CatalogueItem;
  readonly placed: readonly PlacedTownship[];
}

function write(act: Act, ports: CommonPorts, { actor, body }: CommonCall, { item, placed, rules }: Decided): string {
  const { text, startsOn } = body;
  const decisionId = act.newId();
  const signatory = signatoryOf(act.tx, actor, 'decider');
  const startsAt = startInstant(startsOn, act.now);
  const of = (kind: PlacedTownship['place']['kind']): readonly PlacedTownship[] => placed.filter(({ place }) => place.kind === kind);
  // A measure whose penalty will be gone by its first day prepares like any other, and begins with another penalty or not at all.
  const mayBegin = canBegin(act.tx, item);
  const isCovered = ({ township }: PlacedTownship): boolean => mayBegin(township.id, startsAt, act.now);
  const granted = of('granted').filter(isCovered);
  const preparing = [...of('preparing'), ...of('granted').filter((one) => !isCovered(one))];
  const { scopeNote, carveOuts } = item.terms;
  const documentNumber = act.issueDocument({
    ...{ kind: 'common_grant', prefix: rules.settings.documentPrefix, subjectKind: 'common_decision', subjectId: decisionId },
    title: `关于将“${item.name}”赋予${String(granted.length + preparing.length)}个乡镇（街道）的决定`,
    issuedOn: dayOf(act.now),
    payload: {
      itemId: item.id,
      startsAt,
      scopeNote,
      carveOuts,
      townshipIds: [...granted, ...preparing].map(({ township }) => township.id),
    },
  });
  const leftOut = placed.flatMap(({ township, place }) =>
    place.kind === 'left_out' ? [{ townshipId: township.id, reasons: place.reasons }] : [],
  );
  insertCommonDecision(act.tx, {
    ...{ id: decisionId, itemId: item.id, documentNumber, text, startsAt, decidedBy: signatory, decidedAt: act.now, leftOut },
  });
  const counts = { granted: granted.length, preparing: preparing.length, leftOut: leftOut.length };
  act.record({
    action: 'common_decision',
    subjectKind: 'common_decision',
    subjectId: decisionId,
    detail: { itemId: item.id, documentNumber, startsAt, text, ...counts },
    outbox: { kind: 'common_decision', payload: { powerId: item.powerId, departmentId: item.departmentId, ...counts } },
  });
  const creation = { decisionId, documentNumber, item, actor, signatory, text, startsOn, rules };
  for (const { township } of granted) createCommonRequest(act, ports, creation, township, true);
  for (const { township } of preparing) createCommonRequest(act, ports, creation, township, false);
  return decisionId;
}
