import { z } from 'zod';

/**
 * Every way in which the portal can say no. A code without a status (server/http/problems.ts) or without words in both
 * languages (client/i18n) does not compile.
 */
export const problemCodes = [
  // input and protocol
  'invalid_input',
  'malformed_json',
  'body_too_large',
  'unsupported_media',
  'unknown_operation',
  'method_not_allowed',
  'idempotency_key_missing',
  'idempotency_key_reused',
  'version_missing',
  'version_stale',
  'cross_site',
  // who
  'not_signed_in',
  'wrong_credentials',
  'locked_out',
  'too_many_attempts',
  'password_change_required',
  'forbidden',
  'not_found',
  'weak_password',
  'password_used_before',
  'username_taken',
  'last_admin',
  'own_account',
  'membership_mismatch',
  'organisation_name_taken',
  'division_taken',
  'organisation_in_use',
  'substitute_mismatch',
  'substitute_overlap',
  // the portal itself
  'storage_full',
  'storage_busy',
  'storage_read_only',
  'storage_fault',
  'shutting_down',
  'internal',
  // menu
  'edition_not_draft',
  'draft_exists',
  'edition_has_findings',
  'document_number_taken',
  'power_code_taken',
  'too_many_favourites',
  'item_exists',
  'no_published_edition',
  'item_terms_incomplete',
  'edition_empty',
  'power_retired',
  'power_in_use',
  // directory
  'directory_code_taken',
  'duty_taken',
  'township_power_taken',
  'alike_decided',
  // statutes
  'statute_title_taken',
  'statute_version_taken',
  'statute_in_use',
  'statute_version_ended',
  'statute_version_not_ended',
  'successor_unfit',
  'statute_not_in_force',
  'not_resting',
  'reviewed_meanwhile',
  // training
  'officer_left',
  'certificate_overlap',
  'certificate_revoked',
  'session_full',
  'session_closed',
  'already_enrolled',
  'not_enrolled',
  'course_inactive',
  'result_recorded',
  'period_reversed',
  'certificate_kind_taken',
  'certificate_kind_unknown',
  // resources
  'commitment_delivered',
  'commitment_not_delivered',
  'commitment_confirmed',
  'commitment_waived',
  // orders and requests
  'order_submitted',
  'order_empty',
  'line_incomplete',
  'line_exists',
  'not_eligible',
  'already_held',
  'already_requested',
  'mutually_exclusive',
  'not_orderable',
  'compulsion_alone',
  'replaced_grant_unavailable',
  'swap_same_power',
  'officer_unknown',
  'wrong_state',
  'wrong_stage',
  'acted_on_other_stage',
  'interested_party',
  'legal_review_unlawful',
  'reason_required',
  'alternative_required',
  'conditions_required',
  'citation_required',
  'reconsideration_used',
  'same_people',
  'extension_used',
  'prerequisites_open',
  'commitments_open',
  'hand_over_incomplete',
  'already_signed',
  'start_date_past',
  'waiver_exists',
  'unknown_prerequisite',
  'power_held_by_other',
  'preparation_full',
  'date_invalid',
  'line_has_many_conflicts',
  // grants
  'grant_ended',
  'grant_not_running',
  'case_open',
  'not_returnable',
  'return_date_too_early',
  'already_deferred',
  'deferral_too_long',
  'pending_case_without_owner',
  'hearing_not_over',
  'already_heard',
  'opened_by_self',
  'suspension_overlap',
  'not_suspended',
  'not_on_trial',
  'trial_extended',
  'holding_overlap',
  // imports
  'import_scope_unknown',
  'import_file_empty',
  'import_file_old_format',
  'import_column_taken',
  'import_has_errors',
  'import_nothing_to_write',
] as const;
export const ProblemCode = z.enum(problemCodes);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** A refusal is a value, never a sentence: the client owns the words. */
export interface Refusal {
  readonly code: ProblemCode;
  /** Facts that the words need (a date, a count, a name), already fit to be shown. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** Where in the input the reason lies, as JSON pointers into the body. */
  readonly fields?: readonly string[];
}

/** RFC 9457, with `code` and `errors`; `changes` tells a loser of a race what the other did. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string(),
  code: ProblemCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  errors: z.array(z.strictObject({ pointer: z.string(), code: z.string(), detail: z.string().optional() })).optional(),
  currentVersion: z.int().optional(),
  changes: z.array(z.strictObject({ at: z.int(), actor: z.string(), action: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;
