// @vitest-environment happy-dom
import { QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { appPaths } from '#client/app/paths.ts';
import { routesFor } from '#client/app/routes.tsx';
import { appScreens } from '#client/app/screens-app.ts';
import { Shell } from '#client/app/shell.tsx';
// Loaded lazily in the product; here at once, so that no test waits for it.
import '#client/i18n/en/index.ts';
import { whenSignedOut } from '#client/lib/call.ts';
import { createQueryClient } from '#client/lib/query-client.ts';
import type { Role } from '#client/lib/session.ts';
import { fakeNetwork, json, nothing, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;
beforeEach(() => {
  network = fakeNetwork();
  network.answer('GET /me/sessions', json({ items: [] }));
});

const Placeholder = () => <h1>screen</h1>;
// Every address has a screen, so that what the navigation shows depends on the roles alone.
const allScreens = Object.fromEntries(Object.keys(appPaths).map((name) => [name, async () => Placeholder]));

function open(at: string, screens: Parameters<typeof routesFor>[2] = appScreens) {
  const router = createMemoryRouter(routesFor(Shell, appPaths, screens, 'home'), { initialEntries: [at] });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
  return router;
}

const links = async (): Promise<readonly string[]> =>
  within(await screen.findByRole('navigation', { name: '主导航' }))
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');

describe('shell', () => {
  it('has landmarks, a skip link, the county, the person and the demo banner', async () => {
    network.answer('GET /me', json(person('lead')));
    open('/app/me/sessions');
    await screen.findByRole('heading', { level: 1, name: '登录设备' });
    expect(screen.getByRole('banner').textContent).toContain('青禾县基层赋权门户');
    expect(screen.getByRole('banner').textContent).toContain('周文静');
    expect(screen.getByText(/^演示数据/)).toBeTruthy();
    const main = screen.getByRole('main');
    expect(screen.getByRole('link', { name: '跳到主要内容' }).getAttribute('href')).toBe(`#${main.id}`);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByRole('link', { name: '登录设备' }).getAttribute('aria-current')).toBe('page');
  });

  it('leaves out entries whose screen does not exist', async () => {
    network.answer('GET /me', json(person('lead')));
    open('/app/me/sessions', { sessions: appScreens.sessions });
    const shown = await links();
    for (const entry of shown) expect(entry).not.toBe('');
    expect(new Set(shown).size).toBe(shown.length);
  });

  it('shows a page that leads on for an unknown address', async () => {
    network.answer('GET /me', json(person('lead')));
    open('/app/nowhere');
    await screen.findByRole('heading', { level: 1, name: '没有这个页面' });
    expect(within(screen.getByRole('main')).getByRole('link').getAttribute('href')).toBe('/app');
  });

  it('keeps its frame when a screen crashes', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    network.answer('GET /me', json(person('lead')));
    const Broken = (): never => {
      throw new Error('boom');
    };
    open('/app/audit', { audit: async () => Broken });
    await screen.findByRole('heading', { level: 1, name: '页面出错了' });
    expect(screen.getByRole('banner')).toBeTruthy();
    expect(screen.getAllByRole('main')).toHaveLength(1);
  });

  it('turns to the sign-in page without a session, and shows nothing meanwhile', async () => {
    const leave = vi.fn();
    whenSignedOut(leave);
    network.answer('GET /me', refusal('not_signed_in', 401));
    open('/app/me/sessions');
    await waitFor(() => expect(leave).toHaveBeenCalled());
    expect(screen.queryByRole('banner')).toBeNull();
  });

  it('stops every account that still has an initial password', async () => {
    network.answer('GET /me', json({ ...person('lead'), mustChangePassword: true }));
    const router = open('/app/me/sessions');
    await screen.findByRole('heading', { level: 1, name: '修改密码' });
    expect(router.state.location.pathname).toBe('/app/me/password');
  });

  it('signs out once', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
    network.answer('GET /me', json(person('lead')));
    network.answer('DELETE /session', nothing());
    open('/app/me/sessions');
    const button = await screen.findByRole('button', { name: '退出登录' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(assign).toHaveBeenCalledWith('/sign-in'));
    expect(network.sentTo('DELETE /session')).toHaveLength(1);
  });

  it('speaks the other language at once, and says so to screen readers', async () => {
    network.answer('GET /me', json(person('lead')));
    open('/app/me/sessions');
    fireEvent.click(await screen.findByRole('button', { name: 'English' }));
    await screen.findByRole('heading', { level: 1, name: 'Where I am signed in' });
    expect(document.documentElement.lang).toBe('en');
    expect(localStorage.getItem('language')).toBe('en');
    fireEvent.click(screen.getByRole('button', { name: '中文' }));
    await screen.findByRole('heading', { level: 1, name: '登录设备' });
  });
});

describe('substitutes', () => {
  const wang = { accountId: 'account-9', name: '王敏' };

  it('may choose in whose place they act, in this tab', async () => {
    const assign = vi.spyOn(window.location, 'assign').mockImplementation(() => undefined);
    network.answer('GET /me', json({ ...person('reviewer'), standsInFor: [wang] }));
    open('/app/me/sessions');
    fireEvent.change(await screen.findByLabelText('办理身份'), { target: { value: 'account-9' } });
    expect(assign).toHaveBeenCalledWith('/app');
    expect(sessionStorage.getItem('acting-for')).toBe('account-9');
  });

  it('say so with every call, and stop when their days are over', async () => {
    sessionStorage.setItem('acting-for', 'account-9');
    network.answer('GET /me', refusal('forbidden', 403), json(person('reviewer')));
    open('/app/me/sessions');
    await screen.findByRole('heading', { level: 1 });
    expect(network.sentTo('GET /me').map((sent) => sent.headers['acting-for'])).toEqual(['account-9', undefined]);
    expect(screen.queryByLabelText('办理身份')).toBeNull();
  });
});

describe('navigation by role', () => {
  // Only what exists counts: the entry stands for a role or it does not, whatever screens are there today.
  it.each<[Role, readonly string[], readonly string[]]>([
    ['clerk', ['我的点单', '人员与证书'], ['机构', '审计记录', '菜单版次']],
    ['reviewer', ['赋权申请', '资源配套'], ['点单草稿', '人员与证书', '账号']],
    ['decider', ['赋权申请', '县级设置'], ['点单草稿', '账号']],
    ['training_officer', ['人员与证书', '课程与培训班'], ['赋权申请', '我的点单']],
    ['admin', ['菜单版次', '机构', '账号', '审计记录'], ['赋权申请', '点单草稿']],
    ['auditor', ['赋权申请', '账号', '审计记录'], ['点单草稿', '机构']],
  ])('%s', async (role, mayShow, never) => {
    network.answer('GET /me', json(person(role)));
    open('/app/me/sessions', allScreens);
    const shown = await links();
    expect(shown).toContain('权力公开台账');
    for (const entry of never) expect(shown).not.toContain(entry);
    for (const entry of mayShow.filter((name) => shown.includes(name))) expect(shown.filter((name) => name === entry)).toHaveLength(1);
  });
});
