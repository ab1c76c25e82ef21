// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DraftEditor } from '#client/features/orders/api/draft-editor.ts';
import type { OrderLine, OrderView } from '#client/features/orders/api/draft-answers.ts';
import { shownOf } from '#client/features/orders/parts/drafts/draft-faults.ts';
import { fakeNetwork, json, lost, refusal, type Network, type Sent } from '#tests/screens/support/network.ts';

const put = 'PUT /orders/order-1/lines/item-1';
const get = 'GET /orders/order-1';

function line(said: Partial<OrderLine> = {}): OrderLine {
  return {
    requestId: 'request-1',
    itemId: 'item-1',
    need: '',
    casesPerYear: null,
    approach: '',
    officerIds: [],
    startWishOn: null,
    replacesGrantId: null,
    powerId: 'power-1',
    code: 'NY-CF-001',
    powerName: '对占用耕地的处罚',
    departmentName: '农业农村局',
    replacesPowerName: null,
    state: 'draft',
    stage: null,
    dueAt: null,
    version: 1,
    ...said,
  };
}

function draft(version: number, lines: readonly OrderLine[], more: Partial<OrderView> = {}): OrderView {
  return {
    id: 'order-1',
    number: null,
    name: '急需事项',
    township: { id: 'township-1', kind: 'township', name: '柳河镇人民政府', shortName: '柳河镇' },
    status: 'draft',
    lines: [...lines],
    createdBy: '周文静',
    createdAt: 0,
    submittedBy: null,
    submittedAt: null,
    updatedAt: version,
    allowedActions: ['edit', 'discard'],
    version,
    ...more,
  };
}

const stale = (): Response =>
  refusal('version_stale', 412, { currentVersion: 2, changes: [{ at: 5, actor: '吴雨桐', action: 'line_saved' }] });
/** Takes what is sent, as the server does, and moves the version. */
const takes =
  (version: number) =>
  ({ body }: Sent): Response =>
    json(draft(version, [line(body as Partial<OrderLine>)]));

let network: Network;
const saved = vi.fn<(order: OrderView) => void>();
const open = (order = draft(1, [line()])): DraftEditor => new DraftEditor(order, 'account-1', saved);

beforeEach(() => {
  vi.useFakeTimers();
  sessionStorage.clear();
  saved.mockClear();
  network = fakeNetwork();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a draft that saves itself', () => {
  it('waits for a pause in the typing, then sends everything at once with the version seen', async () => {
    network.answer(put, takes(2));
    const editor = open();
    editor.type('item-1', { need: '急' });
    editor.type('item-1', { need: '急需' });
    expect(network.sent).toEqual([]);
    expect(editor.isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(800);
    expect(network.sentTo(put)).toHaveLength(1);
    expect(network.sent[0]).toMatchObject({ headers: { 'if-match': '"1"' }, body: { need: '急需' } });
    expect(editor.isSettled).toBe(true);
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('leaves the field as it was typed, although the server has trimmed it', async () => {
    network.answer(put, () => json(draft(2, [line({ need: '急需' })])));
    const editor = open();
    editor.type('item-1', { need: '急需 ' });
    await editor.save();
    expect(shownOf(editor.state(), 'item-1')?.need).toBe('急需 ');
    expect(editor.isSettled).toBe(true);
  });

  it('sends a change whose answer was lost again word for word, and what was typed since after it', async () => {
    network.answer(put, lost, takes(2), takes(3));
    const editor = open();
    editor.type('item-1', { need: '一' });
    await editor.save();
    expect(editor.state()).toMatchObject({ phase: 'waiting', typed: { 'item-1': { need: '一' } } });
    editor.type('item-1', { need: '一二' });
    await vi.advanceTimersByTimeAsync(800);
    const [first, again, next] = network.sentTo(put);
    expect(again?.body).toEqual(first?.body);
    // The version that it names makes it safe: an edit of a draft has no key.
    expect(again?.headers['if-match']).toBe(first?.headers['if-match']);
    expect([first, again, next].map((sent) => sent?.headers['idempotency-key'])).toEqual([undefined, undefined, undefined]);
    expect(next).toMatchObject({ body: { need: '一二' }, headers: { 'if-match': '"2"' } });
    expect(editor.isSettled).toBe(true);
  });

  it('keeps a figure that is none yet, and does not send it', async () => {
    const editor = open();
    editor.type('item-1', { cases: '十' });
    await editor.save();
    expect(network.sent).toEqual([]);
    expect(editor.isSettled).toBe(false);
    network.answer(put, takes(2));
    editor.type('item-1', { cases: '1,200' });
    await editor.save();
    expect(network.sent[0]?.body).toMatchObject({ casesPerYear: 1200 });
  });

  it('finds what was typed before the session was lost, for the same person only', async () => {
    network.answer(put, lost);
    const editor = open();
    editor.type('item-1', { need: '没有存上的' });
    await editor.save();
    expect(shownOf(open().state(), 'item-1')?.need).toBe('没有存上的');
    expect(shownOf(new DraftEditor(draft(1, [line()]), 'account-2', saved).state(), 'item-1')?.need).toBe('');
  });
});

describe('two people in one draft', () => {
  it('merges what does not touch the same field, and tells who was there', async () => {
    network.answer(put, stale, takes(3));
    network.answer(get, json(draft(2, [line({ casesPerYear: 12 })])));
    const editor = open();
    editor.type('item-1', { need: '急需' });
    await editor.save();
    expect(network.sentTo(put)[1]).toMatchObject({ headers: { 'if-match': '"2"' }, body: { need: '急需', casesPerYear: 12 } });
    expect(editor.state()).toMatchObject({ clashes: {}, news: [{ actor: '吴雨桐' }] });
    expect(editor.isSettled).toBe(true);
  });

  it('shows both texts where they meet, sends nothing, and lets the person choose', async () => {
    network.answer(put, stale, takes(3));
    network.answer(get, json(draft(2, [line({ need: '对方的' })])));
    const editor = open();
    editor.type('item-1', { need: '我的' });
    await editor.save();
    expect(editor.state().clashes['item-1']).toMatchObject({ fields: ['need'], theirs: { need: '对方的' } });
    expect(shownOf(editor.state(), 'item-1')?.need).toBe('我的');
    expect(network.sentTo(put)).toHaveLength(1);
    // Still open after a reload: the choice is not taken from the person by it.
    expect(open(draft(2, [line({ need: '对方的' })])).state().clashes['item-1']?.fields).toEqual(['need']);
    editor.settle('item-1', 'mine');
    await editor.save();
    expect(network.sentTo(put)[1]).toMatchObject({ body: { need: '我的' }, headers: { 'if-match': '"2"' } });
    expect(editor.isSettled).toBe(true);
  });

  it('takes the words of the other when told so', async () => {
    network.answer(put, stale);
    network.answer(get, json(draft(2, [line({ need: '对方的' })])));
    const editor = open();
    editor.type('item-1', { need: '我的' });
    await editor.save();
    editor.settle('item-1', 'theirs');
    await editor.save();
    expect(shownOf(editor.state(), 'item-1')?.need).toBe('对方的');
    expect(editor.isSettled).toBe(true);
  });

  it('keeps what was typed about a power that the other took out, and puts it back on demand', async () => {
    network.answer(put, stale, takes(3));
    network.answer(get, json(draft(2, [])));
    const editor = open();
    editor.type('item-1', { need: '我的' });
    await editor.save();
    expect(editor.state().clashes['item-1']).toMatchObject({ theirs: null, powerName: '对占用耕地的处罚' });
    editor.settle('item-1', 'mine');
    await editor.save();
    expect(editor.state().order.lines[0]?.need).toBe('我的');
  });

  it('stops when the draft has been submitted, with what was typed still in sight', async () => {
    network.answer(put, stale);
    network.answer(get, json(draft(2, [line()], { number: '点单〔2026〕9号', submittedAt: 9, status: 'in_review' })));
    const editor = open();
    editor.type('item-1', { need: '太迟了' });
    expect(await editor.save()).toBe(false);
    expect(editor.state().phase).toBe('gone');
    expect(shownOf(editor.state(), 'item-1')?.need).toBe('太迟了');
  });

  it('stops when the draft has been deleted', async () => {
    network.answer(put, refusal('not_found', 404));
    network.answer(get, refusal('not_found', 404));
    const editor = open();
    editor.type('item-1', { need: '太迟了' });
    await editor.save();
    expect(editor.state().phase).toBe('gone');
  });
});

it('tells why the server refuses a line, and tries it again only when it has changed', async () => {
  network.answer(put, refusal('officer_unknown', 422), takes(2));
  const editor = open();
  editor.type('item-1', { officerIds: ['gone'] });
  await editor.save();
  await editor.save();
  expect(network.sentTo(put)).toHaveLength(1);
  expect(editor.state().refusals['item-1']).toMatchObject({ problem: { code: 'officer_unknown' } });
  editor.type('item-1', { officerIds: ['here'] });
  await editor.save();
  expect(editor.state().refusals).toEqual({});
  expect(editor.isSettled).toBe(true);
});
