import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { dataFolder } from '#db/data-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const product = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));
const edge = fileURLToPath(new URL('./edge-server.ts', import.meta.url));
const floor = fileURLToPath(new URL('./floor.ts', import.meta.url));

export interface Running {
  readonly origin: string;
  /** From the start of the process to its first answer. */
  readonly startMs: number;
  /** Resident memory now, in bytes; null where the system does not tell. */
  readonly resident: () => number | null;
  /** Its share of memory now (PSS), in bytes: what several processes have in common is divided among them; null where the system does not tell. */
  readonly share: () => number | null;
  /** Milliseconds of processor time so far; null where the system does not tell. */
  readonly worked: () => number | null;
  readonly stop: () => Promise<void>;
}

export async function startProduct(folder: string, profiles: string | null): Promise<Running> {
  const port = await freePort();
  const flags = [...flagsOfStart(), ...(profiles ? ['--cpu-prof', `--cpu-prof-dir=${profiles}`] : [])];
  const settings = { NODE_ENV: 'production', HOST: '127.0.0.1', PORT: String(port), DATA_DIR: folder, LOG_LEVEL: 'warn' };
  return run([...flags, product], settings, port, '/readyz');
}

/** The same as `npm start`: how much memory the program takes is partly said there. */
function flagsOfStart(): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

export async function startFloor(folder: string): Promise<Running> {
  const port = await freePort();
  return run(['--import', 'tsx', floor, dataFolder(folder).database, String(port)], { NODE_ENV: 'production' }, port, '/requests/none');
}

export type EdgeSide = 'bare' | 'edge';

/** Bundled as the product is: what is compiled while it runs costs more a call. Beside it, where its packages are found. */
export async function buildEdge(): Promise<string> {
  const outfile = fileURLToPath(new URL('../../dist/bench/edge-server.mjs', import.meta.url));
  const shape = { bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', logLevel: 'warning' } as const;
  await build({ ...shape, absWorkingDir: root, entryPoints: [edge], outfile });
  return outfile;
}

export async function startEdge(program: string, side: EdgeSide): Promise<Running> {
  const port = await freePort();
  return run([...flagsOfStart(), program, side, String(port)], { NODE_ENV: 'production' }, port, '/api/v1/things/none');
}

async function run(words: readonly string[], settings: Record<string, string>, port: number, path: string): Promise<Running> {
  const begunAt = performance.now();
  const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, ...settings }, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (said = (said + part).slice(-4000)));
  const origin = `http://127.0.0.1:${port}`;
  while (!(await answers(origin + path))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`a server ended with ${child.signalCode ?? child.exitCode} before it answered:\n${said}`);
    if (performance.now() - begunAt > 300_000) throw new Error(`a server gave no answer within 5 minutes:\n${said}`);
    await pause(5);
  }
  const startMs = performance.now() - begunAt;
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
    if (said !== '') console.error(said);
  };
  return {
    origin,
    startMs,
    resident: () => residentOf(child.pid),
    share: () => shareOf(child.pid),
    worked: () => workedBy(child.pid),
    stop,
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

const residentOf = (pid: number | undefined): number | null => bytesIn(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB/m);
const shareOf = (pid: number | undefined): number | null => bytesIn(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m);

function bytesIn(file: string, line: RegExp): number | null {
  try {
    const kilobytes = line.exec(readFileSync(file, 'utf8'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}

/** User and system time, in hundredths of a second, follow the name in parentheses. */
function workedBy(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
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

export const machine = (): string => `Node ${process.version}, ${cpus().length} cores, ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
