import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { startProduct as startDemo } from '#tests/support/product.ts';
import { drive } from './drive.ts';
import type { Sent } from './operations.ts';
import { startProduct, type Running } from './servers.ts';

export interface CountyMemory {
  readonly startMs: number;
  /** Proportional set size in bytes; null where the system does not tell. */
  readonly idle: number | null;
  /** The same after citizens have looked around. */
  readonly used: number | null;
}

/** Until what a start has used and will not use again is given back. */
const restMs = 15_000;
const looks = 400;
const publicPages = [
  '/',
  '/api/v1/register',
  '/api/v1/register/powers',
  '/api/v1/register/holdings?limit=50',
  '/api/v1/register/documents',
];

/** The processes of a province on one machine: so many counties, each with a data folder of its own, copies of one demo county. */
export async function measureProvince(count: number, base: string): Promise<readonly CountyMemory[]> {
  const first = join(base, 'county');
  await (await startDemo({ dataFolder: first })).stop();
  const counties: Running[] = [];
  try {
    for (let nth = 1; nth <= count; nth += 1) {
      const folder = join(base, `county-${String(nth)}`);
      cpSync(first, folder, { recursive: true });
      counties.push(await startProduct(folder, null));
    }
    await pause(restMs);
    const idle = counties.map((county) => county.share());
    for (const county of counties) await lookAround(county);
    await pause(restMs);
    const used = counties.map((county) => county.share());
    return counties.map(({ startMs }, nth) => ({ startMs, idle: idle[nth] ?? null, used: used[nth] ?? null }));
  } finally {
    await Promise.all(counties.map((county) => county.stop()));
  }
}

async function lookAround({ origin }: Running): Promise<void> {
  let nth = 0;
  const next = (): Sent => ({ method: 'GET', path: publicPages[nth++ % publicPages.length] ?? '/' });
  await drive(origin, 4, looks, next);
}
