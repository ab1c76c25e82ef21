import type { Problem, ProblemCode } from '#contract/problems.ts';

/** The server said no, and why (RFC 9457). */
export class ProblemError extends Error {
  readonly kind = 'problem';
  readonly problem: Problem;
  /** Seconds after which a busy server wants to be asked again. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.code);
    this.name = 'ProblemError';
    this.problem = problem;
    this.retryAfter = retryAfter;
  }

  get code(): ProblemCode {
    return this.problem.code;
  }
}

/** No answer arrived. Whether a change took place is unknown, so the same key must be sent again. */
export class NetworkError extends Error {
  readonly kind = 'network';

  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkError';
  }
}

/** An answer that is not the portal's: a proxy's page, a broken body. */
export class StrangeAnswerError extends Error {
  readonly kind = 'strange';
  readonly status: number;

  constructor(status: number) {
    super(`unexpected answer ${status}`);
    this.name = 'StrangeAnswerError';
    this.status = status;
  }
}

export type CallError = ProblemError | NetworkError | StrangeAnswerError;

export function hasCode(error: unknown, ...codes: readonly ProblemCode[]): error is ProblemError {
  return error instanceof ProblemError && codes.includes(error.code);
}
