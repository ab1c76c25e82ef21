import { existsSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataFolder, type DataFolder } from '#db/data-folder.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { verifyAudit } from '#server/records/audit.ts';
import { countyOf } from '#tests/builders/many-townships.ts';
import { lineFor } from '#tests/builders/orders.ts';
import { createTestFolder } from '#tests/support/database.ts';
import { createCounty, send, startServer, type ServerProcess } from '#tests/support/server-process.ts';

const townships = 16;
let test: ReturnType<typeof createTestFolder>;
let folder: DataFolder;
let server: ServerProcess;
let sockets: Socket[];

beforeEach(async () => {
  test = createTestFolder();
  folder = dataFolder(join(test.directory, 'data'));
  sockets = [];
  await createCounty(folder.directory, countyOf(townships));
  server = await startServer(folder.directory);
}, 90_000);
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await server.kill();
  test.dispose();
});

/** A connection whose far end says nothing by itself. */
async function open(): Promise<Socket & { readonly said: () => string }> {
  const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  // A server that stops may cut a connection off.
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return Object.assign(socket, { said: () => text });
}

const bodyOf = (id: string): string =>
  JSON.stringify({ name: '点单', lines: [lineFor('fine', { officerIds: [`officer-${id}`] })], submit: true });
const headOf = (id: string, bytes: number): string =>
  [
    'POST /api/v1/orders HTTP/1.1',
    `Host: ${new URL(server.origin).host}`,
    `Cookie: __Host-session=lead-${id}`,
    'Sec-Fetch-Site: same-origin',
    'Content-Type: application/json',
    `Content-Length: ${String(bytes)}`,
    `Idempotency-Key: order-${id}`,
    'Connection: keep-alive',
    '\r\n',
  ].join('\r\n');

/** What is left behind by a stop in good order. */
function expectGoodOrder(stopped: Awaited<ReturnType<ServerProcess['stop']>>): void {
  expect(stopped.code).toBe(0);
  expect(stopped.milliseconds).toBeLessThan(10_000);
  expect(existsSync(`${folder.database}-wal`)).toBe(false);
  expect(existsSync(folder.cleanStop)).toBe(true);
  expect(existsSync(folder.owner)).toBe(false);
}

async function ordersStored(): Promise<number> {
  const { db, release } = openInstallation(folder.directory, 'test', findMigrations());
  try {
    expect((await verifyAudit(db)).isIntact).toBe(true);
    return Number(db.$client.prepare('SELECT count(*) FROM orders').pluck().get());
  } finally {
    db.$client.close();
    release();
  }
}

it('stops under load: what it does it acknowledges, and what it does not acknowledge it does not do', async () => {
  let acknowledged = 0;
  let stopping: ReturnType<ServerProcess['stop']> | undefined;
  const work = Array.from({ length: townships }, async (_, index) => {
    const account = `lead-t${String(index)}`;
    for (let round = 0; round < 200; round += 1) {
      // Without submission, so that one township may have many.
      const { status } = await send(server.origin, account, '/orders', {
        key: `load-${account}-${String(round)}`,
        body: { name: '点单', lines: [] },
      });
      if (status !== 201) return;
      acknowledged += 1;
      if (acknowledged === 60) stopping = server.stop();
    }
  });
  const fates = await Promise.allSettled(work);
  expectGoodOrder(await (stopping ?? server.stop()));
  expect(acknowledged).toBeGreaterThanOrEqual(60);
  expect(fates.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
  expect(await ordersStored()).toBe(acknowledged);
});

it('stops although connections are silent, and one has sent half a head', async () => {
  await open();
  const half = await open();
  half.write('POST /api/v1/orders HTTP/1.1\r\nHost: ');
  const resting = await open();
  resting.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  while (!resting.said().includes('"ok"')) await pause(20);
  expectGoodOrder(await server.stop());
});

it('stops although a sender drips its body, of which nothing is kept', async () => {
  const slow = await open();
  const body = bodyOf('t0');
  slow.write(headOf('t0', Buffer.byteLength(body)));
  let sent = 0;
  const drip = setInterval(() => slow.write(body[(sent += 1)] ?? ''), 100);
  await pause(300);
  const stopped = await server.stop();
  clearInterval(drip);
  expectGoodOrder(stopped);
  expect(await ordersStored()).toBe(0);
});

it('finishes the request in flight on a connection that is kept alive, and tells its client to close', async () => {
  const alive = await open();
  const body = bodyOf('t0');
  alive.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n');
  while (!alive.said().includes('"ok"')) await pause(20);
  alive.write(headOf('t0', Buffer.byteLength(body)) + body.slice(0, 20));
  await pause(300);
  const stopping = server.stop();
  await pause(500);
  alive.write(body.slice(20));
  expectGoodOrder(await stopping);
  expect(alive.said()).toMatch(/HTTP\/1\.1 201 Created[^]*Connection: close/i);
  expect(await ordersStored()).toBe(1);
});
