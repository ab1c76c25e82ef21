import { isDeepStrictEqual } from 'node:util';
import type { Db } from '#db/connection.ts';
import type { AuditRecorded } from '#contract/audit/audit-trail.ts';
import { nameOf } from '#server/features/organisations/index.ts';
import {
  type discardOrder as discardContract,
  type dropLine as dropContract,
  mostLines,
  type Order,
  type putLine as putContract,
  type renameOrder as renameContract,
} from '#contract/orders.ts';
import { peopleOf, type Actor } from '#server/domain/people/actor.ts';
import { guardOrder, type OrderAction } from '#server/domain/requests/order-guard.ts';
import { notFound, refuse, type CallOf, type Refused } from '#server/platform/binding.ts';
import { change, changeOnce, presentNothing, type Act, type ChangeContext, type Changed } from '#server/records/change.ts';
import { refuseStale, staleVersion } from '#server/records/stale.ts';
import { insertRequest, type RequestsPorts, saveAnswers } from '#server/features/requests/index.ts';
import { orderAgain } from './list-orders.ts';
import { draftRow, refuseOfficers, refuseReplaced, type DraftLine } from './order-lines.ts';
import { linesOf, orderById, type OrderRow, type StoredLine, type StoredOrder } from './order-queries.ts';
import { canSeeOrder } from './order-visibility.ts';
import { deleteLine, deleteOrder, updateOrder } from './order-store.ts';
import { presentOrder } from './present-order.ts';

interface OrderCall extends ChangeContext {
  readonly actor: Actor;
  readonly params: { readonly orderId: string };
  readonly expectedVersion: number;
}

type EditCall = OrderCall & { readonly idempotency: null };
type Answers = CallOf<typeof putContract>['body'];

/** A draft of the version that the caller saw and that they may change in this way, or why it is none. */
export function draftFor(
  act: Act,
  call: OrderCall,
  action: OrderAction,
): { readonly kind: 'draft'; readonly stored: StoredOrder } | Refused {
  const stored = orderById(act.tx, call.params.orderId);
  if (!stored || !canSeeOrder(call.actor, stored.row)) return notFound;
  const { id, version } = stored.row;
  const stale = refuseStale(act.tx, { id, version }, call.expectedVersion);
  if (stale) return stale;
  const refusal = guardOrder(action, stored.row, call.actor);
  return refusal ? { kind: 'refused', refusal } : { kind: 'draft', stored };
}

type DraftAct = Extract<AuditRecorded, { readonly action: 'order_renamed' | 'line_added' | 'line_saved' | 'line_dropped' }>;
type Unnamed<F> = F extends unknown ? Pick<F, keyof F & ('action' | 'detail')> : never;
type Edit = Unnamed<DraftAct> & { readonly kind: 'done'; readonly name?: string };
interface Editing {
  readonly edit: (act: Act, row: OrderRow) => Edit | Refused;
  /** Whether the draft says already what the edit would make it say. */
  readonly isDone: (tx: Db, row: OrderRow) => boolean;
}
type Edited = { readonly kind: 'done' | 'unchanged'; readonly value: Order } | Refused;

/**
 * The way of every change of a draft: own, unsubmitted, of the version seen; the order's version covers its lines. Drafts save themselves
 * while they are typed, so no keys are kept: who sends a change again because its answer was lost finds it done (RFC 9110, 13.1.1).
 */
function editDraft(ports: RequestsPorts, call: EditCall, { edit, isDone }: Editing): Promise<Changed<Edited>> {
  return change(ports, call, (act): Edited => {
    const draft = draftFor(act, call, 'edit');
    if (draft.kind === 'refused') return doneBefore(ports, act, call, isDone) ?? draft;
    const { row } = draft.stored;
    const edited = edit(act, row);
    if (edited.kind === 'refused') return edited;
    const { kind: _done, name = row.name, ...told } = edited;
    if (!updateOrder(act.tx, row.id, call.expectedVersion, call.now, { name })) return staleVersion(act.tx, row, call.expectedVersion);
    act.record({ ...told, subjectKind: 'order', subjectId: row.id });
    const after = { ...draft.stored, row: { ...row, name, updatedAt: call.now, version: row.version + 1 } };
    return { kind: 'done', value: presentOrder(after, nameOf(act.tx, row.townshipId), linesOf(act.tx, row.id), call.actor) };
  });
}

function doneBefore(ports: RequestsPorts, { tx }: Act, call: EditCall, isDone: Editing['isDone']): Edited | null {
  const row = orderById(tx, call.params.orderId)?.row;
  if (!row || row.submittedAt !== null || row.version === call.expectedVersion || !isDone(tx, row)) return null;
  const shown = orderAgain(ports, call)(tx, row.id);
  return shown.kind === 'refused' ? shown : { kind: 'unchanged', value: shown.value };
}

export const renameOrder = (ports: RequestsPorts) => (call: CallOf<typeof renameContract>) =>
  editDraft(ports, call, {
    edit: (_act, { name: before }) => ({
      kind: 'done',
      action: 'order_renamed',
      detail: { before, name: call.body.name },
      name: call.body.name,
    }),
    isDone: (_tx, { name }) => name === call.body.name,
  });

const noPointer = (): string => '';

/** Puts a power into a draft, or saves what was typed about it; a draft may be incomplete. */
export const putLine = (ports: RequestsPorts) => (call: CallOf<typeof putContract>) =>
  editDraft(ports, call, {
    edit(act, row) {
      const { itemId } = call.params;
      const item = ports.catalogue.itemById(itemId);
      if (!item) return notFound;
      const line: DraftLine = { ...call.body, itemId, item };
      const refusal = refuseOfficers(act, row.townshipId, [line], noPointer) ?? refuseReplaced(act, row.townshipId, [line], noPointer);
      if (refusal) return refusal;
      return writeLine(ports, act, call.actor, row, line);
    },
    isDone: (tx, { id }) => linesOf(tx, id).some(({ row }) => row.itemId === call.params.itemId && says(row, call.body)),
  });

const says = (row: StoredLine['row'], { need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId }: Answers): boolean =>
  isDeepStrictEqual(
    [row.need, row.casesPerYear, row.approach, row.officerIds, row.startWishOn, row.replacesGrantId],
    [need, casesPerYear, approach, officerIds, startWishOn, replacesGrantId],
  );

function writeLine({ catalogue }: RequestsPorts, act: Act, actor: Actor, row: OrderRow, line: DraftLine): Edit | Refused {
  const { itemId, item: _item, ...answers } = line;
  const lines = linesOf(act.tx, row.id);
  const existing = lines.find((one) => one.row.itemId === itemId);
  if (existing) {
    const writers = [...new Set([...existing.row.writers, ...peopleOf(actor)])];
    saveAnswers(act.tx, existing.row.id, { ...answers, writers });
    return { kind: 'done', action: 'line_saved', detail: { itemId } };
  }
  if (lines.length >= mostLines) return refuse('order_full');
  // What stands in a draft may be completed after its edition was replaced; nothing new is taken from it.
  if (!catalogue.rowById(itemId)) return catalogue.edition() ? refuse('not_orderable', { itemId }) : refuse('no_published_edition');
  insertRequest(act.tx, draftRow(act, actor, row.id, row.townshipId, line));
  return { kind: 'done', action: 'line_added', detail: { itemId } };
}

export const dropLine = (ports: RequestsPorts) => (call: CallOf<typeof dropContract>) =>
  editDraft(ports, call, {
    edit(act, row) {
      const { itemId } = call.params;
      return deleteLine(act.tx, row.id, itemId) ? { kind: 'done', action: 'line_dropped', detail: { itemId } } : notFound;
    },
    isDone: (tx, { id }) => linesOf(tx, id).every(({ row }) => row.itemId !== call.params.itemId),
  });

export const discardOrder = (ports: RequestsPorts) => (call: CallOf<typeof discardContract>) =>
  changeOnce(ports, call, presentNothing, (act): { readonly kind: 'done'; readonly value: undefined } | Refused => {
    const draft = draftFor(act, call, 'discard');
    if (draft.kind === 'refused') return draft;
    const { id, version, name } = draft.stored.row;
    if (!deleteOrder(act.tx, id, call.expectedVersion)) return staleVersion(act.tx, { id, version }, call.expectedVersion);
    act.record({ action: 'order_discarded', subjectKind: 'order', subjectId: id, detail: { name } });
    return { kind: 'done', value: undefined };
  });
