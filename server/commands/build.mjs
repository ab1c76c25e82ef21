// Builds the product into dist/: one bundle per command for the server, hashed assets for the client.
// Plain JavaScript, because it must run before anything is built.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const stampPath = join(dist, 'build.json');
const sources = ['server', 'client', 'db', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** @param {string} path @returns {string[]} every file at or below `path`, in a stable order */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  const entries = readdirSync(path, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? filesBelow(join(path, entry.name)) : [join(path, entry.name)])).sort();
}

/** Contents, not times: a checkout or a copy changes times without changing the product. */
export function fingerprint() {
  const hash = createHash('sha256').update(process.versions.modules);
  for (const file of sources.flatMap((source) => filesBelow(join(root, source)))) {
    if (file.endsWith('.md')) continue;
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

export function isStale() {
  // A release carries dist without the client's sources: there is nothing to compare with and nothing to build from.
  if (existsSync(stampPath) && !existsSync(join(root, 'client'))) return false;
  if (!existsSync(stampPath)) return true;
  try {
    const stamp = /** @type {{ fingerprint?: string }} */ (JSON.parse(readFileSync(stampPath, 'utf8')));
    return stamp.fingerprint !== fingerprint();
  } catch {
    return true;
  }
}

/** Flat names, so that `new URL('./<name>.worker.js', import.meta.url)` holds from every bundle. */
function serverEntries() {
  const commands = filesBelow(join(root, 'server', 'commands')).filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
  const workers = ['server', 'db'].flatMap((room) => filesBelow(join(root, room))).filter((file) => file.endsWith('.worker.ts'));
  const main = join(root, 'server', 'main.ts');
  const files = new Set([...(existsSync(main) ? [main] : []), ...commands, ...workers]);
  return [...files].map((file) => ({ in: file, out: basename(file, '.ts') }));
}

/** @param {string} outdir */
async function buildServer(outdir) {
  const entries = serverEntries();
  const twice = entries.find((entry, index) => entries.findIndex((other) => other.out === entry.out) !== index);
  if (twice) throw new Error(`two entries would both become dist/server/${twice.out}.js: rename ${relative(root, twice.in)}`);
  if (entries.length === 0) throw new Error('no server entry found: server/main.ts and server/commands/*.ts are missing');
  const { build } = await import('esbuild');
  await build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return entries.length;
}

/** @param {string} outdir @returns {Promise<void>} */
function buildClient(outdir) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const words = [vite, 'build', '-c', 'client/vite.config.ts', '--outDir', outdir, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', reject);
    child.once('exit', (code, signal) => (code === 0 ? resolve() : reject(new Error(`the client build ended with ${signal ?? code}`))));
  });
}

/** @param {string} lock a lock whose owner is dead, or died before it could sign, blocks no other build */
function isAbandoned(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return existsSync(lock) && Date.now() - statSync(lock).mtimeMs > 5_000;
    return code === 'ESRCH';
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * Two commands started at once must not build into each other. The lock is a folder: making one is atomic.
 * @template T @param {() => Promise<T>} work @returns {Promise<T>}
 */
async function alone(work) {
  const lock = join(dist, '.building');
  mkdirSync(dist, { recursive: true });
  for (let waited = false; ; waited = true) {
    try {
      mkdirSync(lock);
      break;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    if (!waited) console.log('build: another build is running, waiting for it');
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else await pause(500);
  }
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @template T @param {string} title @param {() => Promise<T>} work @returns {Promise<T>} */
async function step(title, work) {
  const begun = performance.now();
  console.log(`build: ${title} ...`);
  const result = await work();
  console.log(`build: ${title} done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

/**
 * Built aside and moved into place, so that a failed build leaves the last good one alone.
 * @param {{ ifStale: boolean }} options
 */
export async function build({ ifStale }) {
  if (ifStale && !isStale()) return;
  await alone(async () => {
    if (ifStale && !isStale()) return;
    const print = fingerprint();
    const next = join(dist, '.next');
    rmSync(next, { recursive: true, force: true });
    try {
      await step('server', () => buildServer(join(next, 'server')));
      await step('client', () => buildClient(join(next, 'client')));
      rmSync(stampPath, { force: true });
      for (const part of ['server', 'client']) {
        rmSync(join(dist, part), { recursive: true, force: true });
        renameSync(join(next, part), join(dist, part));
      }
      writeFileSync(stampPath, `${JSON.stringify({ fingerprint: print })}\n`);
      console.log(`build: ready in dist${sep}`);
    } finally {
      rmSync(next, { recursive: true, force: true });
    }
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await build({ ifStale: process.argv.includes('--if-stale') });
  } catch (error) {
    console.error(`build: failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
