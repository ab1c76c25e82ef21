// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SignInScreen } from '#client/features/sign-in/screens/sign-in-screen.tsx';
import { fakeNetwork, json, lost, refusal, type Network } from '#tests/screens/support/network.ts';
import { person, prepareScreens, show } from '#tests/screens/support/show.tsx';

prepareScreens();
let network: Network;
let replace: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  network = fakeNetwork();
  replace = vi.spyOn(window.location, 'replace').mockImplementation(() => undefined);
});

const fill = (username: string, password: string): void => {
  fireEvent.change(screen.getByLabelText('用户名'), { target: { value: username } });
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: password } });
};
const submit = (): void => void fireEvent.click(screen.getByRole('button', { name: '登录' }));

describe('sign in', () => {
  it('asks for what is missing without calling the server', () => {
    show(<SignInScreen />, { at: '/sign-in' });
    submit();
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    expect(summary.querySelectorAll('a')).toHaveLength(2);
    expect(screen.getByLabelText('用户名').getAttribute('aria-invalid')).toBe('true');
    expect(network.sent).toEqual([]);
  });

  it('goes to the first page, or back to where the person was', async () => {
    network.answer('POST /session', json(person('lead')));
    const { unmount } = show(<SignInScreen />, { at: '/sign-in' });
    fill(' zhou.wenjing ', '秘密 with spaces ');
    submit();
    await waitFor(() => expect(replace).toHaveBeenCalledWith('/app'));
    // A password is sent as typed, a username without the blanks that a clipboard brings along.
    expect(network.sent[0]?.body).toEqual({ username: 'zhou.wenjing', password: '秘密 with spaces ' });
    unmount();
    show(<SignInScreen />, { at: '/sign-in?next=%2Fapp%2Frequests%2F7' });
    fill('a', 'b');
    submit();
    await waitFor(() => expect(replace).toHaveBeenLastCalledWith('/app/requests/7'));
  });

  it('says that name or password is wrong, not which, and keeps the name', async () => {
    network.answer('POST /session', refusal('wrong_credentials', 401));
    show(<SignInScreen />, { at: '/sign-in' });
    fill('zhou', 'wrong');
    submit();
    expect((await screen.findByRole('alert')).textContent).toContain('用户名或密码不正确');
    expect(screen.getByLabelText<HTMLInputElement>('用户名').value).toBe('zhou');
    expect(replace).not.toHaveBeenCalled();
  });

  it('says how long a locked account has to wait, and when the server does not answer', async () => {
    network.answer('POST /session', refusal('locked_out', 429, { params: { minutes: 15 } }), lost);
    show(<SignInScreen />, { at: '/sign-in' });
    fill('zhou', 'wrong');
    submit();
    expect((await screen.findByRole('alert')).textContent).toContain('15 分钟');
    submit();
    await screen.findByText('连接不上服务器');
  });

  it('lets the password be seen, and offers it to password managers', () => {
    show(<SignInScreen />, { at: '/sign-in' });
    const password = screen.getByLabelText('密码');
    expect(password.getAttribute('type')).toBe('password');
    expect(password.getAttribute('autocomplete')).toBe('current-password');
    fireEvent.click(screen.getByRole('button', { name: '显示密码' }));
    expect(password.getAttribute('type')).toBe('text');
  });

  it('leads to the register without an account', () => {
    show(<SignInScreen />, { at: '/sign-in' });
    expect(screen.getByRole('link', { name: /公开台账/ }).getAttribute('href')).toBe('/');
  });
});
