import type { previewCommon as contract } from '#contract/common-decisions.ts';
import { gatesAgainst } from '#server/features/catalogue/index.ts';
import { presentFinding } from '#server/features/editions/index.ts';
import { answered, notFound, refuse, type CallOf } from '#server/platform/binding.ts';
import { countyRules, type RequestsPorts } from '#server/features/requests/index.ts';
import { judgeCommon, previewHash, townshipsFor, type PlacedTownship } from './judge-common.ts';
import { presentPlaced } from './present-common.ts';

/** Townships judged in one breath: others are answered in between. */
const breath = 40;

/** What one decision would mean now, township by township; nothing is kept of it. */
export const previewCommon = (ports: RequestsPorts) => async (call: CallOf<typeof contract>) => {
  const { db, catalogue } = ports;
  const { itemId } = call.params;
  const item = catalogue.itemById(itemId);
  if (!item) return notFound;
  const row = catalogue.rowById(itemId);
  const edition = catalogue.edition();
  if (item.terms.release !== 'common' || !row || !edition) return refuse('item_not_common');
  const judge = judgeCommon(db, { item, actor: call.actor, rules: countyRules(db), now: call.now });
  const placed: PlacedTownship[] = [];
  for (const [index, township] of townshipsFor(db, item).entries()) {
    if (index > 0 && index % breath === 0) await new Promise((resolve) => setImmediate(resolve));
    placed.push(judge(township));
  }
  const count = (kind: PlacedTownship['place']['kind']): number => placed.filter(({ place }) => place.kind === kind).length;
  return answered({
    item: row,
    edition,
    gates: gatesAgainst(db, item, call.now).map((gate) => presentFinding(gate, item)),
    owed: item.terms.resources.length,
    counts: { granted: count('granted'), preparing: count('preparing'), leftOut: count('left_out') },
    items: placed.map(presentPlaced),
    seen: previewHash(itemId, placed),
  });
};
