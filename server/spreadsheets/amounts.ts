import type { Reading } from './cell-readings.ts';
import { foldText } from '#server/domain/values/text.ts';

/** Units of one kind of amount: each as a fraction of the whole unit that is kept, `[times, parts]`. */
export type Units = Readonly<Record<string, readonly [times: bigint, parts: bigint]>>;

/** Areas are kept in square metres; 15 mu are a hectare (国务院关于在我国统一实行法定计量单位的命令). */
export const areaUnits: Units = {
  平方公里: [1_000_000n, 1n],
  平方千米: [1_000_000n, 1n],
  km2: [1_000_000n, 1n],
  公顷: [10_000n, 1n],
  hm2: [10_000n, 1n],
  ha: [10_000n, 1n],
  万亩: [20_000_000n, 3n],
  亩: [2000n, 3n],
  平方米: [1n, 1n],
  m2: [1n, 1n],
};

/** Money is kept in yuan. */
export const moneyUnits: Units = {
  亿元: [100_000_000n, 1n],
  百万元: [1_000_000n, 1n],
  万元: [10_000n, 1n],
  千元: [1000n, 1n],
  元: [1n, 1n],
  亿: [100_000_000n, 1n],
  万: [10_000n, 1n],
};

/** People, posts and places are counted. */
export const countUnits: Units = {
  万人: [10_000n, 1n],
  千人: [1000n, 1n],
  万: [10_000n, 1n],
  人: [1n, 1n],
  名: [1n, 1n],
  个: [1n, 1n],
  分: [1n, 1n],
};

const shape = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(.*)$/;
/** Far above anything real, and safe as a number. */
const most = 1_000_000_000_000n;

interface Wanted {
  readonly units: Units;
  /** Under which header the cell stands: a unit there holds for the column. */
  readonly header: string;
  /** What is meant where no unit is named; without it an amount without a unit is unclear. */
  readonly assumed?: string;
}

/** An amount as a whole number of the unit that is kept: exact, or unclear with the nearest whole amount as proposal; nothing is rounded (RULES.md 3.47). */
export function readAmount(cell: string, { units, header, assumed }: Wanted): Reading<number> {
  const text = foldText(cell).replaceAll(/[约计共]/g, '');
  if (text === '') return { kind: 'empty' };
  const [, sign = '', whole = '', fraction = '', rest = ''] = shape.exec(text) ?? [];
  if (whole === '') return { kind: 'unclear', code: 'amount_unreadable', proposal: '' };
  if (sign === '-') return { kind: 'unclear', code: 'amount_negative', proposal: '' };
  const own = rest.replaceAll(/[()]/g, '');
  if (own !== '' && !(own in units)) return { kind: 'unclear', code: 'unit_unknown', proposal: '' };
  const unit = own === '' ? (unitIn(header, units) ?? assumed) : own;
  const factor = unit === undefined ? undefined : units[unit];
  if (!factor) return { kind: 'unclear', code: 'unit_missing', proposal: '' };
  return exactly(BigInt(whole.replaceAll(',', '') + fraction) * factor[0], 10n ** BigInt(fraction.length) * factor[1]);
}

function exactly(amount: bigint, parts: bigint): Reading<number> {
  const nearest = (amount * 2n + parts) / (parts * 2n);
  if (nearest > most) return { kind: 'unclear', code: 'amount_too_large', proposal: '' };
  return amount % parts === 0n
    ? { kind: 'read', value: Number(amount / parts) }
    : { kind: 'unclear', code: 'amount_not_whole', proposal: String(nearest) };
}

/** The unit that a header names: in brackets, after a stroke, or at its end. */
export function unitIn(header: string, units: Units): string | undefined {
  const text = foldText(header);
  const named = Object.keys(units).sort((a, b) => b.length - a.length);
  const [, bracketed] = /\(([^()]*)\)$/.exec(text) ?? [];
  const places = [bracketed, text.split(/[/:,]/).at(-1), bracketed?.split(/[/:,]/).at(-1)].filter((place) => place !== undefined);
  return named.find((unit) => places.some((place) => place === unit || place === `单位${unit}`)) ?? undefined;
}

/** An amount in a unit as sheets write it, without losing anything: `35.6` for 35 600 000 square metres in 平方公里. */
export function writeAmount(amount: number, [times]: readonly [times: bigint, parts: bigint]): string {
  const digits = times.toString().length - 1;
  const text = String(amount).padStart(digits + 1, '0');
  const fraction = text.slice(text.length - digits).replace(/0+$/, '');
  const whole = text.slice(0, text.length - digits);
  return digits === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
}
