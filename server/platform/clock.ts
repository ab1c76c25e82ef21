/** Instants are UTC milliseconds. Read once per request, in the use case, and passed down. */
export interface Clock {
  readonly now: () => number;
}

// Corrections of a time service move the clock by less; only a jump that people would notice is told.
const noticeableMs = 1000;

/** The machine's clock. Rights follow sequences, not this clock; still, a jump backwards is worth knowing (RULES.md R11). */
export function systemClock(onJumpBack?: (milliseconds: number) => void): Clock {
  let latest = 0;
  return {
    now() {
      const now = Date.now();
      if (now < latest - noticeableMs) onJumpBack?.(latest - now);
      latest = now;
      return now;
    },
  };
}

/** A clock that tests and the demo move by hand. */
export interface FixedClock extends Clock {
  readonly set: (at: number) => void;
  readonly advance: (milliseconds: number) => void;
}

export function fixedClock(at: number): FixedClock {
  let current = at;
  return {
    now: () => current,
    set(next) {
      current = next;
    },
    advance(milliseconds) {
      current += milliseconds;
    },
  };
}
