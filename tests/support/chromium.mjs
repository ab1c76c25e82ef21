// Finds a Chromium for the browser tests, or gets one. There is no way past it: without a browser the tests fail, they are not skipped.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser that looks up nothing by itself, also where it is run by root in a closed network. */
export const launchFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name */
const onPath = (name) =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isExecutable);

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return path !== '' && isExecutable(path) ? path : undefined;
}

/** The browser that is already here, or undefined. */
export async function findChromium() {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not an executable file`);
    return named;
  }
  for (const name of names) {
    const found = onPath(name);
    if (found) return found;
  }
  return playwrightsOwn();
}

/** @param {string} command @param {readonly string[]} words */
function attempt(command, words) {
  console.log(`chromium: ${command} ${words.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, words, { stdio: ['ignore', 'inherit', 'inherit'], env, timeout: 600_000 }).status === 0;
}

const canUseApt = () => process.getuid?.() === 0 && onPath('apt-get') !== undefined;

function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return listed.status === 0 ? listed.stdout.trim() !== '' : existsSync('/usr/share/fonts/opentype/noto');
}

/** Screens are laid out in Chinese: without a font they are boxes, and screenshots say nothing. Best effort. */
export function ensureChineseFont() {
  if (hasChineseFont() || !canUseApt()) return;
  if (attempt('apt-get', ['update', '-qq'])) attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'fonts-noto-cjk']);
}

/** The path of a Chromium, installed if need be. */
export async function ensureChromium() {
  const here = await findChromium();
  if (here) return here;
  const cli = fileURLToPath(new URL('../../node_modules/@playwright/test/cli.js', import.meta.url));
  if (attempt(process.execPath, [cli, 'install', 'chromium'])) {
    const own = await playwrightsOwn();
    if (own) return own;
  }
  if (canUseApt() && attempt('apt-get', ['update', '-qq'])) attempt('apt-get', ['install', '-y', '-qq', 'chromium']);
  const installed = await findChromium();
  if (installed) return installed;
  throw new Error('no Chromium found and none could be installed: install one (Debian: apt-get install chromium) or set CHROMIUM_PATH');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const path = await ensureChromium();
    ensureChineseFont();
    console.log(`chromium: ${path}`);
  } catch (error) {
    console.error(`chromium: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
