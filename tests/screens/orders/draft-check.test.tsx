// @vitest-environment happy-dom
import { screen, waitFor } from '@testing-library/react';
import { Route, Routes } from 'react-router';
import { expect, it } from 'vitest';
import type { OrderCheck, OrderView } from '#client/features/orders/api/draft-answers.ts';
import { DraftCheckScreen } from '#client/features/orders/screens/draft-check-screen.tsx';
import { switchLanguage } from '#client/i18n/start.ts';
import type { Me } from '#client/lib/session.ts';
import { fakeNetwork, json } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();

const liuhe = { id: 'liuhe', kind: 'township', name: '青禾县柳河镇人民政府', shortName: '柳河镇' } as const;
const qingshi = { id: 'qingshi', kind: 'township', name: '青禾县青石镇人民政府', shortName: '青石镇' } as const;
const leadOfTwo: Me = { ...person('lead'), memberships: [liuhe, qingshi].map((organisation) => ({ organisation, role: 'lead' })) };
const draft: OrderView = {
  ...{ id: 'order-1', number: null, name: '急需事项', township: qingshi, status: 'draft', lines: [], createdBy: '周文静', createdAt: 0 },
  ...{ submittedBy: null, submittedAt: null, updatedAt: 0, allowedActions: ['edit', 'submit', 'discard'], version: 1 },
};
const check: OrderCheck = { lines: [], isReady: true, leads: ['周文静'] };

function open() {
  const network = fakeNetwork();
  network.answer('GET /orders/order-1', json(draft));
  network.answer('GET /orders/order-1/check', json(check));
  network.answer('GET /officers', json({ items: [], kinds: [] }));
  const screens = (
    <Routes>
      <Route path="/drafts/:orderId/check" element={<DraftCheckScreen />} />
    </Routes>
  );
  show(screens, { at: '/drafts/order-1/check', me: leadOfTwo });
  return network;
}

it('says for which township an order will be submitted, and signs for that one', async () => {
  const network = open();
  expect(await screen.findByText('本单由青禾县青石镇人民政府提交。请核对全部内容；需要修改的，点“修改”回到草稿。')).toBeDefined();
  expect(screen.getByText(/青石镇.*周文静|周文静.*青石镇/)).toBeDefined();
  expect(screen.queryByText(/柳河镇/)).toBeNull();
  await waitFor(() => expect(network.sentTo('GET /officers')).toHaveLength(1));
  expect(network.sentTo('GET /officers')[0]?.query.get('townshipId')).toBe('qingshi');
});

it('says it in English too', async () => {
  await switchLanguage('en');
  open();
  expect(await screen.findByText(/^This order is for 青禾县青石镇人民政府\. Check everything/)).toBeDefined();
});
