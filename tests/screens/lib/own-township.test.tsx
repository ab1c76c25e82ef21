// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { MenuScreen } from '#client/features/catalogue/screens/menu-screen.tsx';
import { OfficerAdd } from '#client/features/training/parts/people/officer-add.tsx';
import { switchLanguage } from '#client/i18n/start.ts';
import type { Me } from '#client/lib/session.ts';
import { fakeNetwork, json, type Network } from '../support/network.ts';
import { person, prepareScreens, show } from '../support/show.tsx';

prepareScreens();
let network: Network;

const townships = [
  { id: 'liuhe', kind: 'township', name: '青禾县柳河镇人民政府', shortName: '柳河镇' },
  { id: 'qingshi', kind: 'township', name: '青禾县青石镇人民政府', shortName: '青石镇' },
] as const;
const ofTwo: Me = { ...person('clerk'), memberships: townships.map((organisation) => ({ organisation, role: 'clerk' })) };

const item = {
  ...{ id: '1', powerId: 'power-1', code: 'NY-CF-1', name: '占用耕地', field: '农业', departmentId: 'd', departmentName: '农业农村局' },
  ...{ statutoryType: 'penalty', category: 'enforcement', carrier: 'transfer', release: 'optional', difficulty: 'easy', liability: 'low' },
  isReturnable: true,
};
const badge = { itemId: '1', isHeld: false, isOrdered: false, inDraft: false, heldByOthers: 0, onTrialElsewhere: 0, requestedByOthers: 0 };
const facets = {
  category: {},
  departmentId: {},
  statutoryType: {},
  carrier: {},
  difficulty: {},
  liability: {},
  release: {},
  returnable: {},
};
const edition = {
  id: 'edition-1',
  number: 1,
  title: '第一版',
  state: 'published',
  documentNumber: null,
  publishedAt: 0,
  itemCount: 1,
  version: 1,
};

beforeEach(() => {
  network = fakeNetwork();
  network.answer(
    'GET /menu/items',
    json({ edition, items: [item], nextCursor: null, total: 1, isTotalExact: true, departments: [], facets }),
  );
  network.answer('GET /menu/favourites', json({ items: [] }));
  network.answer('GET /menu/law-flags', json({ items: [] }));
  network.answer('GET /menu/badges', json({ items: [{ ...badge, excludedBy: [], notEligible: [] }] }));
  network.answer('GET /orders', json({ items: [], nextCursor: null, total: 0, isTotalExact: true }));
  network.answer('POST /orders', json({ id: 'order-1', name: '草稿', version: 1, lines: [{ itemId: '1' }] }, 201));
});

const label = '为哪个乡镇（街道）办理';
const choice = () => screen.findByLabelText<HTMLSelectElement>(label);

it('asks for which township before anything is ordered, and sends it along', async () => {
  show(<MenuScreen />, { me: ofTwo });
  const select = await choice();
  expect(select.value).toBe('');
  await screen.findByText('占用耕地');
  expect(screen.queryByRole('button', { name: '加入点单：占用耕地' })).toBeNull();
  expect(network.sentTo('GET /menu/badges')).toEqual([]);
  fireEvent.change(select, { target: { value: 'qingshi' } });
  fireEvent.click(await screen.findByRole('button', { name: '加入点单：占用耕地' }));
  await waitFor(() => expect(network.sentTo('POST /orders')).toHaveLength(1));
  expect(network.sentTo('POST /orders')[0]?.body).toMatchObject({ townshipId: 'qingshi' });
  expect(network.sentTo('GET /menu/badges')[0]?.query.get('townshipId')).toBe('qingshi');
  expect(network.sentTo('GET /orders')[0]?.query.get('townshipId')).toBe('qingshi');
});

it('is chosen once in a tab, and anew by the person who signs in next', async () => {
  show(<MenuScreen />, { me: ofTwo });
  fireEvent.change(await choice(), { target: { value: 'liuhe' } });
  show(<MenuScreen />, { me: ofTwo });
  expect(screen.getAllByLabelText<HTMLSelectElement>(label).map(({ value }) => value)).toEqual(['liuhe', 'liuhe']);
  show(<MenuScreen />, { me: { ...ofTwo, accountId: 'account-2' } });
  expect(screen.getAllByLabelText<HTMLSelectElement>(label).at(-1)?.value).toBe('');
});

it('can be chosen where the browser keeps nothing', async () => {
  const refuse = (): never => {
    throw new DOMException('storage is switched off', 'SecurityError');
  };
  vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  show(<MenuScreen />, { me: ofTwo });
  fireEvent.change(await choice(), { target: { value: 'qingshi' } });
  fireEvent.click(await screen.findByRole('button', { name: '加入点单：占用耕地' }));
  await waitFor(() => expect(network.sentTo('POST /orders')).toHaveLength(1));
  expect(network.sentTo('POST /orders')[0]?.body).toMatchObject({ townshipId: 'qingshi' });
});

it('is not asked of who works for one township, in whatever roles', async () => {
  show(<MenuScreen />, { me: person('clerk', 'lead') });
  fireEvent.click(await screen.findByRole('button', { name: '加入点单：占用耕地' }));
  await waitFor(() => expect(network.sentTo('POST /orders')).toHaveLength(1));
  expect(screen.queryByLabelText(label)).toBeNull();
  expect(network.sentTo('POST /orders')[0]?.body).not.toHaveProperty('townshipId');
});

it('is asked in English too, and before a person is put on a roster', async () => {
  await switchLanguage('en');
  show(<OfficerAdd onDone={() => undefined} onClose={() => undefined} />, { me: ofTwo });
  const select = await screen.findByLabelText('For which township');
  expect(screen.queryByLabelText('Name')).toBeNull();
  fireEvent.change(select, { target: { value: 'liuhe' } });
  expect(await screen.findByLabelText('Name')).toBeDefined();
});
