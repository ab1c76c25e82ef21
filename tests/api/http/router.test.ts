import { describe, expect, it } from 'vitest';
import { addressBehind } from '#server/http/address.ts';
import { createRouter } from '#server/http/router.ts';
import { isSameSite, tokenOf } from '#server/http/session.ts';
import type { Binding } from '#server/platform/binding.ts';

const binding = (method: string, path: string): Binding => ({
  operation: { id: `${method} ${path}`, method, path } as Binding['operation'],
  handle: () => ({ kind: 'done', value: null }),
});
const match = createRouter([
  binding('GET', '/menu/items'),
  binding('GET', '/menu/items/{itemId}'),
  binding('PUT', '/orders/{orderId}/lines/{itemId}'),
  binding('GET', '/menu/badges'),
]);

describe('the router', () => {
  it('prefers fixed segments and decodes parameters', () => {
    expect(match('GET', '/menu/badges')).toMatchObject({ kind: 'found', params: {} });
    expect(match('PUT', '/orders/a%20b/lines/c')).toMatchObject({ kind: 'found', params: { orderId: 'a b', itemId: 'c' } });
  });

  it.each(['/menu/items/', '/menu', '/menu/items/a/b', '/orders/%E0%A4%A/lines/c', ''])('finds nothing at %s', (path) => {
    expect(match('GET', path).kind).toBe('unknown');
  });

  it('names the methods of a place', () => {
    expect(match('DELETE', '/menu/items')).toEqual({ kind: 'other_methods', methods: ['GET'] });
  });

  it('refuses two operations at one place', () => {
    expect(() => createRouter([binding('GET', '/a/{x}'), binding('GET', '/a/{x}')])).toThrow(/two operations/);
    expect(() => createRouter([binding('GET', '/a/{x}'), binding('GET', '/a/{y}/b')])).toThrow(/two names/);
  });
});

describe('whose request it is', () => {
  const request = (headers: Record<string, string>) =>
    ({ headers: { host: 'portal.example', ...headers } }) as unknown as Parameters<typeof isSameSite>[0];
  it.each([
    [{ origin: 'https://portal.example' }, true],
    [{ origin: 'https://evil.example' }, false],
    [{ origin: 'null' }, false],
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ cookie: 'x=1' }, false],
    [{}, true],
  ])('%j', (headers, expected) => {
    expect(isSameSite(request(headers), null)).toBe(expected);
  });

  it('believes the public origin where a proxy changes the host', () => {
    expect(isSameSite(request({ origin: 'https://fuquan.example' }), 'https://fuquan.example')).toBe(true);
  });

  it('finds its cookie among others', () => {
    expect(tokenOf(request({ cookie: 'a=1; __Host-session=abc; b=2' }))).toBe('abc');
    expect(tokenOf(request({ cookie: 'x__Host-session=abc' }))).toBeNull();
  });
});

describe('where a request comes from', () => {
  const message = { socket: { remoteAddress: '10.0.0.1' }, headers: { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.2' } };
  it.each([
    [0, '10.0.0.1'],
    [1, '10.0.0.2'],
    [2, '203.0.113.9'],
    [3, '6.6.6.6'],
    [8, '6.6.6.6'],
  ])('with %s trusted proxies', (hops, address) => {
    expect(addressBehind(hops)(message as unknown as Parameters<ReturnType<typeof addressBehind>>[0])).toBe(address);
  });
});
