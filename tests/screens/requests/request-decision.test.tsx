// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { Route, Routes } from 'react-router';
import { RequestScreen } from '#client/features/requests/screens/request-screen.tsx';
import { fakeNetwork, json, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';
import { consequences, requestFile } from './file.ts';

prepareScreens();

let network: Network;
const send = 'POST /requests/r1/decision';

beforeEach(() => {
  network = fakeNetwork();
  network.answer('GET /requests/r1', json(requestFile()));
  network.answer('GET /requests/r1/consequences', json(consequences()));
  network.answer('GET /courses', json({ courses: [], sessions: [], kinds: [] }));
});

function open() {
  const screenAt = (
    <Routes>
      <Route path="/app/requests/:requestId" element={<RequestScreen />} />
    </Routes>
  );
  return show(screenAt, { at: '/app/requests/r1', me: person('decider') });
}

const press = (name: string | RegExp): void => void fireEvent.click(screen.getByRole('button', { name }));
const choose = (name: string): void => void fireEvent.click(screen.getByRole('radio', { name }));
const type = (name: RegExp, value: string): void => void fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

describe('a decision', () => {
  test('says what an approval entails before it is given', async () => {
    open();
    const form = await screen.findByRole('region', { name: '县级决定' });
    await within(form).findByText('还有2项承接条件未具备');
    within(form).getByText('县里将负责配套：编制岗位 1人、经费 3万元/年');
    within(form).getByText('该乡镇有3/5个准备名额在用');
  });

  test('costs one press when it is an approval, and sends nothing that was typed under another outcome', async () => {
    network.answer(send, json(requestFile({ state: 'approved', stage: null, allowedActions: [], version: 4 })));
    open();
    await screen.findByRole('radio', { name: '不批准' });
    choose('不批准');
    type(/^具体说明/, '不合适');
    choose('批准');
    type(/^决定说明/, '');
    press('下一步：核对');
    network.answer('GET /requests/r1', json(requestFile({ state: 'approved', stage: null, allowedActions: [], version: 4 })));
    network.answer('GET /requests/r1/preparation', refusal('not_found', 404));
    press('批准');
    await screen.findByText('已办理：作出决定');
    const [sent] = network.sentTo(send);
    expect(sent?.headers['if-match']).toBe('"3"');
    expect(sent?.body).toEqual({ outcome: 'approve', text: '' });
  });

  test('costs a reason, words and a way out when it is a rejection', async () => {
    open();
    await screen.findByRole('radio', { name: '不批准' });
    choose('不批准');
    press('下一步：核对');
    const summary = await screen.findByRole('alert');
    expect(
      within(summary)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['请选择理由。', '请写明情况。', '请写明具备什么条件可以批准，或选择一个替代事项。']);
    expect(network.sentTo(send)).toEqual([]);
  });

  test('that comes too late shows what the other decided, and keeps the words', async () => {
    const changes = [{ at: Date.UTC(2026, 10, 20, 2), actor: '罗敏', action: 'decided' }];
    network.answer(send, refusal('version_stale', 412, { changes, currentVersion: 4 }));
    open();
    await screen.findByRole('radio', { name: '附条件批准' });
    choose('附条件批准');
    type(/^条件/, '三个月内补充一人');
    press('下一步：核对');
    press('附条件批准');
    const alert = await screen.findByRole('alert');
    within(alert).getByText(/罗敏：作出了县级决定/);
    network.answer(
      'GET /requests/r1',
      json(requestFile({ state: 'rejected', stage: null, withWhom: null, allowedActions: [], version: 4 })),
    );
    press('载入最新内容');
    await screen.findByText('现在不能这样办理了');
    expect(screen.getByRole('textbox', { name: /^条件/ })).toHaveProperty('value', '三个月内补充一人');
    expect(screen.queryByRole('button', { name: '下一步：核对' })).toBeNull();
    press('放弃填写的内容');
    await waitFor(() => expect(screen.queryByRole('textbox', { name: /^条件/ })).toBeNull());
  });

  test('half typed is there again after a reload of the page', async () => {
    const first = open();
    await screen.findByRole('radio', { name: '不批准' });
    choose('不批准');
    type(/^具体说明/, '窗口人员尚无经验');
    first.unmount();
    open();
    expect(await screen.findByRole('textbox', { name: /^具体说明/ })).toHaveProperty('value', '窗口人员尚无经验');
    screen.getByText('您上次填写、尚未提交的内容已恢复。');
  });
});
