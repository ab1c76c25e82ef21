import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { accounts } from '#db/schema/accounts.ts';
import { checkPassword, hashPassword, newSecret } from '#server/features/accounts/passwords.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const password = 'Right-password-2026';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});
const lead = () => {
  app().arrange((tx) => {
    tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, 'eastlead')).run();
  });
  return app().as('eastlead');
};

describe('a password', () => {
  test.each([
    ['Short-1', 'length'],
    ['onlylowercase', 'classes'],
    ['lower-and-dash', 'classes'],
    ['Eastlead-2026', 'username'],
    ['Password123456!', 'common'],
    ['Qwerty-888888', 'common'],
  ])('%s is too weak: %s (等保 2.0)', (weak, reason) => {
    expect(checkPassword(weak, 'eastlead')).toMatchObject({ refusal: { code: 'weak_password', params: { reason }, fields: ['/next'] } });
  });

  test.each(['Qinghe-river-7', 'lange Sätze 3', newSecret()])('%s will do', (strong) => {
    expect(checkPassword(strong, 'eastlead')).toBeNull();
  });
});

describe('changing the own password', () => {
  test('ends the other sessions and keeps this one', async () => {
    const caller = lead();
    const other = await app().anonymous.call('POST /session', { body: { username: 'eastlead', password } });
    const cookie = /^[^;]*/.exec(other.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const change = await app().anonymous.send('POST', '/me/password', {
      headers: { cookie, origin: app().origin, 'content-type': 'application/json' },
      body: JSON.stringify({ current: password, next: 'Another-word-2026' }),
    });
    expect(change.status).toBe(204);
    expect((await app().anonymous.send('GET', '/me', { headers: { cookie } })).status).toBe(200);
    const { items } = await caller.ok('GET /me/sessions');
    // The caller's own session was ended and is inserted anew with each call; the one of the cookie lives on.
    expect(items).toHaveLength(2);
    expect((await app().anonymous.call('POST /session', { body: { username: 'eastlead', password } })).problem.code).toBe(
      'wrong_credentials',
    );
    expect((await app().anonymous.call('POST /session', { body: { username: 'eastlead', password: 'Another-word-2026' } })).status).toBe(
      200,
    );
  });

  test('wants the present one, a strong one and one that was not used before', async () => {
    const change = (current: string, next: string) => lead().call('POST /me/password', { body: { current, next } });
    expect((await change('wrong', 'Another-word-2026')).problem).toMatchObject({
      status: 401,
      code: 'wrong_credentials',
      errors: [{ pointer: '/current' }],
    });
    expect((await change(password, 'weak')).problem).toMatchObject({ status: 422, code: 'weak_password' });
    expect((await change(password, password)).problem).toMatchObject({ status: 422, code: 'password_used_before' });
    expect(
      (
        await app()
          .as('eastlead')
          .call('POST /me/password', { body: { current: password, next: 'Another-word-2026' } })
      ).status,
    ).toBe(204);
    const back = { current: 'Another-word-2026', next: password };
    expect((await app().as('eastlead').call('POST /me/password', { body: back })).problem.code).toBe('password_used_before');
  });

  test('counts wrong guesses like failed sign-ins, also when they come at once', async () => {
    const caller = lead();
    const guesses = await Promise.all(
      Array.from({ length: 16 }, () => caller.call('POST /me/password', { body: { current: 'wrong', next: 'Another-word-2026' } })),
    );
    expect(guesses.filter(({ problem }) => problem.code === 'locked_out').length).toBeGreaterThan(3);
    expect((await app().anonymous.call('POST /session', { body: { username: 'eastlead', password } })).problem.code).toBe('locked_out');
  });
});

test('an initial secret opens nothing but the change of the password', async () => {
  const caller = lead();
  app().arrange((tx) => {
    tx.update(accounts).set({ mustChangePassword: true }).where(eq(accounts.id, 'eastlead')).run();
  });
  expect((await caller.ok('GET /me')).mustChangePassword).toBe(true);
  expect(await caller.refusal('GET /menu/items')).toBe('403 password_change_required');
  expect(await caller.refusal('GET /tasks')).toBe('403 password_change_required');
  expect((await caller.call('POST /me/password', { body: { current: password, next: 'Another-word-2026' } })).status).toBe(204);
  expect((await caller.ok('GET /me')).mustChangePassword).toBe(false);
  expect((await caller.call('GET /menu/items')).status).toBe(200);
});
