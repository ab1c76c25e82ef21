// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NetworkError, ProblemError, StrangeAnswerError } from '#client/lib/call-error.ts';
import { addressOf, call, whenPasswordMustChange, whenSignedOut } from '#client/lib/call.ts';
import { newIdempotencyKey } from '#client/lib/idempotency.ts';
import { safePlace, signInFrom } from '#client/lib/place.ts';
import { fakeNetwork, json, lost, nothing, refusal, type Network } from '#tests/screens/support/network.ts';

let network: Network;

beforeEach(() => {
  network = fakeNetwork();
});
afterEach(() => {
  vi.unstubAllGlobals();
  whenSignedOut(undefined);
  whenPasswordMustChange(undefined);
});

const rejection = async (promise: Promise<unknown>): Promise<unknown> => promise.then(() => undefined).catch((error: unknown) => error);

describe('call', () => {
  it('puts parameters into the path, and only given filters into the query', async () => {
    network.answer('GET /menu/items', json({ items: [] }));
    await call('GET /menu/items', { query: { q: '垃圾 & 市容', category: undefined } });
    expect([...(network.sent[0]?.query ?? [])]).toEqual([['q', '垃圾 & 市容']]);

    network.answer('GET /menu/items/a%2Fb', json({}));
    await call('GET /menu/items/{itemId}', { params: { itemId: 'a/b' } });
    expect(network.sent).toHaveLength(2);
  });

  it('sends the version seen and the key of the form', async () => {
    network.answer('POST /requests/r1/withdrawal', json({}));
    await call('POST /requests/{requestId}/withdrawal', {
      params: { requestId: 'r1' },
      body: { text: '误点' },
      version: 3,
      idempotencyKey: 'KEY',
    });
    expect(network.sent[0]?.headers).toMatchObject({ 'if-match': '"3"', 'idempotency-key': 'KEY', 'content-type': 'application/json' });
    expect(network.sent[0]?.body).toEqual({ text: '误点' });
  });

  it('demands at compile time what an operation demands', () => {
    const mistakes = async (): Promise<void> => {
      // @ts-expect-error no such operation in the table
      await call('GET /nowhere');
      // @ts-expect-error the version is missing, and without it a conflict goes unnoticed
      await call('POST /requests/{requestId}/withdrawal', { params: { requestId: 'r1' }, body: { text: 'x' }, idempotencyKey: 'K' });
      // @ts-expect-error a word that the contract does not know
      await call('GET /menu/items', { query: { category: 'nothing' } });
    };
    expect(mistakes).toBeTypeOf('function');
  });

  it('turns a problem document into a typed refusal', async () => {
    network.answer(
      'POST /session',
      refusal('locked_out', 429, { params: { minutes: 5 }, errors: [{ pointer: '/username', code: 'custom' }] }, { 'retry-after': '300' }),
    );
    const error = await rejection(call('POST /session', { body: { username: 'a', password: 'b' } }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ kind: 'problem', code: 'locked_out', retryAfter: 300, problem: { params: { minutes: 5 } } });
  });

  it("tells a lost connection from an answer that is not the portal's", async () => {
    network.answer('GET /me', lost);
    expect(await rejection(call('GET /me'))).toBeInstanceOf(NetworkError);
    network.answer('GET /me', new Response('<html>proxy</html>', { status: 502 }));
    expect(await rejection(call('GET /me'))).toMatchObject({ kind: 'strange', status: 502 });
    network.answer('GET /me', new Response('<html>login to wifi</html>', { status: 200 }));
    expect(await rejection(call('GET /me'))).toBeInstanceOf(StrangeAnswerError);
  });

  it('returns undefined for 204', async () => {
    network.answer('DELETE /session', nothing());
    expect(await call('DELETE /session')).toBeUndefined();
  });

  it('leaves for the sign-in page when the session is over, but not for a wrong password', async () => {
    const leave = vi.fn();
    whenSignedOut(leave);
    network.answer('POST /session', refusal('wrong_credentials', 401));
    await rejection(call('POST /session', { body: { username: 'a', password: 'b' } }));
    expect(leave).not.toHaveBeenCalled();
    network.answer('GET /me', refusal('not_signed_in', 401));
    await rejection(call('GET /me'));
    expect(leave).toHaveBeenCalledOnce();
  });

  it('goes to change an initial password when the server asks for it', async () => {
    const change = vi.fn();
    whenPasswordMustChange(change);
    network.answer('GET /tasks', refusal('password_change_required', 403));
    await rejection(call('GET /tasks'));
    expect(change).toHaveBeenCalledOnce();
  });

  it('makes addresses for downloads', () => {
    expect(addressOf('GET /register/holdings.csv', { query: { on: '2026-01-01' } })).toBe('/api/v1/register/holdings.csv?on=2026-01-01');
  });
});

describe('the way back after signing in', () => {
  it.each([
    ['/app/requests/1?tab=a#b', '/app/requests/1?tab=a#b'],
    [null, '/app'],
    ['//evil.test/app', '/app'],
    ['https://evil.test/app', '/app'],
    ['/application', '/app'],
    ['/app\\..\\evil', '/app'],
    ['/register', '/app'],
  ])('%s leads to %s', (next, place) => {
    expect(safePlace(next)).toBe(place);
  });

  it('remembers the place, except for the first page', () => {
    expect(signInFrom({ pathname: '/app', search: '', hash: '' })).toBe('/sign-in');
    expect(signInFrom({ pathname: '/app/menu', search: '?q=a', hash: '' })).toBe('/sign-in?next=%2Fapp%2Fmenu%3Fq%3Da');
  });
});

describe('idempotency keys', () => {
  it('differ, and fit into a header', () => {
    const keys = new Set(Array.from({ length: 500 }, newIdempotencyKey));
    expect(keys.size).toBe(500);
    for (const key of keys) expect(key).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  });
});
