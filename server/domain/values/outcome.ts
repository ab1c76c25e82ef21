/** Every refusal of the domain; each word is a problem code of the contract (proved by a test, since a leaf imports nothing). */
export const domainRefusalCodes = [
  'forbidden',
  'not_found',
  'township_required',
  'edition_empty',
  'edition_has_findings',
  'edition_not_reviewed',
  'review_open',
  'review_not_needed',
  'review_closed',
  'review_outdated',
  'sent_by_self',
  'item_common',
  'item_not_common',
  'item_against_law',
  'common_nobody',
  'officer_left',
  'certificate_overlap',
  'certificate_revoked',
  'session_full',
  'session_closed',
  'already_enrolled',
  'not_enrolled',
  'officer_unknown',
  'course_inactive',
  'result_recorded',
  'period_reversed',
  'commitment_delivered',
  'commitment_not_delivered',
  'commitment_confirmed',
  'commitment_waived',
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
  'compulsion_without_penalty',
  'replaced_grant_unavailable',
  'swap_same_power',
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
  'preparation_full',
  'date_invalid',
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
] as const;
export type DomainRefusalCode = (typeof domainRefusalCodes)[number];

type Params = Readonly<Record<string, string | number>>;

/** A refusal is a value with a code, never a sentence (RULES.md 7.7). */
export interface DomainRefusal {
  readonly code: DomainRefusalCode;
  readonly params?: Params;
  /** Where in the input the reason lies, as JSON pointers. */
  readonly fields?: readonly string[];
}

export type Done<T> = { readonly kind: 'done'; readonly value: T };
export type Refused = { readonly kind: 'refused'; readonly refusal: DomainRefusal };
export type Outcome<T> = Done<T> | Refused;

/** The act may be done, with this effect. */
export function done<T>(value: T): Done<T> {
  return { kind: 'done', value };
}

/** The bare refusal, for guards that look at several rules in turn (RULES.md 7.7). */
export function refusal(code: DomainRefusalCode, params?: Params, fields?: readonly string[]): DomainRefusal {
  return { code, ...(params ? { params } : {}), ...(fields ? { fields } : {}) };
}

/** The act is refused for one coded reason (RULES.md 7.7). */
export function refused(code: DomainRefusalCode, params?: Params, fields?: readonly string[]): Refused {
  return { kind: 'refused', refusal: refusal(code, params, fields) };
}

/** The first rule that says no decides; later rules may rely on the earlier ones (RULES.md 7.7). */
export function firstRefusal(...rules: readonly (() => DomainRefusal | null)[]): DomainRefusal | null {
  for (const rule of rules) {
    const refusal = rule();
    if (refusal) return refusal;
  }
  return null;
}

/** A text that says nothing is no reason (RULES.md 7.7). */
export function isBlank(text: string | null | undefined): boolean {
  return text === null || text === undefined || text.trim() === '';
}

/** The end of a switch over a union: a case that was forgotten does not compile, and is a fault where it gets here all the same. */
export function unknownCase(one: never): never {
  throw new RangeError(`Not a case of its union: ${JSON.stringify(one)}`);
}
