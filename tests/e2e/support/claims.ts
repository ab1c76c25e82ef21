import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** True for the first who asks, in whichever worker of this run: a folder is made once. */
export function claim(what: string): boolean {
  const folder = process.env['E2E_CLAIMS'];
  if (!folder) throw new Error('no folder for claims: tests/support/e2e-server.ts did not run');
  try {
    mkdirSync(join(folder, createHash('sha256').update(what).digest('hex')));
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
