import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const own = (): string => (process.env['E2E_CLAIMS'] ??= mkdtempSync(join(tmpdir(), 'county-power-menu-claims-')));

/** True for the first who asks, in whichever worker of this run: a folder is made once. */
export function claim(what: string): boolean {
  try {
    mkdirSync(join(own(), createHash('sha256').update(what).digest('hex')));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
