import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { countConnections } from '#server/http/connections.ts';
import { watchSenders } from '#server/http/slow-senders.ts';
import { serve } from '#server/serve.ts';
import { createTestFolder, createTestInstallation } from '#tests/support/database.ts';

/** Small numbers: what lasts minutes in service lasts tenths of a second here. */
const limits = { windowMs: 100, leastBytes: 20, mostBytes: 5_000 };
let server: Server;
let endWatch: () => void;
let ended: number;

const count: RequestListener = (message, response) => {
  let bytes = 0;
  message.on('error', () => undefined);
  if (message.url === '/refused') response.writeHead(401).end();
  else message.on('data', (part: Buffer) => (bytes += part.length)).on('end', () => response.end(String(bytes)));
};

beforeEach(async () => {
  server = createServer({ requestTimeout: 0, headersTimeout: 300, connectionsCheckingInterval: 50 });
  ended = 0;
  endWatch = watchSenders(countConnections(server, count), limits, () => (ended += 1));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  endWatch();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function open(text: string): { readonly socket: Socket; readonly said: () => string; readonly closed: Promise<unknown> } {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
  let said = '';
  socket.setEncoding('utf8').on('data', (part: string) => (said += part));
  socket.on('error', () => undefined);
  socket.write(text);
  // `once` would fail on what a write to a connection that was let go may meet (EPIPE, ECONNRESET).
  return { socket, said: () => said, closed: new Promise((resolve) => socket.once('close', resolve)) };
}
const post = (path: string, bytes: number): string => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(bytes)}\r\n\r\n`;

/** So many bytes at a time until the end, or until the connection is gone. */
async function send(socket: Socket, bytes: number, atOnce: number, everyMs: number): Promise<void> {
  for (let sent = 0; sent < bytes && !socket.destroyed; sent += atOnce) {
    socket.write('x'.repeat(Math.min(atOnce, bytes - sent)));
    await pause(everyMs);
  }
}

describe('a sender on a slow line', () => {
  it('may take as long as it needs, many times the window, when it goes on', async () => {
    const { socket, said } = open(post('/', 1_500));
    await send(socket, 1_500, 50, 50);
    for (let waited = 0; !said().includes('1500') && waited < 3_000; waited += 20) await pause(20);
    expect(said()).toContain('1500');
    expect(ended).toBe(0);
  });

  it.each([
    ['says nothing after its head', 0],
    ['drips to hold the connection', 1],
  ])('is let go when it %s', async (_, atOnce) => {
    const { socket, closed } = open(post('/', 1_000));
    if (atOnce > 0) void send(socket, 1_000, atOnce, 30);
    await closed;
    expect(ended).toBe(1);
  });

  it('is let go when it goes on sending what was refused', async () => {
    const { socket, said, closed } = open(post('/refused', 1_000_000));
    void send(socket, 1_000_000, 40, 40);
    await closed;
    expect(said()).toContain('401');
    expect(ended).toBe(1);
  });

  it('is let go when it sends more than anything takes', async () => {
    const { socket, closed } = open('POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
    const flood = setInterval(() => socket.write(`200\r\n${'x'.repeat(512)}\r\n`), 20);
    await closed;
    clearInterval(flood);
    expect(ended).toBe(1);
  });

  it('has no more time for its head than any other', async () => {
    const { socket, said, closed } = open('POST / HTTP/1.1\r\nHost: x\r\n');
    const drip = setInterval(() => socket.write('X-A: b\r\n'), 30);
    await closed;
    clearInterval(drip);
    expect(said()).toContain('408');
  });
});

// Node would end a file of the allowed size on a slow line, however steadily it comes.
it('the portal itself sets no time for a whole request, only for its head', async () => {
  const folder = createTestFolder();
  const { directory: dataDir } = await createTestInstallation(`${folder.directory}/data`);
  const at = { port: 0, host: '127.0.0.1', dataDir, trustProxyHops: 0, publicOrigin: null };
  const portal = await serve({ ...at, logLevel: 'silent', metricsToken: null }, 'test');
  const servers: Server[] = [];
  const seen = (message: unknown): void => void servers.push((message as { readonly server: Server }).server);
  subscribe('http.server.request.start', seen);
  await fetch(`${portal.origin}/healthz`);
  unsubscribe('http.server.request.start', seen);
  await portal.stop();
  folder.dispose();
  expect(servers.map(({ requestTimeout, headersTimeout }) => [requestTimeout, headersTimeout])).toEqual([[0, 20_000]]);
});
