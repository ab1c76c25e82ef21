// npm test: runs every runner even if an earlier one fails, adds up what they report, and says the true count last.
// node tests/support/run-all.mjs [name ...] runs only the named ones.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { steps } from './steps.mjs';

/** @typedef {import('./steps.mjs').Step} Step */
/** @typedef {import('./steps.mjs').Count & { name: string, seconds: number }} Line */

const root = fileURLToPath(new URL('../..', import.meta.url));

/** However slow the machine, there is an answer in less than half an hour, which begins with npm ci and the compiling of the driver. */
const deadline = performance.now() + 23 * 60_000;

/** @type {number | undefined} */
let running;

// Each runner leads its own process group, so that a runner out of time goes with everything it started.
/** @param {NodeJS.Signals} signal */
const stopRunning = (signal) => {
  try {
    if (running !== undefined) process.kill(-running, signal);
  } catch {
    // Already gone.
  }
};

/** @param {Step} step @returns {Promise<boolean>} whether it ended well and in time */
function run(step) {
  return new Promise((resolve) => {
    const env = { ...process.env, ...step.env };
    const child = spawn(process.execPath, step.words, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
    running = child.pid;
    const allowed = Math.max(0, Math.min(step.minutes * 60_000, deadline - performance.now()));
    const limit = setTimeout(() => {
      console.error(`${step.name}: not done after ${(allowed / 60_000).toFixed(1)} minutes, stopped`);
      stopRunning('SIGKILL');
    }, allowed);
    /** @param {boolean} isGreen */
    const end = (isGreen) => {
      clearTimeout(limit);
      running = undefined;
      resolve(isGreen);
    };
    child.once('error', (error) => {
      console.error(`${step.name}: ${error.message}`);
      end(false);
    });
    child.once('exit', (code) => end(code === 0));
  });
}

/** @param {readonly Line[]} lines */
function table(lines) {
  const row = (/** @type {readonly (string | number)[]} */ cells) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(14) : String(cell).padStart(9))).join('');
  console.log(`\n${row(['', 'passed', 'failed', 'skipped', 'seconds'])}`);
  for (const line of lines) console.log(row([line.name, line.passed, line.failed, line.skipped, line.seconds.toFixed(1)]));
}

/** @param {string[]} wanted @param {string} reports */
function choose(wanted, reports) {
  const all = steps(reports);
  const unknown = wanted.filter((name) => !all.some((step) => step.name === name));
  if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(', ')}; there are: ${all.map((step) => step.name).join(', ')}`);
  return wanted.length === 0 ? all : all.filter((step) => wanted.includes(step.name));
}

/** @param {readonly Step[]} chosen */
async function runAll(chosen) {
  /** @type {Line[]} */
  const lines = [];
  for (const [index, step] of chosen.entries()) {
    console.log(`\n[${index + 1}/${chosen.length}] ${step.name}`);
    const begun = performance.now();
    const isGreen = await run(step);
    const line = { name: step.name, ...step.count(isGreen), seconds: (performance.now() - begun) / 1000 };
    console.log(`[${index + 1}/${chosen.length}] ${step.name}: ${line.failed === 0 ? 'ok' : 'FAILED'} after ${line.seconds.toFixed(1)} s`);
    lines.push(line);
  }
  return lines;
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    stopRunning(signal);
    process.exit(1);
  });
}

const reports = mkdtempSync(join(tmpdir(), 'county-power-menu-tests-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

const lines = await runAll(choose(process.argv.slice(2), reports));
table(lines);
const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ part) => lines.reduce((total, line) => total + line[part], 0);
const skipped = sum('skipped');
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
