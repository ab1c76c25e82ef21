import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';

export type Verdict =
  | { readonly kind: 'sound' }
  | { readonly kind: 'damaged'; readonly finding: string }
  /** The check itself came to nothing; it says nothing about the file. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface BackgroundCheck {
  readonly verdict: Promise<Verdict>;
  /** Stopping the server does not wait for the check. */
  readonly stop: () => void;
}

/** The check runs in the background, so that no request waits for it. */
const lowPriority = 10;

/** Reads a whole database while it is served, in a process of its own. */
export function checkInBackground(path: string): BackgroundCheck {
  const child = spawn(process.execPath, [...program(), path], { stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => lines.push(text));
  const complaints: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text: string) => complaints.push(text.slice(0, 1000)));
  if (child.pid !== undefined) yieldToOthers(child.pid);
  const verdict = new Promise<Verdict>((resolve) => {
    child.once('error', (error) => resolve({ kind: 'unknown', reason: error.message }));
    child.once('close', () => resolve(read(lines.join('')) ?? { kind: 'unknown', reason: complaints.join('').slice(0, 1000) }));
  });
  return { verdict, stop: () => void child.kill('SIGKILL') };
}

function read(text: string): Verdict | null {
  try {
    const { finding } = JSON.parse(text) as { readonly finding: string | null };
    return finding === null ? { kind: 'sound' } : { kind: 'damaged', finding };
  } catch {
    return null;
  }
}

/** The bundle beside the built server, or its source where that runs from sources. */
function program(): string[] {
  const built = new URL('./quick-check.worker.js', import.meta.url);
  if (existsSync(built)) return [fileURLToPath(built)];
  return ['--import', 'tsx', fileURLToPath(new URL('./quick-check.worker.ts', import.meta.url))];
}

function yieldToOthers(pid: number): void {
  try {
    setPriority(pid, lowPriority);
  } catch {
    // It has ended already, or the system has no priorities.
  }
}
