import type { listEditions as listContract, openEdition as openContract } from '#contract/editions/edition-drafts.ts';
import { covers } from '#server/domain/people/scope.ts';
import { editionScope } from '#server/domain/people/visibility.ts';
import { answered, type CallOf, refuse } from '#server/platform/binding.ts';
import { changeOnce } from '#server/records/change.ts';
import type { Ports } from '#server/platform/ports.ts';
import { demandEdition } from './draft.ts';
import { editionAgain, presentEditionNow } from './present.ts';
import { allEditions, draftEdition, lastEditionNumber, publishedEdition } from './queries.ts';
import { carryIntoDraft } from './carry-into-draft.ts';
import { copyItems, insertDraftEdition } from './store.ts';

export const listEditions = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const editions = allEditions(ports.db).filter((edition) => covers(editionScope(call.actor), edition));
  return answered({ items: editions.map((row) => presentEditionNow(ports.db, row)) });
};

/** Opens the next edition as a copy of the one in force: most items stay as they are. One draft at a time. */
export const openEdition = (ports: Ports) => (call: CallOf<typeof openContract>) =>
  changeOnce(ports, call, editionAgain, (act) => {
    const open = draftEdition(act.tx);
    if (open) return refuse('draft_exists', { number: open.number, title: open.title });
    const published = publishedEdition(act.tx);
    const id = act.newId();
    const number = lastEditionNumber(act.tx) + 1;
    insertDraftEdition(act.tx, { id, number, title: call.body.title, createdAt: call.now });
    const items = published ? copyItems(act.tx, published.id, id, call.now) : 0;
    if (published) carryIntoDraft(act, published, id);
    act.record({
      action: 'edition_opened',
      subjectKind: 'edition',
      subjectId: id,
      detail: { number, title: call.body.title, copiedFrom: published?.id ?? null, items },
    });
    return { kind: 'done', value: presentEditionNow(act.tx, demandEdition(act.tx, id)) };
  });
