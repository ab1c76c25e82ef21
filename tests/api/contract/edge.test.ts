import { mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { Problem } from '#contract/problems.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestFolder } from '#tests/support/database.ts';

const folder = createTestFolder();
mkdirSync(join(folder.directory, 'assets'));
for (const name of ['app.html', 'public.html']) writeFileSync(join(folder.directory, name), `<!doctype html><title>${name}</title>`);
writeFileSync(join(folder.directory, 'assets', 'a.js'), 'export {};');
afterAll(() => folder.dispose());

let logged: string[] = [];
const app = useApp({ clientFolder: folder.directory, logTo: (line) => logged.push(line) });
afterEach(() => {
  logged = [];
});
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') => fetch(app().origin + path, { method, headers });
const page = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };

/** A request as no client library would send it; the whole answer. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(app().origin).port), '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.setEncoding('utf8').on('data', (part: string) => (said += part));
    socket.once('close', () => resolve(said)).once('error', reject);
  });
}
const firstLine = (answer: string): string => answer.split('\r\n', 1)[0] ?? '';

describe('HEAD', () => {
  it.each([
    '/api/v1/register/powers',
    '/api/v1/menu/items',
    '/api/v1/nothing',
    '/api/v1/openapi.json',
    '/healthz',
    '/',
    '/app',
    '/nowhere',
  ])('returns what GET does, without a body: %s', async (path) => {
    const [read, head] = [await get(path), await get(path, {}, 'HEAD')];
    const body = await read.text();
    expect([head.status, await head.text()]).toEqual([read.status, '']);
    expect(body).not.toBe('');
    for (const name of ['content-type', 'content-length', 'cache-control', 'etag', 'x-content-type-options'])
      expect(head.headers.get(name), name).toBe(read.headers.get(name));
  });

  it('is named where GET is', async () => {
    const { status, headers } = await get('/api/v1/register/powers', {}, 'PUT');
    expect([status, headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });
});

describe('a request that cannot be understood', () => {
  it.each([
    ['/powers/%zz', 400],
    ['/app/%ff', 400],
    ['/townships/%E0%A4%A', 400],
    ['/icon.svg', 404],
    ['/assets/none.js', 404],
    ['/assets/%zz', 404],
    ['/assets/..%2fapp.html', 404],
    ['/assets/%00', 404],
    ['/api/v1/docs/viewer/%zz', 404],
    ['/api/v1/docs/viewer/none.css', 404],
    ['/api/v1/orders/%zz', 404],
    ['/api/v1/%', 404],
    ['/API/V1/register/powers', 404],
    ['/metrics', 404],
  ])('%s is %i, for a program and for a browser', async (path, status) => {
    const document = await get(path);
    const problem: unknown = await document.json();
    expect([document.status, document.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect(Problem.safeParse(problem).success).toBe(true);
    const shown = await get(path, page);
    expect(shown.status).toBe(status);
    expect(`${JSON.stringify(problem)}${await shown.text()}`).not.toMatch(/\bat \S+:\d+|node_modules|Error:/);
    expect(logged).toEqual([]);
  });

  it('is no fault of ours in its query, its Host or its range', async () => {
    expect((await get('/api/v1/register/powers?q=%zz&limit=%ff')).status).toBe(400);
    expect((await get('/app?next=%zz')).status).toBe(200);
    expect((await get('/assets/a.js', { range: 'bytes=900-' })).status).toBe(200);
    expect((await get('/assets/a.js', { 'if-match': '"none"' })).status).toBe(412);
    const end = 'Connection: close\r\n\r\n';
    expect(firstLine(await raw(`GET /app HTTP/1.1\r\nHost: [::bad\r\n${end}`))).toContain('200');
    expect(firstLine(await raw(`GET http://[bad/app HTTP/1.1\r\nHost: x\r\n${end}`))).toMatch(/ 4\d\d /);
    expect(firstLine(await raw(`GET http://x/api/v1/register/powers HTTP/1.1\r\nHost: x\r\n${end}`))).toContain('200');
    expect(firstLine(await raw(`GET /app HTTP/1.1\r\n${end}`))).toContain('400');
    expect(firstLine(await raw(`GET /app HTTP/1.1\r\nHost: x\r\nbad header\r\n${end}`))).toContain('400');
    expect(firstLine(await raw(`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n${end}`))).toContain('431');
    expect(logged).toEqual([]);
  });

  it.each([
    ['application/json; charset=utf-16', {}, 'unsupported_media'],
    ['application/json; charset=utf-8; =;', {}, null],
    ['application/json; charset', {}, null],
    ['application/json', { 'content-encoding': 'br' }, 'unsupported_media'],
    ['application/json', { 'content-encoding': 'nonsense' }, 'unsupported_media'],
  ] as const)('by its media type: %s %j', async (type, more, code) => {
    const headers = { 'content-type': type, 'idempotency-key': 'media-type-1', ...more };
    const { status, problem } = await app().as('eastclerk').send('POST', '/orders', { body: '{"name":"三月","lines":[]}', headers });
    if (code) expect([status, problem.code]).toEqual([415, code]);
    expect(status).toBeLessThan(500);
    expect(logged).toEqual([]);
  });

  it('because its sender hangs up half-way', async () => {
    const socket = connect(Number(new URL(app().origin).port), '127.0.0.1');
    const head = [
      'POST /api/v1/session HTTP/1.1',
      'Host: x',
      'Content-Type: application/json',
      'Content-Length: 100',
      'Idempotency-Key: hang-up-1',
    ];
    await new Promise<void>((resolve) => socket.write(`${head.join('\r\n')}\r\n\r\n{"user`, () => resolve()));
    socket.destroy();
    expect((await get('/healthz')).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(logged).toEqual([]);
  });

  it('is refused before its body is read, when there is no session', async () => {
    const head = `POST /api/v1/orders HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nConnection: close\r\n\r\n`;
    expect(firstLine(await raw(head))).toContain('401');
  });
});

describe('an address that does not exist', () => {
  it('gives a browser a page in both languages, under a strict policy', async () => {
    const shown = await get('/nowhere', page);
    const { status, headers } = shown;
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src 'unsafe-inline'");
    const text = await shown.text();
    expect(text).toContain('没有这个页面');
    expect(text).toContain('There is no such page');
    expect(text).toMatch(/<style nonce="[\w+/=]{24}">/);
    expect(text).not.toContain('<script');
  });

  it('gives a program a problem document, and so does the API to everybody', async () => {
    for (const [path, headers] of [
      ['/nowhere', { accept: '*/*' }],
      ['/nowhere', { accept: 'application/json' }],
      ['/api/v1/nowhere', page],
      ['/api', page],
    ] as const)
      expect((await get(path, headers)).headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  });
});
