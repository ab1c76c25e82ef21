import { parseArgs } from 'node:util';
import { sizes, type Size } from '#tests/bench/county/sizes.ts';

export interface Options {
  readonly sizes: readonly Size[];
  readonly rounds: number;
  readonly seconds: number;
  readonly concurrencies: readonly number[];
  /** Kept and used again; otherwise a temporary folder that is removed. */
  readonly directory: string | null;
  readonly intervals: number;
  readonly only: readonly string[];
  readonly profiles: string | null;
  readonly isFloorAlone: boolean;
  readonly isEdgeAlone: boolean;
  /** How many counties on one machine; null: no province is measured. */
  readonly province: number | null;
}

export const usage = `npm run bench -- [options]
  --size XS|S|L         how much the county holds (S)
  --compare S,L         several sizes in one run, and how each operation grows
  --rounds 3            rounds, of which the median counts
  --seconds 5           how long a round of one operation lasts, about
  --concurrency 1,32    connections at once
  --only list,approve   some operations only
  --dir <folder>        keep the generated data there and use it again
  --intervals 1000000   holdings for the look-up of a holder; 0 leaves it out (the goal speaks of 5000000)
  --profile <folder>    CPU profiles of the product
  --edge                only what the edge costs a call, over node:http alone
  --province 20         only what so many demo counties on one machine take of its memory
  --floor               the floor alone, to test the bench itself`;

export function readOptions(words: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...words],
    options: {
      ...{
        size: text,
        compare: text,
        rounds: text,
        seconds: text,
        concurrency: text,
        only: text,
        dir: text,
        intervals: text,
        profile: text,
        province: text,
      },
      ...{ floor: { type: 'boolean' }, edge: { type: 'boolean' }, help: { type: 'boolean' } },
    },
  });
  if (values.help) {
    console.log(usage);
    process.exit(0);
  }
  return {
    sizes: (values.compare ?? values.size ?? 'S').split(',').map(sizeNamed),
    rounds: positive('rounds', values.rounds ?? '3'),
    seconds: positive('seconds', values.seconds ?? '5'),
    concurrencies: (values.concurrency ?? '1,32').split(',').map((word) => positive('concurrency', word)),
    directory: values.dir ?? null,
    intervals: values.intervals === '0' ? 0 : positive('intervals', values.intervals ?? '1000000'),
    only: values.only?.split(',') ?? [],
    profiles: values.profile ?? null,
    isFloorAlone: values.floor ?? false,
    isEdgeAlone: values.edge ?? false,
    province: values.province === undefined ? null : positive('province', values.province),
  };
}

function sizeNamed(name: string): Size {
  const size = Object.values(sizes).find((one) => one.name === name.toUpperCase());
  if (!size) throw new Error(`there is no size ${name}; there are: ${Object.keys(sizes).join(', ')}`);
  return size;
}

function positive(name: string, word: string): number {
  const value = Number(word);
  if (!(value > 0)) throw new Error(`--${name} must be a number above 0, not ${word}`);
  return value;
}
