import type { z } from 'zod';
import type { Role } from './common.ts';
import type { ProblemCode } from './problems.ts';

/** Who may call an operation at all; what they may do to which subject is decided inside it. */
export type Access =
  { readonly kind: 'public' } | { readonly kind: 'signed_in' } | { readonly kind: 'roles'; readonly roles: readonly Role[] };

export const everyone = { kind: 'public' } as const satisfies Access;
export const signedIn = { kind: 'signed_in' } as const satisfies Access;
export function only<const R extends readonly Role[]>(...roles: R): { readonly kind: 'roles'; readonly roles: R } {
  return { kind: 'roles', roles };
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One row of the operation table. It feeds server validation, the OpenAPI document, the typed client, the permission
 * matrix and the API tests, so that none of them can disagree.
 */
export interface OperationShape {
  readonly id: string;
  readonly feature: string;
  readonly method: Method;
  /** Below /api/v1, parameters in braces: `/requests/{requestId}/decision`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  /** Every query field must accept being absent; values arrive as strings. */
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status: 200 | 201 | 204;
  /** Demands an Idempotency-Key header; a repeated key acts once and is shown what came of it. */
  readonly idempotent?: boolean;
  /** Demands If-Match with the version that the caller saw (428 missing, 412 stale). */
  readonly versioned?: boolean;
  /** Refusals of this operation beyond those that its shape implies (400, 401, 403, 404, 412, 428 ...). */
  readonly refusals?: readonly ProblemCode[];
  /** The answer is not JSON: the media type it has instead. */
  readonly media?: string;
  /** The body is a file, sent as it is (application/octet-stream), at most so long; its type is judged by its content. */
  readonly upload?: { readonly maxBytes: number };
  /** The answer is a file to keep, of one of these media types; its name stands in Content-Disposition. */
  readonly download?: readonly string[];
  /** The answer is a list of people, or of what people did: an export of it is audited (RULES.md 11.2). */
  readonly isPersonal?: boolean;
}

/** What was sent as a file, whole, with its SHA-256 (base64url). */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly hash: string;
}

export function operation<const O extends OperationShape>(shape: O): O {
  return shape;
}

type Inferred<T, Fallback> = T extends z.ZodType ? z.output<T> : Fallback;
type Sent<T, Fallback> = T extends z.ZodType ? z.input<T> : Fallback;

/** What a handler receives after validation. */
export type ParamsOf<O extends OperationShape> = Inferred<O['params'], Record<string, never>>;
export type QueryOf<O extends OperationShape> = Inferred<O['query'], Record<string, never>>;
export type BodyOf<O extends OperationShape> = O extends { readonly upload: object } ? Upload : Inferred<O['body'], undefined>;
export type AnswerOf<O extends OperationShape> = z.output<O['response']>;

/** What a caller sends. */
export type SentParamsOf<O extends OperationShape> = Sent<O['params'], undefined>;
export type SentQueryOf<O extends OperationShape> = Sent<O['query'], undefined>;
export type SentBodyOf<O extends OperationShape> = O extends { readonly upload: object } ? Blob : Sent<O['body'], undefined>;
