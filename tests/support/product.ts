import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('../../server/commands/run.mjs', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Product {
  /** On localhost, where a browser accepts Secure cookies without TLS. */
  readonly origin: string;
  readonly pid: number;
  /** Everything it has said so far. */
  readonly said: () => string;
  /** Asks it to stop, as an operator would; the exit code. */
  readonly stop: () => Promise<number | null>;
  /** Ends it as a power cut would. */
  readonly kill: () => Promise<void>;
}

export interface Start {
  readonly dataFolder: string;
  readonly command?: 'demo' | 'main';
  readonly seconds?: number;
  readonly env?: Readonly<Record<string, string>>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

async function isReady(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(2_000) })).status === 200;
  } catch {
    return false;
  }
}

/** Starts the built product (building it first if it is out of date) and waits until it is ready. */
export async function startProduct({ dataFolder, command = 'demo', seconds = 120, env = {} }: Start): Promise<Product> {
  const port = await freePort();
  const settings = { ...process.env, NODE_ENV: 'production', ...env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataFolder };
  const child = spawn(process.execPath, [runner, command], { cwd: root, env: settings, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (text += part));
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals) => {
    if (!hasEnded()) child.kill(signal);
    await ended;
    return child.exitCode;
  };
  const deadline = performance.now() + seconds * 1000;
  while (!(await isReady(`http://127.0.0.1:${port}`))) {
    if (hasEnded()) throw new Error(`the product ended with ${child.signalCode ?? child.exitCode} before it was ready:\n${text}`);
    if (performance.now() > deadline) {
      await end('SIGKILL');
      throw new Error(`the product was not ready after ${seconds} s:\n${text}`);
    }
    await pause(50);
  }
  return {
    origin: `http://localhost:${port}`,
    pid: child.pid ?? 0,
    said: () => text,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
  };
}
