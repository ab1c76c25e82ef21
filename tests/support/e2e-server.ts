import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from './product.ts';

/**
 * Before the first journey: one fresh demo county is made and put aside. Every worker then starts the built product on a
 * copy of its own (tests/e2e/support/fixtures.ts), so that no journey meets what another has left behind.
 */
export default async function prepareCounty(): Promise<() => void> {
  const base = mkdtempSync(join(tmpdir(), 'county-power-menu-e2e-'));
  const [folder, claims] = [join(base, 'county'), join(base, 'claims')];
  const remove = () => rmSync(base, { recursive: true, force: true });
  // What the workers of this run tell each other (tests/e2e/support/claims.ts).
  mkdirSync(claims);
  process.env['E2E_CLAIMS'] = claims;
  if (process.env['BASE_URL']) return remove;
  try {
    const begun = performance.now();
    const product = await startProduct({ dataFolder: folder });
    const code = await product.stop();
    // The copies are only as good as this file: a product that does not close it properly is not tested further.
    if (code !== 0) throw new Error(`the product ended with ${code} when asked to stop:\n${product.said()}`);
    console.log(`demo county made in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    process.env['E2E_COUNTY'] = folder;
  } catch (error) {
    remove();
    throw error;
  }
  return remove;
}
