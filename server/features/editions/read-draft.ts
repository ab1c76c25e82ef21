import { pageOf, totalOf } from '#server/platform/list-page.ts';
import type { listDraftItems as listContract, readDraftItem as readContract } from '#contract/editions/edition-drafts.ts';
import { answered, type CallOf, notFound } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { isRefused, itemOn } from './draft.ts';
import { findingsOnItem } from './edition-findings.ts';
import { presentDraftItem } from './present.ts';
import { editionById, editionPage } from './queries.ts';

/** Items of an edition as its editors see them; drafts change, so they come from the database. */
export const listDraftItems = (ports: Ports) => (call: CallOf<typeof listContract>) => {
  const { q, departmentId, cursor = null, limit = 50 } = call.query;
  if (!editionById(ports.db, call.params.editionId)) return notFound;
  const { rows, total } = editionPage(ports.db, call.params.editionId, { q, departmentId, after: cursor, limit });
  const { shown, nextCursor } = pageOf(rows, limit, ({ code }) => code);
  return answered({ items: [...shown], nextCursor, ...totalOf(total) });
};

export const readDraftItem = (ports: Ports) => (call: CallOf<typeof readContract>) => {
  const row = itemOn(ports.db, call.params.editionId, call.params.itemId);
  if (isRefused(row)) return row;
  return answered(presentDraftItem(ports.db, row, findingsOnItem(ports.db, row.editionId, row.id, call.now)));
};
