import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Tx } from '#db/connection.ts';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { accounts } from '#db/schema/accounts.ts';
import { sessions } from '#db/schema/sign-in.ts';
import { createTestInstallation } from './database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

export interface ServerProcess {
  readonly origin: string;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
  /** Asks it to stop, as an operator would. */
  readonly stop: () => Promise<Stopped>;
}

export interface Stopped {
  readonly code: number | null;
  readonly milliseconds: number;
}

/** The real server from its source, in a process of its own that can be killed. */
export async function startServer(directory: string): Promise<ServerProcess> {
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: directory, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, ['--import', 'tsx', main], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(child, 'close');
  let said = '';
  const origin = new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        const found = /"origin":"(http:[^"]+)"/.exec(said)?.[1];
        if (found) resolve(found);
      });
    }
    child.once('exit', () => reject(new Error(`the server ended before it was ready:\n${said}`)));
  });
  return {
    origin: await origin,
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
    async stop() {
      const begunAt = performance.now();
      child.kill('SIGTERM');
      await closed;
      return { code: child.exitCode, milliseconds: performance.now() - begunAt };
    },
  };
}

/** A data folder with a county in it, everybody of which is signed in. */
export async function createCounty(directory: string, seed: (tx: Tx) => void): Promise<void> {
  await createTestInstallation(directory);
  const { db, release } = openInstallation(directory, 'test', findMigrations());
  const tx = db as Tx;
  seed(tx);
  const now = Date.now();
  for (const { id } of tx.select({ id: accounts.id }).from(accounts).all()) {
    const times = { createdAt: now, lastSeenAt: now, expiresAt: now + 3_600_000 };
    tx.insert(sessions)
      .values({
        tokenHash: createHash('sha256').update(id).digest('base64url'),
        id: `session-${id}`,
        accountId: id,
        address: '',
        userAgent: '',
        ...times,
      })
      .run();
  }
  db.$client.close();
  release();
}

export interface Sent {
  readonly status: number;
  readonly body: unknown;
}

/** One request of somebody; throws when the server is gone. */
export async function send(
  origin: string,
  account: string,
  path: string,
  input: { readonly key: string; readonly version?: number; readonly body: unknown },
): Promise<Sent> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method: 'POST',
    headers: {
      cookie: `__Host-session=${account}`,
      origin,
      'content-type': 'application/json',
      'idempotency-key': input.key,
      ...(input.version === undefined ? {} : { 'if-match': `"${String(input.version)}"` }),
    },
    body: JSON.stringify(input.body),
  });
  return { status: response.status, body: await response.json() };
}
