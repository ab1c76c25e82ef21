import type { Problem, ProblemCode, Refusal } from '#contract/problems.ts';

/** The status of every refusal; exhaustive, so a code without a status does not compile (RFC 9110, RFC 9457). */
export const statusOf = {
  invalid_input: 400, malformed_json: 400, body_too_large: 413, unsupported_media: 415, unknown_operation: 404, method_not_allowed: 405,
  idempotency_key_missing: 400, idempotency_key_reused: 422, version_missing: 428, version_stale: 412, cross_site: 403,
  not_signed_in: 401, wrong_credentials: 401, locked_out: 429, too_many_attempts: 429, password_change_required: 403, forbidden: 403, not_found: 404,
  weak_password: 422, password_used_before: 422, username_taken: 409, last_admin: 409, own_account: 409, membership_mismatch: 422,
  organisation_name_taken: 409, division_taken: 409, organisation_in_use: 409, substitute_mismatch: 422, substitute_overlap: 409,
  storage_full: 503, storage_busy: 503, storage_read_only: 503, storage_fault: 503, shutting_down: 503, internal: 500,
  edition_not_draft: 409, draft_exists: 409, edition_has_findings: 422, document_number_taken: 409, power_code_taken: 409, item_exists: 409,
  no_published_edition: 409, item_terms_incomplete: 422, edition_empty: 422,
  officer_left: 409, certificate_overlap: 409, certificate_revoked: 409, session_full: 409, session_closed: 409, already_enrolled: 409, not_enrolled: 409,
  course_inactive: 409, result_recorded: 409, period_reversed: 422, certificate_kind_taken: 409, certificate_kind_unknown: 422,
  commitment_delivered: 409, commitment_not_delivered: 409, commitment_confirmed: 409, commitment_waived: 409,
  order_submitted: 409, order_empty: 422, line_incomplete: 422, line_exists: 409, not_eligible: 422, already_held: 409, already_requested: 409,
  mutually_exclusive: 422, not_orderable: 422, replaced_grant_unavailable: 409, swap_same_power: 422, officer_unknown: 422, wrong_state: 409,
  wrong_stage: 409, acted_on_other_stage: 403, interested_party: 403, legal_review_unlawful: 409, reason_required: 422, alternative_required: 422,
  conditions_required: 422, citation_required: 422, reconsideration_used: 409, same_people: 403, extension_used: 409, prerequisites_open: 409,
  commitments_open: 409, hand_over_incomplete: 409, already_signed: 409, start_date_past: 409, waiver_exists: 409, unknown_prerequisite: 422,
  power_held_by_other: 409, preparation_full: 409, date_invalid: 422, line_has_many_conflicts: 422,
  grant_ended: 409, grant_not_running: 409, case_open: 409, not_returnable: 409, return_date_too_early: 422, already_deferred: 409,
  deferral_too_long: 422, pending_case_without_owner: 422, hearing_not_over: 409, already_heard: 409, opened_by_self: 403, suspension_overlap: 409,
  not_suspended: 409, not_on_trial: 409, trial_extended: 409, holding_overlap: 409,
} as const satisfies Record<ProblemCode, number>;

/** RFC 9457 titles are for engineers reading logs; people read the client's words for the code. */
const titleOf = (code: ProblemCode): string => code.replaceAll('_', ' ');

export type ProblemExtras = Pick<Problem, 'detail' | 'errors' | 'currentVersion' | 'changes'>;

export function problemOf(refusal: Refusal, instance: string, extras: ProblemExtras = {}): Problem {
  const pointers = refusal.fields?.map((pointer) => ({ pointer, code: refusal.code }));
  return {
    type: `urn:problem:${refusal.code}`,
    title: titleOf(refusal.code),
    status: statusOf[refusal.code],
    instance,
    code: refusal.code,
    ...(refusal.params ? { params: refusal.params } : {}),
    ...(pointers ? { errors: pointers } : {}),
    ...extras,
  };
}
