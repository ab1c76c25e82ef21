import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { Me } from '#contract/sign-in.ts';
import { accounts } from '#db/schema/accounts.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { auditRecords } from '#db/schema/records.ts';
import { eq } from 'drizzle-orm';
import { hashPassword } from '#server/features/accounts/passwords.ts';
import type { Person } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const minute = 60_000;
const password = 'Right-password-2026';
let passwordHash = '';
beforeAll(async () => {
  passwordHash = await hashPassword(password);
});

function withPassword(person: Person, fields: Partial<typeof accounts.$inferInsert> = {}): void {
  app().arrange((tx) => {
    tx.update(accounts)
      .set({ passwordHash, ...fields })
      .where(eq(accounts.id, person))
      .run();
  });
}
const signIn = (username: string, secret = password) => app().anonymous.call('POST /session', { body: { username, password: secret } });
const cookieOf = (headers: Headers): string => /^__Host-session=[^;]*/.exec(headers.get('set-cookie') ?? '')?.[0] ?? '';
const withCookie = (cookie: string, method: string, path: string, headers: Record<string, string> = {}) =>
  app().anonymous.send(method, path, { headers: { cookie, origin: app().origin, ...headers } });
async function failTimes(count: number, username: string): Promise<void> {
  for (let time = 0; time < count; time += 1) await signIn(username, 'wrong');
}

describe('signing in', () => {
  test('opens a session whose token only the browser knows', async () => {
    withPassword('eastlead');
    const reply = await signIn(' EastLead ');
    expect(reply.status).toBe(200);
    expect(Me.parse(reply.body)).toMatchObject({
      ...{ accountId: 'eastlead', name: '东河镇长', actingFor: null, standsInFor: [], mustChangePassword: false },
      memberships: [{ organisation: { id: 'east', kind: 'township', name: '东河镇人民政府', shortName: '东河镇' }, role: 'lead' }],
      county: { name: '青禾县', isDemo: false },
    });
    const cookie = reply.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const token = /__Host-session=([^;]*)/.exec(cookie)?.[1] ?? '';
    const [session] = app().db.select().from(sessions).all();
    expect(session?.tokenHash).toBe(createHash('sha256').update(token).digest('base64url'));
    expect(JSON.stringify(app().db.select().from(sessions).all())).not.toContain(token);
    expect((await withCookie(cookieOf(reply.headers), 'GET', '/me')).body).toEqual(reply.body);
    expect(
      app()
        .db.select()
        .from(auditRecords)
        .all()
        .map(({ action, actorId }) => [action, actorId]),
    ).toEqual([['signed_in', 'eastlead']]);
  });

  test('answers unknown, disabled and wrong alike, and does not tell accounts apart in the trail of refusals', async () => {
    withPassword('eastlead');
    withPassword('westlead', { disabledAt: 1 });
    const replies = [await signIn('eastlead', 'wrong'), await signIn('westlead'), await signIn('nobody-of-that-name')];
    for (const { status, problem, headers } of replies) {
      expect([status, problem.code]).toEqual([401, 'wrong_credentials']);
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(
      app()
        .db.select()
        .from(auditRecords)
        .all()
        .map(({ action, actorId }) => [action, actorId]),
    ).toEqual([
      ['sign_in_failed', 'eastlead'],
      ['sign_in_failed', 'westlead'],
      ['sign_in_failed', 'unknown'],
    ]);
    expect(JSON.stringify(app().db.select().from(auditRecords).all())).not.toContain('nobody-of-that-name');
  });

  test('ends with signing out', async () => {
    withPassword('eastlead');
    const cookie = cookieOf((await signIn('eastlead')).headers);
    const out = await withCookie(cookie, 'DELETE', '/session');
    expect(out.status).toBe(204);
    expect(out.headers.get('set-cookie')).toMatch(/^__Host-session=; Max-Age=0/);
    expect((await withCookie(cookie, 'GET', '/me')).problem.code).toBe('not_signed_in');
  });

  test('is refused to pages of other sites', async () => {
    withPassword('eastlead');
    const cookie = cookieOf((await signIn('eastlead')).headers);
    const headers = { cookie, origin: 'https://elsewhere.example' };
    expect((await app().anonymous.send('DELETE', '/session', { headers })).problem).toMatchObject({ status: 403, code: 'cross_site' });
    expect((await withCookie(cookie, 'GET', '/me')).status).toBe(200);
  });

  test('takes nothing but a username and a password', async () => {
    const send = (body: string, type = 'application/json') =>
      app().anonymous.send('POST', '/session', { headers: { 'content-type': type }, body });
    expect((await send('{')).problem).toMatchObject({ status: 400, code: 'malformed_json' });
    expect((await send('{"username":"eastlead"}')).problem).toMatchObject({
      status: 400,
      errors: [{ pointer: '/password', code: 'required' }],
    });
    expect((await send('{"username":"a","password":"b","admin":true}')).problem).toMatchObject({ status: 400, code: 'invalid_input' });
    expect((await send('username=a', 'application/x-www-form-urlencoded')).problem).toMatchObject({
      status: 415,
      code: 'unsupported_media',
    });
  });
});

describe('guessing', () => {
  test.each(['eastlead', 'nobody-of-that-name'])(
    'locks %s after five failures, for longer each time, whether or not there is such an account',
    async (username) => {
      withPassword('eastlead');
      await failTimes(4, username);
      expect((await signIn(username, 'wrong')).problem.code).toBe('wrong_credentials');
      const locked = await signIn(username, 'wrong');
      expect(locked.problem).toMatchObject({ status: 429, code: 'locked_out', params: { seconds: 60, minutes: 1 } });
      expect(locked.headers.get('retry-after')).toBe('60');
      app().clock.advance(minute);
      expect((await signIn(username, 'wrong')).problem.code).toBe('wrong_credentials');
      expect((await signIn(username, 'wrong')).problem).toMatchObject({ code: 'locked_out', params: { seconds: 120, minutes: 2 } });
    },
  );

  test('does not find out that a password is right while the account is locked', async () => {
    withPassword('eastlead');
    await failTimes(5, 'eastlead');
    expect((await signIn('eastlead')).problem.code).toBe('locked_out');
    app().clock.advance(minute);
    expect((await signIn('eastlead')).status).toBe(200);
    // A success forgives: the next failure is the first again.
    await failTimes(4, 'eastlead');
    expect((await signIn('eastlead')).status).toBe(200);
  });

  test('gains nothing from many guesses at once', async () => {
    withPassword('eastlead');
    const guesses = [...Array.from({ length: 24 }, () => 'wrong'), password];
    const replies = await Promise.all(guesses.map((guess) => signIn('eastlead', guess)));
    expect(replies.at(-1)?.problem.code).toBe('locked_out');
    expect(replies.filter(({ status }) => status === 401).length).toBeLessThan(12);
  });

  test('is stopped per address too, whatever names are tried, until the window is over', async () => {
    withPassword('eastlead');
    app().arrange((tx) => {
      tx.$client
        .prepare('INSERT INTO address_attempts (address, failed, window_started_at) VALUES (?, 50, ?)')
        .run('127.0.0.1', app().clock.now() - minute);
    });
    expect((await signIn('eastlead')).problem).toMatchObject({ status: 429, code: 'too_many_attempts', params: { seconds: 14 * 60 } });
    app().clock.advance(14 * minute);
    expect((await signIn('eastlead')).status).toBe(200);
  });
});

describe('a session', () => {
  const open = async () => {
    withPassword('eastlead');
    return cookieOf((await signIn('eastlead')).headers);
  };
  const isAlive = async (cookie: string) => (await withCookie(cookie, 'GET', '/me')).status === 200;

  test('lives while it is used, and dies after an hour of silence', async () => {
    const cookie = await open();
    for (let hour = 0; hour < 3; hour += 1) {
      app().clock.advance(59 * minute);
      expect(await isAlive(cookie)).toBe(true);
      await app().unitOfWork.drain();
    }
    app().clock.advance(60 * minute);
    expect(await isAlive(cookie)).toBe(false);
  });

  test('dies after twelve hours, however busy', async () => {
    const cookie = await open();
    for (let half = 0; half < 23; half += 1) {
      app().clock.advance(30 * minute);
      expect(await isAlive(cookie)).toBe(true);
      await app().unitOfWork.drain();
    }
    app().clock.advance(30 * minute);
    expect(await isAlive(cookie)).toBe(false);
  });

  test('is listed and can be ended by its owner only', async () => {
    const first = await open();
    const second = await open();
    const list = (await withCookie(first, 'GET', '/me/sessions')).body as { items: { id: string; isCurrent: boolean }[] };
    expect(list.items.map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const other = list.items[1]?.id ?? '';
    expect((await app().as('westlead').send('DELETE', `/me/sessions/${other}`)).problem.code).toBe('not_found');
    expect((await withCookie(first, 'DELETE', `/me/sessions/${other}`)).status).toBe(204);
    expect([await isAlive(first), await isAlive(second)]).toEqual([true, false]);
    expect((await withCookie(first, 'DELETE', `/me/sessions/${other}`)).problem.code).toBe('not_found');
  });

  test('of a disabled account is dead at once', async () => {
    const cookie = await open();
    withPassword('eastlead', { disabledAt: 1 });
    expect(await isAlive(cookie)).toBe(false);
  });
});
