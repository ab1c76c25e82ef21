import type { AnswerOf, BodyOf, OperationShape, ParamsOf, QueryOf } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Actor } from '#server/domain/people/actor.ts';

/** What another person did between the version that a caller saw and now. */
export interface Change {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
}

interface RequestKey {
  readonly key: string;
  readonly bodyHash: string;
}

/** A request after everything that HTTP knows has been dealt with: validated input, the actor, one reading of the clock. */
export interface CallOf<O extends OperationShape> {
  readonly operationId: string;
  readonly params: ParamsOf<O>;
  readonly query: QueryOf<O>;
  readonly body: BodyOf<O>;
  readonly actor: O['access'] extends { kind: 'public' } ? Actor | null : Actor;
  readonly now: number;
  readonly requestId: string;
  /** From If-Match; the mount demands it where the operation is versioned. */
  readonly expectedVersion: O['versioned'] extends true ? number : null;
  /** Null where an operation has no key, and where it is not asked for over HTTP. */
  readonly idempotency: O extends { readonly id: string; readonly idempotent?: false } ? null : RequestKey | null;
  readonly address: string;
  readonly userAgent: string;
  /** The session of the cookie, if it is alive. */
  readonly sessionId: string | null;
}

export type Refused = {
  readonly kind: 'refused';
  readonly refusal: Refusal;
  readonly currentVersion?: number;
  readonly changes?: readonly Change[];
};
export type Answered<T> = { readonly kind: 'done'; readonly value: T; readonly replayed?: boolean; readonly session?: SessionChange };
/** An answer that was serialised before: what an immutable edition gives. */
export type Ready = { readonly kind: 'ready'; readonly body: Buffer; readonly etag: string };
/** A file to keep. Its name may hold any character: it is encoded on the wire and never used as a path. */
export type FileAnswer = { readonly kind: 'file'; readonly name: string; readonly media: string; readonly bytes: Uint8Array };
export type SessionChange = { readonly kind: 'opened'; readonly token: string; readonly expiresAt: number } | { readonly kind: 'ended' };
export type Answer<T> = Answered<T> | Refused | Ready | FileAnswer;

export interface Binding {
  readonly operation: OperationShape;
  readonly handle: (call: CallOf<OperationShape>) => Answer<unknown> | Promise<Answer<unknown>>;
}

/** Ties a use case to its operation; the types of both must agree. */
export function bind<O extends OperationShape>(
  operation: O,
  handle: (call: CallOf<O>) => Answer<AnswerOf<O>> | Promise<Answer<AnswerOf<O>>>,
): Binding {
  return { operation, handle };
}

export const answered = <T>(value: T): Answered<T> => ({ kind: 'done', value });
export const notFound = { kind: 'refused', refusal: { code: 'not_found' } } as const satisfies Refused;
export const refuse = (code: Refusal['code'], params?: Refusal['params'], fields?: Refusal['fields']): Refused => ({
  kind: 'refused',
  refusal: { code, ...(params ? { params } : {}), ...(fields ? { fields } : {}) },
});

/** Whether somebody who is signed in gets past the door of an operation. */
export const mayCall = ({ access }: OperationShape, { memberships }: Actor): boolean =>
  access.kind !== 'roles' || memberships.some(({ role }) => access.roles.includes(role));
