// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { deviceName } from '#client/features/accounts/parts/device-name.ts';
import { ChangePasswordScreen } from '#client/features/accounts/screens/change-password-screen.tsx';
import { SessionsScreen } from '#client/features/accounts/screens/sessions-screen.tsx';
import { fakeNetwork, json, nothing, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;
beforeEach(() => {
  network = fakeNetwork();
});

const type = (label: string, value: string): void => void fireEvent.change(screen.getByLabelText(label), { target: { value } });
const submit = (): void => void fireEvent.click(screen.getByRole('button', { name: '修改密码' }));

describe('change password', () => {
  it('finds out before sending that the two new ones differ', () => {
    show(<ChangePasswordScreen />, { me: person('clerk') });
    type('当前密码', 'old');
    type('新密码', 'New-password-1');
    type('再输一次新密码', 'New-password-2');
    submit();
    expect(within(screen.getByRole('alert')).getByRole('link').textContent).toBe('两次输入的新密码不一致');
    expect(network.sent).toEqual([]);
  });

  it('sends both, says that it is done, and forgets what was typed', async () => {
    network.answer('POST /me/password', nothing());
    show(<ChangePasswordScreen />, { me: person('clerk') });
    type('当前密码', 'old');
    type('新密码', 'New-password-1');
    type('再输一次新密码', 'New-password-1');
    submit();
    await screen.findByText(/密码已修改/);
    expect(network.sent[0]?.body).toEqual({ current: 'old', next: 'New-password-1' });
    expect(screen.getByLabelText<HTMLInputElement>('新密码').value).toBe('');
  });

  it('says why a password is refused', async () => {
    network.answer('POST /me/password', refusal('weak_password', 422));
    show(<ChangePasswordScreen />, { me: { ...person('clerk'), mustChangePassword: true } });
    expect(screen.getByText(/您使用的是初始密码/)).toBeTruthy();
    for (const label of ['当前密码', '新密码', '再输一次新密码']) type(label, 'weak');
    submit();
    expect((await screen.findByRole('alert')).textContent).toContain('密码不够安全');
  });
});

const session = (id: string, isCurrent: boolean) => ({
  id,
  createdAt: Date.UTC(2026, 10, 20, 1),
  lastSeenAt: Date.UTC(2026, 10, 22, 1),
  address: '10.12.4.31',
  userAgent: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/90.0.4430.212 Safari/537.36',
  isCurrent,
});

describe('sessions', () => {
  it('lists where one is signed in, and ends another place but not this one', async () => {
    network.answer(
      'GET /me/sessions',
      json({ items: [session('s1', true), session('s2', false)] }),
      json({ items: [session('s1', true)] }),
    );
    network.answer('DELETE /me/sessions/s2', nothing());
    show(<SessionsScreen />, { me: person('clerk') });
    await screen.findByText('本机');
    const ends = screen.getAllByRole('button', { name: '退出 Windows · Chrome' });
    expect(ends).toHaveLength(1);
    fireEvent.click(ends[0] as HTMLElement);
    await screen.findByText('已退出这一处登录。');
    await waitFor(() => expect(screen.queryByRole('button', { name: /退出/ })).toBeNull());
  });

  it.each([
    ['Mozilla/5.0 (Linux; Android 12; HarmonyOS) Chrome/100 Mobile', 'HarmonyOS · Chrome'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Version/15 Safari/605', 'macOS · Safari'],
    ['Mozilla/5.0 (Windows NT 10.0) Chrome/120 Safari/537 Edg/120', 'Windows · Edge'],
    ['curl/8', undefined],
  ])('names the device of %s', (userAgent, name) => {
    expect(deviceName(userAgent)).toBe(name);
  });
});
