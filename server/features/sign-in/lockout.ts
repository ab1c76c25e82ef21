const minute = 60_000;

/** After five failures in a row each further one locks the account for longer: 1, 2, 4 ... at most 30 minutes. */
export function lockedUntil(failed: number, now: number): number | null {
  if (failed < 5) return null;
  return now + Math.min(30, 2 ** (failed - 5)) * minute;
}

/** How long a locked door stays shut: the seconds for machines, the minutes for the sentence that people read. */
export function lockedFor(until: number, now: number): { readonly seconds: number; readonly minutes: number } {
  return { seconds: Math.ceil((until - now) / 1000), minutes: Math.ceil((until - now) / minute) };
}

/** An office shares one address behind its router, so an address may fail often; a machine that guesses fails more. */
export const addressLimit = { failures: 50, windowMilliseconds: 15 * minute } as const;

/** Idle 60 minutes, at most 12 hours (等保: sessions end when idle). */
export const sessionLimits = { idleMilliseconds: 60 * minute, absoluteMilliseconds: 12 * 60 * minute, touchMilliseconds: minute } as const;

/** Whether a session still opens doors: neither ended nor run out nor left idle, of an account that is enabled. */
export const isLive = (
  session: {
    readonly revokedAt: number | null;
    readonly disabledAt: number | null;
    readonly expiresAt: number;
    readonly lastSeenAt: number;
  },
  now: number,
): boolean =>
  session.revokedAt === null &&
  session.disabledAt === null &&
  session.expiresAt > now &&
  session.lastSeenAt + sessionLimits.idleMilliseconds > now;

/** Failures count together as long as no day passes without one; then they are forgotten, for names with and without an account alike. */
export const failuresForgotten = 24 * 60 * minute;
export const failuresSoFar = (failed: number, lastAt: number | null, now: number): number =>
  lastAt !== null && lastAt + failuresForgotten > now ? failed : 0;
