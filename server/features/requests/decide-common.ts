import type { decideCommon as contract } from '#contract/common-decisions.ts';
import { refuseCommon } from '#server/domain/common-decision.ts';
import { dayOf } from '#server/domain/time.ts';
import { signatoryOf } from '#server/features/accounts/index.ts';
import type { CatalogueItem } from '#server/features/menu/index.ts';
import { notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { change, type Act } from '#server/platform/change.ts';
import { bearRequest, startInstant, type CommonBirth } from './born-request.ts';
import { countyRules } from './circumstances.ts';
import { commonDecisionById } from './common-queries.ts';
import { insertCommonDecision } from './common-store.ts';
import { placeOf, sealOf, townshipsFor, type PlacedTownship } from './judge-common.ts';
import type { RequestsPorts } from './ports.ts';
import { presentCommonDecision } from './present-common.ts';

type Call = CallOf<typeof contract>;

/** Grants a common item to every township of its kinds: one decision, one paper, one transaction; each township is granted, prepares, or is left out with reasons. */
export const decideCommon = (ports: RequestsPorts) => (call: Call) =>
  change(ports, call, (act) => {
    const { itemId, text, startsOn, seen } = call.body;
    const item = ports.catalogue.itemById(itemId);
    if (!item) return notFound;
    // Terms of a former edition are nobody's to give any more.
    if (item.terms.release !== 'common' || !ports.catalogue.rowById(itemId)) return refuse('item_not_common');
    const rules = countyRules(act.tx);
    const around = { item, actor: call.actor, rules, now: call.now };
    const placed = townshipsFor(act.tx, item).map((township) => placeOf(ports, act.tx, around, township));
    if (sealOf(itemId, placed) !== seen) return refuse('common_changed');
    const places = placed.map(({ place }) => place);
    const refusal = refuseCommon(call.actor, { release: item.terms.release, text, startsOn, places }, call.now);
    if (refusal) return { kind: 'refused', refusal };
    const decisionId = write(act, ports, call, { item, placed, rules });
    const record = commonDecisionById(act.tx, decisionId);
    if (!record) throw new Error(`common decision ${decisionId} vanished inside its own transaction`);
    return { kind: 'done', value: presentCommonDecision(act.tx, record) };
  });

interface Decided extends Pick<CommonBirth, 'rules'> {
  readonly item: CatalogueItem;
  readonly placed: readonly PlacedTownship[];
}

function write(act: Act, ports: RequestsPorts, { actor, body }: Call, { item, placed, rules }: Decided): string {
  const { text, startsOn } = body;
  const decisionId = act.newId();
  const signatory = signatoryOf(act.tx, actor, 'decider');
  const startsAt = startInstant(startsOn, act.now);
  const of = (kind: PlacedTownship['place']['kind']): readonly PlacedTownship[] => placed.filter(({ place }) => place.kind === kind);
  const [granted, preparing] = [of('granted'), of('preparing')];
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
  const birth = { decisionId, documentNumber, item, actor, signatory, text, startsOn, rules };
  for (const { township } of granted) bearRequest(act, ports, birth, township, true);
  for (const { township } of preparing) bearRequest(act, ports, birth, township, false);
  return decisionId;
}
