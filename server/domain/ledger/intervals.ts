import { FOREVER } from '../time/time.ts';

/** A half-open stretch of time in UTC milliseconds: `fromAt` belongs to it, `toAt` does not (RULES.md 10.2). */
export interface Interval {
  readonly fromAt: number;
  readonly toAt: number;
}

/** All of time that the portal knows of. */
export const always: Interval = { fromAt: -FOREVER, toAt: FOREVER };

/** Whether the instant lies in the interval (RULES.md 10.2). */
export function covers(interval: Interval, at: number): boolean {
  return interval.fromAt <= at && at < interval.toAt;
}

/** Whether two intervals share an instant; empty ones share none (RULES.md 10.2). */
export function overlap(a: Interval, b: Interval): boolean {
  return Math.max(a.fromAt, b.fromAt) < Math.min(a.toAt, b.toAt);
}

/** Intervals in order, touching and overlapping ones joined, empty ones dropped. */
export function joined(intervals: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const next of intervals.filter((one) => one.fromAt < one.toAt).sort((a, b) => a.fromAt - b.fromAt)) {
    const last = result.at(-1);
    if (last && next.fromAt <= last.toAt) result[result.length - 1] = { fromAt: last.fromAt, toAt: Math.max(last.toAt, next.toAt) };
    else result.push({ fromAt: next.fromAt, toAt: next.toAt });
  }
  return result;
}

/** What of `within` the intervals leave free. */
export function gaps(intervals: readonly Interval[], within: Interval): Interval[] {
  const result: Interval[] = [];
  let fromAt = within.fromAt;
  for (const taken of joined(intervals)) {
    if (taken.fromAt >= within.toAt) break;
    if (taken.fromAt > fromAt) result.push({ fromAt, toAt: taken.fromAt });
    fromAt = Math.max(fromAt, taken.toAt);
  }
  if (fromAt < within.toAt) result.push({ fromAt, toAt: within.toAt });
  return result;
}

/** The instants that lie in both sets of intervals. */
export function common(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const others = joined(b);
  return joined(a).flatMap((one) =>
    others
      .filter((other) => overlap(one, other))
      .map((other) => ({ fromAt: Math.max(one.fromAt, other.fromAt), toAt: Math.min(one.toAt, other.toAt) })),
  );
}

/** The instants of the first set that are not in the second. */
export function without(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return joined(a).flatMap((one) => gaps(b, one));
}
