// npm run bench: loads counties, drives the built product and the floor in turns, prints ratios. Its exit code speaks of faults, never of speed.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dataFolder } from '#db/data-folder.ts';
import { ensureCounty } from '#tests/bench/county/fill-county.ts';
import { requestsOf, type Size } from '#tests/bench/county/sizes.ts';
import { timeEdge } from './edge.ts';
import { firstLoads } from './first-load.ts';
import { reportHolders, timeHolders } from './holders.ts';
import { measure, type Contender, type Measured } from './measure.ts';
import { operations, type Side } from './operations.ts';
import { readOptions, type Options } from './options.ts';
import { readPlan, refreshSessions } from './plan.ts';
import { measureProvince } from './province.ts';
import {
  reportAlone,
  reportEdge,
  reportFirstLoads,
  reportGrowth,
  reportProcess,
  reportProvince,
  reportRatios,
  type Sizing,
} from './report.ts';
import { demandStored, demandSameAnswers } from './same-answers.ts';
import { machine, startFloor, startProduct } from './servers.ts';

interface Entry extends Contender {
  readonly folder: string;
  readonly idle: number | null;
  readonly firstStartMs: number | null;
}

/** A side works on a copy of its own, so that the same county can be asked again and again. */
async function enter(side: Side, size: Size, base: string, { profiles }: Options): Promise<Entry> {
  const county = dataFolder(join(base, size.name, 'county'));
  const folder = dataFolder(join(base, size.name, side));
  rmSync(folder.directory, { recursive: true, force: true });
  mkdirSync(folder.directory, { recursive: true });
  copyFileSync(county.database, folder.database);
  copyFileSync(county.marker, folder.marker);
  const plan = readPlan(folder.database, size);
  refreshSessions(folder.database, Date.now());
  // A copy is read from end to end before it is served; what counts is the start of a county that has stopped in good order.
  const first = side === 'product' ? await startProduct(folder.directory, null) : null;
  await first?.stop();
  const server = side === 'product' ? await startProduct(folder.directory, profiles) : await startFloor(folder.directory);
  return {
    side,
    size,
    plan,
    server,
    firstStartMs: first?.startMs ?? null,
    acknowledged: new Map(),
    folder: folder.directory,
    idle: server.resident(),
  };
}

/** Into `entries` one by one: an entry that has been started must be stopped, even when the next cannot start. */
async function enterAll(entries: Entry[], options: Options, base: string): Promise<void> {
  for (const size of options.sizes) {
    await ensureCounty(join(base, size.name, 'county'), size, Date.now());
    console.log(
      `size ${size.name}: ${[size.powers, size.townships, size.orders, requestsOf(size)].map((count) => count.toLocaleString('en')).join(', ')} powers, townships, orders, requests`,
    );
    entries.push(await enter('floor', size, base, options));
    if (!options.isFloorAlone) entries.push(await enter('product', size, base, options));
  }
}

async function compare(options: Options, base: string): Promise<void> {
  const entries: Entry[] = [];
  const sizings: Sizing[] = [];
  const measured: Measured[] = [];
  try {
    await enterAll(entries, options, base);
    for (const product of entries.filter(({ side }) => side === 'product')) {
      const floor = entries.find(({ side, size }) => side === 'floor' && size === product.size);
      if (floor) await demandSameAnswers(product, floor);
    }
    const chosen = operations.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
    for (const operation of chosen) {
      console.log(`${operation.name}: ${operation.what}`);
      measured.push(...(await measure(operation, entries, options)));
    }
  } finally {
    for (const { side, size, server, idle, firstStartMs } of entries) {
      if (side === 'product') sizings.push({ size: size.name, startMs: server.startMs, firstStartMs, idle, after: server.resident() });
      await server.stop();
    }
  }
  for (const entry of entries) demandStored(entry, dataFolder(entry.folder).database);
  reportAll(options, measured, sizings);
}

function reportAll({ sizes, concurrencies, isFloorAlone }: Options, measured: readonly Measured[], sizings: readonly Sizing[]): void {
  if (isFloorAlone) {
    reportAlone(measured);
    return;
  }
  for (const { name } of sizes) reportRatios(measured, name, concurrencies);
  const [first, last] = [sizes[0], sizes.at(-1)];
  if (first && last && first !== last) reportGrowth(measured, first.name, last.name, concurrencies);
  reportProcess(sizings);
  reportFirstLoads(firstLoads());
}

async function measureCounty(options: Options, base: string): Promise<void> {
  if (!options.isEdgeAlone) await compare(options, base);
  if (!options.isFloorAlone) reportEdge(await timeEdge(options.rounds));
  if (!options.isEdgeAlone && options.intervals > 0) reportHolders(await timeHolders(join(base, 'holders'), options.intervals));
}

const options = readOptions(process.argv.slice(2));
const base = options.directory ?? mkdtempSync(join(tmpdir(), 'county-power-menu-bench-'));
console.log(`${machine()}; ${options.rounds} rounds of ${options.seconds} s`);
try {
  if (options.province !== null) reportProvince(await measureProvince(options.province, join(base, 'province')));
  else await measureCounty(options, base);
} catch (error) {
  console.error(`bench: failed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  if (!options.directory) rmSync(base, { recursive: true, force: true });
}
