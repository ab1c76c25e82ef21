import type { LineInput } from '#contract/orders.ts';
import type { z } from 'zod';
import { peopleOf, type Actor } from '#server/domain/people/actor.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { CatalogueItem } from '#server/features/catalogue/index.ts';
import { refuse, type Refused } from '#server/platform/binding.ts';
import type { Act } from '#server/records/change.ts';
import { heldBy, officersInPost, powersBehind, type StoredLine } from './order-queries.ts';
import type { RequestRow } from '#server/features/requests/index.ts';

export type Line = z.infer<typeof LineInput>;
export type DraftLine = Line & { readonly item: CatalogueItem };

/** People of other rosters, or who have left, cannot be named. */
export function refuseOfficers(
  act: Act,
  townshipId: string,
  lines: readonly { readonly officerIds: readonly string[] }[],
  pointer: (index: number) => string,
): Refused | null {
  const known = new Set(
    officersInPost(
      act.tx,
      townshipId,
      dayOf(act.now),
      lines.flatMap(({ officerIds }) => officerIds),
    ),
  );
  const fields = lines.flatMap(({ officerIds }, index) =>
    officerIds.every((id) => known.has(id)) ? [] : [`${pointer(index)}/officerIds`],
  );
  return fields.length === 0 ? null : refuse('officer_unknown', {}, fields);
}

/** A draft may name any grant that the township holds; whether it can be given up is judged when it is submitted. */
export function refuseReplaced(
  act: Act,
  townshipId: string,
  lines: readonly DraftLine[],
  pointer: (index: number) => string,
): Refused | null {
  const grantIds = lines.flatMap(({ replacesGrantId }) => replacesGrantId ?? []);
  if (grantIds.length === 0) return null;
  const held = new Map(
    heldBy(act.tx, townshipId, powersBehind(act.tx, [], grantIds), act.now).map(({ grantId, powerId }) => [grantId, powerId]),
  );
  for (const [index, { replacesGrantId, item }] of lines.entries()) {
    if (replacesGrantId === null) continue;
    const fields = [`${pointer(index)}/replacesGrantId`];
    const powerId = held.get(replacesGrantId);
    if (powerId === undefined) return refuse('replaced_grant_unavailable', { grantId: replacesGrantId }, fields);
    if (powerId === item.powerId) return refuse('swap_same_power', { grantId: replacesGrantId }, fields);
  }
  return null;
}

/** A line of a draft as a row. */
export function draftRow(act: Act, actor: Actor, orderId: string, townshipId: string, line: DraftLine): RequestRow {
  const { item, need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId } = line;
  return {
    ...{ id: act.newId(), orderId, townshipId, powerId: item.powerId, itemId: item.id, departmentId: item.departmentId },
    ...{ need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId },
    ...{
      state: 'draft',
      stage: null,
      route: [],
      submittedAt: null,
      sinceAt: null,
      dueAt: null,
      isDueProvisional: false,
      remainingWorkingDays: null,
    },
    ...{ isReconsidered: false, isExtensionUsed: false, conditions: null, approvedAt: null, escalatedAt: null, writers: peopleOf(actor) },
    ...{
      handOver: null,
      departmentSignature: null,
      townshipSignature: null,
      grantId: null,
      commonDecisionId: null,
      version: 1,
      createdAt: act.now,
    },
  };
}

/** A row that has just been written, as if read again. */
export const storedLine = (
  row: RequestRow,
  { code, name, departmentName }: CatalogueItem,
  replacesPowerName: string | null,
): StoredLine => ({
  row,
  code,
  powerName: name,
  departmentName,
  replacesPowerName,
});
