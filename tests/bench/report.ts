import type { EdgeCost } from './edge.ts';
import type { FirstLoad } from './first-load.ts';
import type { Measured } from './measure.ts';
import { operations, type Operation, type Side } from './operations.ts';
import type { CountyMemory } from './province.ts';

const many = 32;
const growthGoal = 1.2;
const megabyte = 1024 * 1024;

/** Columns wide enough for all their cells; figures to the right. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        column === 0 || column === cells.length - 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].map((text) => text.trimEnd()).join('\n');
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const fixed = (value: number, digits = 2): string => value.toFixed(digits);
const find = (all: readonly Measured[], side: Side, size: string, operation: string, concurrency: number): Measured | undefined =>
  all.find((one) => one.side === side && one.size === size && one.operation === operation && one.concurrency === concurrency);

export function reportRatios(all: readonly Measured[], size: string, concurrencies: readonly number[]): void {
  for (const concurrency of concurrencies) {
    const rows = operations.flatMap((operation) => {
      const product = find(all, 'product', size, operation.name, concurrency);
      const floor = find(all, 'floor', size, operation.name, concurrency);
      return product && floor ? [rowOf(operation, product, floor)] : [];
    });
    if (rows.length === 0) continue;
    console.log(
      `\nsize ${size}, ${concurrency} connection${concurrency === 1 ? '' : 's'}: product against floor, medians; times in milliseconds\n`,
    );
    console.log(
      table(
        ['operation', 'ratio', 'cpu ratio', 'product/s', 'floor/s', 'p50', 'floor p50', 'p99', 'floor p99', 'p99 ratio', 'verdict'],
        rows,
      ),
    );
  }
}

function rowOf(operation: Operation, product: Measured, floor: Measured): string[] {
  const ratio = product.perSecond / floor.perSecond;
  return [
    ...[
      operation.name,
      fixed(ratio),
      cpuRatio(product, floor),
      whole(product.perSecond),
      whole(floor.perSecond),
      fixed(product.p50),
      fixed(floor.p50),
    ],
    ...[fixed(product.p99), fixed(floor.p99), fixed(product.p99 / floor.p99), verdictOf(operation, product, floor, ratio)],
  ];
}

/** As the ratio: above 1 the product spends less on a request than the floor. It holds still on a busy machine, but knows nothing of waiting for the disk. */
const cpuRatio = (product: Measured, floor: Measured): string =>
  product.cost && floor.cost ? fixed(floor.cost / product.cost) : 'unknown';

function verdictOf({ goal }: Operation, product: Measured, floor: Measured, ratio: number): string {
  if (!goal) return '';
  const words = [];
  if (goal.isForMany && product.concurrency < many) words.push('no goal at this number');
  else words.push(ratio >= goal.ratio ? `meets ${goal.ratio} x` : `misses ${goal.ratio} x`);
  const isSlow = product.p99 > floor.p99 * goal.p99;
  if (product.concurrency >= many) words.push(isSlow ? `p99 above ${goal.p99} x` : 'p99 well');
  return words.join(', ');
}

/** The floor alone shows what the machine and the bench themselves are worth. */
export function reportAlone(all: readonly Measured[]): void {
  const rows = all.map((one) => [
    one.operation,
    one.size,
    String(one.concurrency),
    whole(one.perSecond),
    fixed(one.p50),
    fixed(one.p99),
    whole(one.requests),
  ]);
  console.log(
    `\nno comparison: one side alone\n\n${table(['operation', 'size', 'connections', 'per second', 'p50 ms', 'p99 ms', 'requests'], rows)}`,
  );
}

/** How many times slower each operation becomes from the first size to the last. */
export function reportGrowth(all: readonly Measured[], from: string, to: string, concurrencies: readonly number[]): void {
  const rows = concurrencies.flatMap((concurrency) =>
    operations.flatMap((operation) => {
      const grown = (side: Side): number | null => {
        const [small, large] = [find(all, side, from, operation.name, concurrency), find(all, side, to, operation.name, concurrency)];
        return small && large ? small.perSecond / large.perSecond : null;
      };
      const product = grown('product');
      if (product === null) return [];
      const verdict = product <= growthGoal ? `within ${growthGoal} x` : `beyond ${growthGoal} x`;
      return [[operation.name, String(concurrency), fixed(product), fixed(grown('floor') ?? Number.NaN), verdict]];
    }),
  );
  console.log(
    `\ngrowth from ${from} to ${to}: how many times slower\n\n${table(['operation', 'connections', 'product', 'floor', 'verdict'], rows)}`,
  );
}

export interface Sizing {
  readonly size: string;
  readonly startMs: number;
  /** Of a fresh copy, which this server has not checked before: read from end to end before it is served. */
  readonly firstStartMs: number | null;
  readonly idle: number | null;
  readonly after: number | null;
}

export function reportProcess(sizings: readonly Sizing[]): void {
  const memory = (bytes: number | null): string => (bytes === null ? 'unknown' : whole(bytes / megabyte));
  const rows = sizings.map(({ size, startMs, firstStartMs, idle, after }) => {
    const start = startMs < 1000 ? 'starts within 1 s' : 'starts in more than 1 s';
    const rest = idle !== null && idle > 80 * megabyte ? 'more than 80 MB idle' : 'below 80 MB idle';
    const load = after !== null && after > 150 * megabyte ? 'more than 150 MB after' : 'below 150 MB after';
    return [
      size,
      whole(startMs),
      firstStartMs === null ? '-' : whole(firstStartMs),
      memory(idle),
      memory(after),
      [start, rest, load].join(', '),
    ];
  });
  console.log(
    `\nthe product's process\n\n${table(['size', 'start to first answer, ms', 'of an unknown file', 'MB idle', 'MB after the bench', 'verdict'], rows)}`,
  );
}

/** A province has this many counties at most, and one machine of so much memory is to hold them. */
const province = { counties: 183, bytes: 24 * 1024 * megabyte } as const;

export function reportProvince(counties: readonly CountyMemory[]): void {
  const shares = (of: 'idle' | 'used'): readonly number[] => counties.flatMap((county) => county[of] ?? []);
  const cells = (of: 'idle' | 'used'): string[] => {
    const [known, sum] = [shares(of), shares(of).reduce((total, one) => total + one, 0)];
    if (known.length === 0 || known.length < counties.length) return ['unknown', 'unknown', 'unknown', 'unknown', ''];
    const inAll = (sum / known.length) * province.counties;
    const figures = [Math.min(...known), sum / known.length, Math.max(...known)].map((bytes) => fixed(bytes / megabyte, 1));
    return [...figures, fixed(inAll / megabyte / 1024, 1), inAll <= province.bytes ? 'fits 24 GiB' : 'does not fit 24 GiB'];
  };
  const title = `\n${counties.length} demo counties on one machine: share of memory of each (PSS, MB), and ${province.counties} of them by extrapolation`;
  const rows = [
    ['idle', ...cells('idle')],
    ['after use', ...cells('used')],
  ];
  console.log(`${title}\n\n${table(['', 'least', 'mean', 'most', `${province.counties} counties, GiB`, 'verdict'], rows)}`);
  console.log(`start to first answer, ms: ${counties.map(({ startMs }) => whole(startMs)).join(', ')}`);
}

export function reportFirstLoads(loads: readonly FirstLoad[]): void {
  const rows = loads.map(({ page, bytes, goal }) => [
    page,
    fixed(bytes / 1024, 1),
    whole(goal / 1024),
    bytes <= goal ? 'meets the goal' : 'misses the goal',
  ]);
  console.log(`\nfirst load, KiB gzip\n\n${table(['page', 'size', 'goal', 'verdict'], rows)}`);
}

export function reportEdge(costs: readonly EdgeCost[]): void {
  const rows = costs.map(({ method, goal, cost }) =>
    cost
      ? [
          method,
          whole(cost.bare),
          whole(cost.edge),
          whole(cost.over),
          String(goal),
          cost.over <= goal ? 'meets the goal' : 'misses the goal',
        ]
      : [method, 'unknown', 'unknown', 'unknown', String(goal), 'this system does not tell'],
  );
  console.log(
    `\nthe edge: microseconds of processor time a call, medians\n\n${table(['call', 'node:http', 'the edge', 'over', 'goal', 'verdict'], rows)}`,
  );
}
