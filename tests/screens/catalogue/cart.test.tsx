// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { MenuScreen } from '#client/features/catalogue/screens/menu-screen.tsx';
import { fakeNetwork, json, lost, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;

const row = (id: string, name: string, release: 'optional' | 'common' = 'optional') => ({
  id,
  powerId: `power-${id}`,
  code: `NY-CF-${id}`,
  name,
  statutoryType: 'penalty',
  category: 'enforcement',
  field: '农业',
  departmentId: 'department-1',
  departmentName: '农业农村局',
  carrier: 'transfer',
  release,
  difficulty: 'easy',
  liability: 'low',
  isReturnable: true,
});
const badge = (itemId: string, more: object = {}) => ({
  itemId,
  isHeld: false,
  isOrdered: false,
  inDraft: false,
  heldByOthers: 0,
  onTrialElsewhere: 0,
  requestedByOthers: 0,
  excludedBy: [],
  notEligible: [],
  ...more,
});
const noFacets = {
  category: {},
  departmentId: {},
  statutoryType: {},
  carrier: {},
  difficulty: {},
  liability: {},
  release: {},
  returnable: {},
};
const draftRow = { id: 'order-1', number: null, name: '急需事项', status: 'draft', lineCount: 1, submittedAt: null };
const draftOf = (version: number, itemIds: readonly string[]) => ({
  id: 'order-1',
  name: '急需事项',
  version,
  lines: itemIds.map((itemId) => ({ itemId })),
});

beforeEach(() => {
  network = fakeNetwork();
  const edition = {
    id: 'edition-1',
    number: 1,
    title: '第一版',
    state: 'published',
    documentNumber: null,
    publishedAt: 0,
    itemCount: 4,
    version: 1,
  };
  const items = [row('1', '占用耕地'), row('2', '破坏渠道'), row('3', '通用检查', 'common'), row('4', '限园区的事项')];
  network.answer(
    'GET /menu/items',
    json({ edition, items, nextCursor: null, total: 4, isTotalExact: true, departments: [], facets: noFacets }),
  );
  network.answer('GET /menu/favourites', json({ items: [] }));
  const notEligible = [{ kind: 'tags', need: '园区', have: '' }];
  network.answer(
    'GET /menu/badges',
    json({ items: [badge('1'), badge('2', { heldByOthers: 2 }), badge('3'), badge('4', { notEligible })] }),
  );
});

const button = (name: string): Promise<HTMLElement> => screen.findByRole('button', { name: `加入点单：${name}` });

it('offers only what can be ordered, and says why the rest cannot', async () => {
  network.answer('GET /orders', json({ items: [], nextCursor: null, total: 0, isTotalExact: true }));
  show(<MenuScreen />, { me: person('clerk') });
  await button('占用耕地');
  expect(screen.getAllByRole('button', { name: /^加入点单/ })).toHaveLength(2);
  expect(screen.getByText('通用事项，不需点单')).toBeDefined();
  expect(screen.getByText('需要具备标签“园区”，现有：无')).toBeDefined();
  expect(screen.getByText('另有2个乡镇（街道）持有')).toBeDefined();
});

it('puts a power into the draft last worked on, whatever version that has reached', async () => {
  const older = { ...draftRow, id: 'order-0', name: '旧草稿', powerNames: [], updatedAt: 1 };
  network.answer(
    'GET /orders',
    json({ items: [older, { ...draftRow, powerNames: [], updatedAt: 2 }], nextCursor: null, total: 2, isTotalExact: true }),
  );
  network.answer('GET /orders/order-1', json(draftOf(7, [])));
  network.answer('PUT /orders/order-1/lines/1', json(draftOf(8, ['1'])));
  show(<MenuScreen />, { me: person('clerk') });
  await screen.findByRole('link', { name: '去填写点单' });
  fireEvent.click(await button('占用耕地'));
  await waitFor(() => expect(network.sentTo('PUT /orders/order-1/lines/1')).toHaveLength(1));
  expect(network.sentTo('PUT /orders/order-1/lines/1')[0]?.headers['if-match']).toBe('"7"');
  expect(screen.getByLabelText<HTMLSelectElement>('加入到').value).toBe('order-1');
});

it('never empties what somebody has written about a power that is in the draft already', async () => {
  network.answer(
    'GET /orders',
    json({ items: [{ ...draftRow, powerNames: [], updatedAt: 2 }], nextCursor: null, total: 1, isTotalExact: true }),
  );
  network.answer('GET /orders/order-1', json(draftOf(7, ['1'])));
  show(<MenuScreen />, { me: person('clerk') });
  await screen.findByRole('link', { name: '去填写点单' });
  fireEvent.click(await button('占用耕地'));
  await screen.findByText('已加入，草稿中有0项');
  expect(network.sentTo('PUT /orders/order-1/lines/1')).toEqual([]);
});

it('opens one draft although the first answer was lost, and another power is another act', async () => {
  network.answer('GET /orders', json({ items: [], nextCursor: null, total: 0, isTotalExact: true }));
  network.answer('POST /orders', lost, lost, json(draftOf(1, ['1']), 201));
  show(<MenuScreen />, { me: person('clerk') });
  const press = async (name: string, times: number): Promise<void> => {
    fireEvent.click(await button(name));
    await waitFor(() => expect(network.sentTo('POST /orders')).toHaveLength(times));
    await waitFor(() => expect(screen.queryByRole('button', { name: `加入点单：${name}`, busy: true })).toBeNull());
  };
  await press('占用耕地', 1);
  await screen.findByRole('alert');
  await press('破坏渠道', 2);
  await waitFor(() => expect(screen.getByRole('alert')).toBeDefined());
  await press('占用耕地', 3);
  const [first, other, again] = network.sentTo('POST /orders').map(({ headers }) => headers['idempotency-key']);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
