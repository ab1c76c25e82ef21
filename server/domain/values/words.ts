/**
 * The words that the rules work with (RULES.md 2.1). They stand on the wire and in the tables as the same strings.
 */

export const roles = ['clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'training_officer', 'admin', 'auditor'] as const;
export type Role = (typeof roles)[number];

export const organisationKinds = ['county', 'department', 'township'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

export const organisationSystems = ['county', 'vertical', 'city'] as const;
export type OrganisationSystem = (typeof organisationSystems)[number];

export const carriers = ['transfer', 'entrustment', 'substantive_review', 'service_window'] as const;
export type Carrier = (typeof carriers)[number];

export const statutoryTypes = [
  'licensing',
  'penalty',
  'compulsion',
  'levy',
  'benefit',
  'inspection',
  'confirmation',
  'reward',
  'adjudication',
  'other',
] as const;
export type StatutoryType = (typeof statutoryTypes)[number];

export const categories = ['approval_service', 'enforcement', 'public_management'] as const;
export type Category = (typeof categories)[number];

export const tiers = ['easy', 'medium', 'hard'] as const;
export type Tier = (typeof tiers)[number];

export const liabilities = ['low', 'medium', 'high'] as const;
export type Liability = (typeof liabilities)[number];

export const releases = ['optional', 'common'] as const;
export type Release = (typeof releases)[number];

export const townshipKinds = ['township', 'ethnic_township', 'town', 'subdistrict'] as const;
export type TownshipKind = (typeof townshipKinds)[number];

export const exclusions = ['too_specialised', 'rarely_used', 'unfit_for_concentration'] as const;
export type Exclusion = (typeof exclusions)[number];

export const requestStates = [
  'draft',
  'in_review',
  'sent_back',
  'approved',
  'preparing',
  'granted',
  'rejected',
  'withdrawn',
  'lapsed',
] as const;
export type RequestState = (typeof requestStates)[number];

export const stages = ['department', 'legal', 'county'] as const;
export type Stage = (typeof stages)[number];

export const requestActions = [
  'submit',
  'edit',
  'discard',
  'give_opinion',
  'review_legally',
  'decide',
  'send_back',
  'resubmit',
  'withdraw',
  'request_reconsideration',
  'extend_preparation',
  'waive',
  'attest',
  'edit_hand_over',
  'sign_hand_over',
] as const;
export type RequestAction = (typeof requestActions)[number];

export const grantStates = ['scheduled', 'trial', 'active', 'suspended', 'ended'] as const;
export type GrantState = (typeof grantStates)[number];

export const grantActions = [
  'file_return',
  'cancel_return',
  'accept_return',
  'defer_return',
  'start_swap',
  'open_recall',
  'state_in_hearing',
  'decide_recall',
  'suspend',
  'resume',
  'close_trial',
] as const;
export type GrantAction = (typeof grantActions)[number];

export const opinionPositions = ['support', 'support_with_conditions', 'object'] as const;

export const objectionReasons = [
  'township_not_ready',
  'law_forbids',
  'safety_risk',
  'too_specialised',
  'no_demand',
  'resources_short',
  'other',
] as const;
export type ObjectionReason = (typeof objectionReasons)[number];

export const legalFindings = ['lawful', 'lawful_with_conditions', 'unlawful'] as const;
export type LegalFinding = (typeof legalFindings)[number];

export const decisionOutcomes = ['approve', 'approve_with_conditions', 'reject'] as const;

export const rejectionReasons = [
  'not_lawful',
  'not_ready',
  'no_need',
  'resources_unavailable',
  'bad_timing',
  'too_risky',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

export const sendBackReasons = ['need_unclear', 'officers_missing', 'papers_missing', 'start_date_unfit', 'other'] as const;
export type SendBackReason = (typeof sendBackReasons)[number];

export const returnReasons = [
  'too_few_people',
  'lack_of_skill',
  'too_few_cases',
  'law_changed',
  'resources_not_delivered',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];

export const recallReasons = [
  'law_changed',
  'not_used',
  'serious_errors',
  'taken_back_by_province',
  'prerequisites_lost',
  'reorganisation',
  'urgent_risk',
  'other',
] as const;
export type RecallReason = (typeof recallReasons)[number];

export const suspensionKinds = ['lapse', 'decision'] as const;
export type SuspensionKind = (typeof suspensionKinds)[number];

export const endKinds = ['returned', 'swapped', 'recalled', 'expired'] as const;
export type EndKind = (typeof endKinds)[number];

export const returnStates = ['filed', 'accepted', 'deferred', 'ended', 'cancelled'] as const;
export type ReturnState = (typeof returnStates)[number];

export const recallStates = ['noticed', 'heard', 'decided'] as const;

export type CaseOwner = 'department' | 'township';

export const resourceKinds = ['posts', 'funds', 'equipment', 'accounts', 'support'] as const;
export type ResourceKind = (typeof resourceKinds)[number];

export const resourceUnits = ['persons', 'yuan_per_year', 'yuan', 'pieces', 'accounts', 'days_per_year'] as const;
export type ResourceUnit = (typeof resourceUnits)[number];

export type AttestationSubject = 'premises' | 'equipment' | 'procedure';
