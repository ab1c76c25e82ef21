import type { ProblemCode } from '#contract/problems.ts';

/** Codes of faulty fields: those of zod issues, and our own refinements. */
export type FieldCode =
  | 'required'
  | 'invalid_type'
  | 'too_small'
  | 'too_big'
  | 'invalid_format'
  | 'invalid_value'
  | 'invalid_union'
  | 'unrecognized_keys'
  | 'not_multiple_of'
  | 'invalid_key'
  | 'invalid_element'
  | 'control_character'
  | 'custom';

/** Refusals that somebody without an account can meet. */
export type BasicProblemCode = Extract<
  ProblemCode,
  | 'invalid_input'
  | 'malformed_json'
  | 'malformed_request'
  | 'body_too_large'
  | 'unsupported_media'
  | 'unknown_operation'
  | 'method_not_allowed'
  | 'idempotency_key_missing'
  | 'idempotency_key_reused'
  | 'version_missing'
  | 'version_stale'
  | 'cross_site'
  | 'not_signed_in'
  | 'wrong_credentials'
  | 'locked_out'
  | 'too_many_attempts'
  | 'password_change_required'
  | 'forbidden'
  | 'not_found'
  | 'storage_full'
  | 'storage_busy'
  | 'storage_read_only'
  | 'storage_fault'
  | 'shutting_down'
  | 'internal'
  | 'date_invalid'
>;

export interface ProblemWords {
  /** Plain words for every refusal, which stand without any parameter. A new code does not compile without them. */
  readonly code: Readonly<Record<ProblemCode, string>>;
  /** Better words for when the server sends every named parameter along. */
  readonly detail: Readonly<Partial<Record<ProblemCode, string>>>;
  readonly field: Readonly<Record<FieldCode, string>>;
}

export interface BasicProblemWords {
  readonly code: Readonly<Record<BasicProblemCode, string>>;
  readonly detail: Readonly<Partial<Record<BasicProblemCode, string>>>;
  readonly field: ProblemWords['field'];
}
