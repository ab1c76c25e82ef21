import { call } from '#client/lib/call.ts';
import { answersOf, bodyOf, sendable, typedSince, type LineAnswers, type LinePatch, type OrderView } from './draft-answers.ts';
import { emptyAnswers, without, type DraftEditorState } from './draft-state.ts';

/** One change of a draft, to be sent. */
export type Work =
  | { readonly kind: 'line'; readonly itemId: string; readonly patch: LinePatch; readonly answers: LineAnswers }
  | { readonly kind: 'drop'; readonly itemId: string }
  | { readonly kind: 'name'; readonly name: string };

/** What is to be saved next; null when nothing is, or when what is left waits for the person. */
export function nextWork({ order, typed, name, removals, clashes, refusals }: DraftEditorState): Work | null {
  const [dropped] = removals;
  if (dropped !== undefined) return { kind: 'drop', itemId: dropped };
  for (const [itemId, whole] of Object.entries(typed)) {
    const patch = sendable(whole);
    if (itemId in clashes || itemId in refusals || Object.keys(patch).length === 0) continue;
    const line = order.lines.find((one) => one.itemId === itemId);
    return { kind: 'line', itemId, patch, answers: { ...(line === undefined ? emptyAnswers : answersOf(line)), ...patch } };
  }
  return name === null || name.trim() === '' || '' in refusals ? null : { kind: 'name', name: name.trim() };
}

export function sendWork({ id: orderId, version }: OrderView, work: Work): Promise<OrderView> {
  switch (work.kind) {
    case 'line': {
      const params = { orderId, itemId: work.itemId };
      return call('PUT /orders/{orderId}/lines/{itemId}', { params, body: bodyOf(work.answers), version });
    }
    case 'drop':
      return call('DELETE /orders/{orderId}/lines/{itemId}', { params: { orderId, itemId: work.itemId }, version });
    case 'name':
      return call('PATCH /orders/{orderId}', { params: { orderId }, body: { name: work.name }, version });
  }
}

/** The state of the editor after the server has accepted a change. */
export function afterWork(state: DraftEditorState, work: Work, order: OrderView): DraftEditorState {
  const after = { ...state, order, trouble: null };
  switch (work.kind) {
    case 'name':
      return { ...after, name: state.name?.trim() === work.name ? null : state.name };
    case 'drop':
      return { ...after, removals: state.removals.filter((itemId) => itemId !== work.itemId), echoes: without(state.echoes, work.itemId) };
    case 'line': {
      const { itemId, patch } = work;
      const left = typedSince(state.typed[itemId] ?? {}, patch);
      const line = order.lines.find((one) => one.itemId === itemId);
      const echo = line && { typed: { ...state.echoes[itemId]?.typed, ...patch }, held: answersOf(line) };
      const typed = without(state.typed, itemId);
      return {
        ...after,
        typed: Object.keys(left).length === 0 ? typed : { ...typed, [itemId]: left },
        echoes: echo === undefined ? state.echoes : { ...state.echoes, [itemId]: echo },
      };
    }
  }
}
