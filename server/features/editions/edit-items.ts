import { isDeepStrictEqual } from 'node:util';
import type { addItem as addContract, dropItem as dropContract, editItem as editContract } from '#contract/editions/edition-drafts.ts';
import { type CallOf, notFound, refuse } from '#server/platform/binding.ts';
import { change, changeOnce, presentFound, presentNothing } from '#server/records/change.ts';
import type { Db } from '#db/connection.ts';
import type { Ports } from '#server/platform/ports.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { demandItem, isRefused, itemOn, notDraft, recordItem, unknownReferences } from './draft.ts';
import { findingsOnItem } from './edition-findings.ts';
import { presentDraftItem } from './present.ts';
import { editionById, itemRow, namedCodes } from './queries.ts';
import { powerById } from '#server/features/powers/index.ts';
import { deleteItem, insertItem, updateItem } from './store.ts';

/** Puts a power on the draft. Its terms may still be unfinished: the gates look when it is checked and published. */
export const addItem = (ports: Ports) => (call: CallOf<typeof addContract>) =>
  changeOnce(ports, call, itemAgain(call.now), (act) => {
    const edition = editionById(act.tx, call.params.editionId);
    if (!edition) return notFound;
    const { powerId, terms } = call.body;
    const refusal = notDraft(edition);
    if (refusal) return refusal;
    const power = powerById(act.tx, powerId);
    if (!power) return refuse('invalid_input', {}, ['/powerId']);
    if (power.mergedIntoId !== null) return refuse('power_retired', { code: power.code }, ['/powerId']);
    const isThere = namedCodes(act.tx, edition.id, [power.code]).some(({ itemId }) => itemId !== null);
    if (isThere) return refuse('item_exists', { code: power.code }, ['/powerId']);
    const strange = unknownReferences(act.tx, terms);
    if (strange) return strange;
    const itemId = act.newId();
    insertItem(act.tx, { id: itemId, editionId: edition.id, powerId, terms, createdAt: call.now });
    recordItem(act, { action: 'item_added', editionId: edition.id, itemId, code: power.code, before: null, after: terms });
    return { kind: 'done', value: presented(act, itemId) };
  });

const itemAgain = (now: number) => presentFound(itemRow, ({ id }, tx) => presented({ tx, now }, id));

export const editItem = (ports: Ports) => (call: CallOf<typeof editContract>) =>
  change(ports, call, (act) => {
    const { editionId, itemId } = call.params;
    const item = itemOn(act.tx, editionId, itemId);
    if (isRefused(item)) return item;
    // What was asked for stands there already: the answer to it was lost (RFC 9110, 13.1.1).
    if (item.version !== call.expectedVersion && isDeepStrictEqual(item.terms, call.body.terms))
      return { kind: 'unchanged', value: presented(act, itemId) } as const;
    const stale = refuseStale(act.tx, item, call.expectedVersion);
    if (stale) return stale;
    const refusal = notDraft({ state: item.editionState }) ?? unknownReferences(act.tx, call.body.terms);
    if (refusal) return refusal;
    if (!updateItem(act.tx, itemId, call.expectedVersion, call.body.terms)) return staleVersion(act.tx, item, call.expectedVersion);
    recordItem(act, { action: 'item_changed', editionId, itemId, code: item.code, before: item.terms, after: call.body.terms });
    return { kind: 'done', value: presented(act, itemId) };
  });

export const dropItem = (ports: Ports) => (call: CallOf<typeof dropContract>) =>
  changeOnce(ports, call, presentNothing, (act) => {
    const { editionId, itemId } = call.params;
    const item = itemOn(act.tx, editionId, itemId);
    if (isRefused(item)) return item;
    const stale = refuseStale(act.tx, item, call.expectedVersion);
    if (stale) return stale;
    const refusal = notDraft({ state: item.editionState });
    if (refusal) return refusal;
    if (!deleteItem(act.tx, itemId, call.expectedVersion)) return staleVersion(act.tx, item, call.expectedVersion);
    recordItem(act, { action: 'item_dropped', editionId, itemId, code: item.code, before: item.terms, after: null });
    return { kind: 'done', value: undefined };
  });

/** What was saved, with what the gates now have against it. */
function presented({ tx, now }: { readonly tx: Db; readonly now: number }, itemId: string) {
  const item = demandItem(tx, itemId);
  return presentDraftItem(tx, item, findingsOnItem(tx, item.editionId, itemId, now));
}
