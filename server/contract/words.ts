import { z } from 'zod';
import { Count, Day, Id, line, optionalProse, prose } from './common.ts';

/** The field's terms on the wire (RULES.md 2.1). The client has a label for each in both languages. */
export const Carrier = z.enum(['transfer', 'entrustment', 'substantive_review', 'service_window']);
export const StatutoryType = z.enum([
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
]);
export const Category = z.enum(['approval_service', 'enforcement', 'public_management']);
export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export const Liability = z.enum(['low', 'medium', 'high']);
export const Release = z.enum(['optional', 'common']);
export const TownshipKind = z.enum(['township', 'ethnic_township', 'town', 'subdistrict']);
export const Exclusion = z.enum(['too_specialised', 'rarely_used', 'unfit_for_concentration']);
export const OrganisationKind = z.enum(['county', 'department', 'township']);
export const Duty = z.enum(['legal', 'establishment', 'finance', 'supervision', 'training']);
/** The three lists that every township has had since 2025 (RULES.md 2.21). */
export const DutyListName = z.enum(['basic', 'supporting', 'taken_back']);
export const OrganisationSystem = z.enum(['county', 'vertical', 'city']);

export const LegalBasis = z.strictObject({ law: line(120), article: line(60), versionOn: Day });
export type LegalBasis = z.infer<typeof LegalBasis>;

export const Eligibility = z.strictObject({
  kinds: z.array(TownshipKind).max(4),
  tags: z.array(line(20)).max(20),
  /** What a township must at least have, by its profile; a figure left out asks for nothing. */
  minimum: z.strictObject({
    residents: Count.optional(),
    areaSquareMetres: Count.max(1_000_000_000_000).optional(),
    communities: Count.optional(),
    staffQuota: Count.optional(),
    staffPresent: Count.optional(),
    certifiedOfficers: Count.optional(),
    budgetYuanPerYear: Count.max(1_000_000_000_000).optional(),
  }),
});

/** A part of a power that does not go down with it (吊销许可证件除外), with the reason or basis where there is one. */
export const CarveOut = z.strictObject({ part: line(120), reason: optionalProse(300) });
export type CarveOut = z.infer<typeof CarveOut>;

const Key = z.string().regex(/^[a-z0-9_-]{1,40}$/);
export const Prerequisite = z.discriminatedUnion('kind', [
  z.strictObject({ key: Key, kind: z.literal('certified_officers'), certificateKind: Id, count: z.int().min(1).max(100) }),
  z.strictObject({ key: Key, kind: z.literal('staffing'), count: z.int().min(1).max(500) }),
  z.strictObject({ key: Key, kind: z.literal('attestation'), subject: z.enum(['premises', 'equipment', 'procedure']), text: line(200) }),
]);
/** How a prerequisite stands, with the people who count by name. */
export const PrerequisiteStanding = z.strictObject({
  prerequisite: Prerequisite,
  certificateKindName: z.string().nullable(),
  holds: z.boolean(),
  have: z.int(),
  need: z.int(),
  people: z.array(z.string()),
});
export type Prerequisite = z.infer<typeof Prerequisite>;

export const ResourceKind = z.enum(['posts', 'funds', 'equipment', 'accounts', 'support']);
export const ResourceUnit = z.enum(['persons', 'yuan_per_year', 'yuan', 'pieces', 'accounts', 'days_per_year']);
export const ResourceItem = z.strictObject({
  key: Key,
  kind: ResourceKind,
  organisationId: Id,
  amount: z.int().min(1).max(1_000_000_000),
  unit: ResourceUnit,
  description: line(200),
  withinWorkingDays: z.int().min(1).max(250),
});
export type ResourceItem = z.infer<typeof ResourceItem>;

export const Responsibilities = z.strictObject({ department: prose(1000), township: prose(1000) });
export const Suitability = z.strictObject({
  isFrequent: z.boolean(),
  isEasyToSpot: z.boolean(),
  canBeTakenOn: z.boolean(),
  canBeManaged: z.boolean(),
  exclusions: z.array(Exclusion).max(3),
  exclusionReason: optionalProse(500).nullable(),
});

export const RequestState = z.enum([
  'draft',
  'in_review',
  'sent_back',
  'approved',
  'preparing',
  'ready',
  'granted',
  'rejected',
  'withdrawn',
  'lapsed',
]);
export const Stage = z.enum(['department', 'legal', 'county']);
export const OpinionPosition = z.enum(['support', 'support_with_conditions', 'object']);
export const ObjectionReason = z.enum([
  'township_not_ready',
  'law_forbids',
  'safety_risk',
  'too_specialised',
  'no_demand',
  'resources_short',
  'other',
]);
export const LegalFinding = z.enum(['lawful', 'lawful_with_conditions', 'unlawful']);
export const DecisionOutcome = z.enum(['approve', 'approve_with_conditions', 'reject']);
export const RejectionReason = z.enum(['not_lawful', 'not_ready', 'no_need', 'resources_unavailable', 'bad_timing', 'too_risky', 'other']);
export const SendBackReason = z.enum(['need_unclear', 'officers_missing', 'papers_missing', 'start_date_unfit', 'other']);
export const ReturnReason = z.enum(['too_few_people', 'lack_of_skill', 'too_few_cases', 'law_changed', 'resources_not_delivered', 'other']);
export const RecallReason = z.enum([
  'law_changed',
  'not_used',
  'serious_errors',
  'taken_back_by_province',
  'prerequisites_lost',
  'reorganisation',
  'urgent_risk',
  'other',
]);
export const SuspensionKind = z.enum(['lapse', 'decision']);
export const EndKind = z.enum(['returned', 'swapped', 'recalled', 'expired']);
export const GrantState = z.enum(['scheduled', 'trial', 'active', 'suspended', 'ended']);
export const ReturnState = z.enum(['filed', 'accepted', 'deferred', 'ended', 'cancelled']);
export const RecallState = z.enum(['noticed', 'heard', 'decided']);

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
export const TaskKind = z.enum([
  'department_opinion',
  'legal_review',
  'county_decision',
  'supplement',
  'deliver_commitment',
  'confirm_commitment',
  'meet_prerequisites',
  'sign_hand_over',
  'answer_return',
  'hearing_statement',
  'decide_recall',
  'close_trial',
  'cure_lapse',
  'review_law_change',
  'review_edition',
  'follow_edition_review',
]);

export const StartRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('on_signing') }),
  z.strictObject({ kind: z.literal('on_day'), on: Day }),
  z.strictObject({ kind: z.literal('days_after_issue'), days: z.int().min(0).max(365) }),
]);
export const PendingCase = z.strictObject({ description: line(200), owner: z.enum(['department', 'township']) });
export const HandOverList = z.strictObject({
  pendingCases: z.array(PendingCase).max(500),
  seals: prose(500),
  files: prose(500),
  accounts: prose(500),
  contact: prose(200),
});

/** Who answers for acts under a carrier: 行政诉讼法 26, 行政复议法 19. */
export const Consequences = z.strictObject({
  inWhoseName: z.enum(['township', 'department']),
  decides: z.enum(['township', 'department']),
  respondent: z.enum(['township', 'department']),
  paper: z.enum(['acceptance', 'entrustment_letter', 'agreement']),
});
