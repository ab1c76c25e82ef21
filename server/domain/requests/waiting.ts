/** How long decisions have taken lately, in working days; null while none is known. */
export interface WaitingTime {
  readonly decided: number;
  readonly medianWorkingDays: number | null;
  readonly p90WorkingDays: number | null;
}

// Nearest rank: a length that some request really took, never one in between.
function rank(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
}

/** Median and 90th percentile of the working days that decided requests took, shown before one submits (RULES.md 4.8). */
export function waitingTimeOf(workingDays: readonly number[]): WaitingTime {
  const sorted = [...workingDays].sort((a, b) => a - b);
  return { decided: sorted.length, medianWorkingDays: rank(sorted, 0.5), p90WorkingDays: rank(sorted, 0.9) };
}
