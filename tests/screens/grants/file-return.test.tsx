// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { setClock } from '#client/lib/clock.ts';
import { fakeNetwork, json, lost, refusal, type Network } from '#tests/screens/support/network.ts';
import { prepareScreens } from '#tests/screens/support/show.tsx';
import { grantFile } from './grant-file.ts';
import { check, fill, open, press, type } from './return-form.tsx';

prepareScreens();

let network: Network;
let restoreClock: () => void;
const send = 'POST /grants/g1/return';

beforeEach(() => {
  restoreClock = setClock(() => Date.UTC(2026, 11, 1, 2));
  network = fakeNetwork();
  network.answer('GET /grants/g1', json(grantFile()));
});
afterEach(() => restoreClock());

describe('filing a return', () => {
  test('untouched: names what the contract demands, and leads there', async () => {
    await open();
    press('下一步：核对');
    const summary = await screen.findByRole('alert');
    const links = within(summary).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      '原因：请从列出的选项中选择',
      '说明：请填写这一项',
      '希望从哪天起退回：请填写这一项',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(summary));
    for (const link of links) {
      fireEvent.click(link);
      expect(document.activeElement?.id).toBe(link.getAttribute('href')?.slice(1));
    }
    const text = screen.getByRole('textbox', { name: '说明' });
    expect(text.getAttribute('aria-required')).toBe('true');
    type('说明', '全年只办理了三件。');
    await waitFor(() => expect(screen.getByRole('textbox', { name: '说明' }).getAttribute('aria-invalid')).toBeNull());
    expect(network.sentTo(send)).toEqual([]);
  });

  test('sends what the contract makes of it, once, after it was read again', async () => {
    await open();
    await fill();
    press('添加一件');
    type('案件1', '青石农监〔2026〕7号');
    await check();
    const panel = screen.getByRole('region', { name: /退权：核对后确认/ });
    within(panel).getByText('业务量太少');
    within(panel).getByText('全年只办理了三件。');
    within(panel).getByText(/从2027年1月4日起/);
    within(panel).getByText(/青石农监〔2026〕7号/);
    network.answer(send, json(grantFile({ openCase: 'return', allowedActions: ['cancel_return'], version: 5 })));
    press('确认退权');
    await screen.findByText('已办理。');
    const sent = network.sentTo(send);
    expect(sent.map(({ body }) => body)).toEqual([
      {
        reasonCode: 'too_few_cases',
        text: '全年只办理了三件。',
        wishedOn: '2027-01-04',
        pendingCases: [{ description: '青石农监〔2026〕7号', owner: 'township' }],
      },
    ]);
    expect(sent[0]?.headers['if-match']).toBe('"4"');
  });

  test('too long: nothing is cut, and the summary says by how much', async () => {
    await open();
    await fill();
    type('说明', '长'.repeat(2003));
    screen.getByText('已输入2003字，最多2000字，超出3字');
    press('下一步：核对');
    expect((await screen.findByRole('alert')).textContent).toContain('说明：超出3字，最多2,000字，请删减');
    expect(screen.getByRole('textbox', { name: '说明' })).toHaveProperty('value', '长'.repeat(2003));
  });

  test('with more blanks around it than the text may be long: refused without a figure that makes no sense', async () => {
    await open();
    await fill();
    type('说明', `办${' '.repeat(4000)}`);
    press('下一步：核对');
    expect((await screen.findByRole('alert')).textContent).toContain('说明：超出了允许的长度或数值');
  });

  test('for today, or on a day that does not exist, is stopped before it is sent', async () => {
    await open();
    await fill();
    type('希望从哪天起退回', '2026-12-01');
    press('下一步：核对');
    expect((await screen.findByRole('alert')).textContent).toContain('日期太早');
    type('希望从哪天起退回', '2027-02-30');
    press('下一步：核对');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('希望从哪天起退回：格式不对'));
    expect(screen.getByRole('textbox', { name: '希望从哪天起退回' })).toHaveProperty('value', '2027-02-30');
  });

  test('with a case under way that has no words: the row is named by its number, and may be taken out', async () => {
    await open();
    await fill();
    press('添加一件');
    press('添加一件');
    type('案件1', '青石农监〔2026〕7号');
    press('下一步：核对');
    const link = within(await screen.findByRole('alert')).getByRole('link', { name: '案件2：请填写这一项' });
    fireEvent.click(link);
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '案件2' }));
    fireEvent.click(screen.getAllByRole('button', { name: '移除这一件' })[1] ?? document.body);
    await check();
  });

  test('refused at a field: back in the form, with the reason beside the field', async () => {
    network.answer(
      send,
      refusal('invalid_input', 400, { errors: [{ pointer: '/pendingCases/0/description', code: 'control_character' }] }),
    );
    await open();
    await fill();
    press('添加一件');
    type('案件1', '七号');
    await check();
    press('确认退权');
    const summary = await screen.findByRole('alert');
    within(summary).getByRole('link', { name: /^案件1：含有无法显示的字符/ });
    expect(screen.getByRole('textbox', { name: '案件1' }).getAttribute('aria-invalid')).toBe('true');
    await check();
  });

  test('after somebody else was quicker: says who did what, and keeps the words', async () => {
    const changes = [{ at: Date.UTC(2026, 11, 1, 1), actor: '梁启文', action: 'recall_noticed' }];
    network.answer(send, refusal('version_stale', 412, { changes, currentVersion: 5 }));
    await open();
    await fill();
    await check();
    press('确认退权');
    within(await screen.findByRole('alert')).getByText(/梁启文/);
    network.answer('GET /grants/g1', json(grantFile({ openCase: 'recall', allowedActions: [], version: 5 })));
    press('载入最新内容');
    await screen.findByText('现在不能这样办理了');
    screen.getByText(/梁启文/);
    expect(screen.getByRole('textbox', { name: '说明' })).toHaveProperty('value', '  全年只办理了三件。 ');
    expect(screen.queryByRole('button', { name: '下一步：核对' })).toBeNull();
  });

  test('without an answer: the same key again', async () => {
    network.answer(send, lost, json(grantFile({ openCase: 'return', allowedActions: [], version: 5 })));
    await open();
    await fill();
    await check();
    press('确认退权');
    await screen.findByText('连接不上服务器');
    press('重试');
    await screen.findByText('已办理。');
    const keys = network.sentTo(send).map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test('half typed is there again after a reload, rows and all, until it is thrown away', async () => {
    const first = await open();
    await fill();
    press('添加一件');
    type('案件1', '七号');
    first.unmount();
    const second = await open();
    screen.getByText('您上次填写、尚未提交的内容已恢复。');
    expect(screen.getByRole('textbox', { name: '案件1' })).toHaveProperty('value', '七号');
    expect(screen.getByRole('textbox', { name: '希望从哪天起退回' })).toHaveProperty('value', '2027年1月4日');
    press('放弃填写的内容');
    second.unmount();
    await open();
    expect(screen.getByRole('textbox', { name: '说明' })).toHaveProperty('value', '');
    expect(screen.queryByRole('textbox', { name: '案件1' })).toBeNull();
  });
});
