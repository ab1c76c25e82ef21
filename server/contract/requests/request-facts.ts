import { z } from 'zod';
import { Prerequisite, LegalFinding, ObjectionReason, RejectionReason, ResourceKind, ResourceUnit, SendBackReason } from '../words.ts';

/*
 * What each event of a request holds, one shape for one kind: as it is stored, as it is shown, as the audit trail has it. Texts have no limits here:
 * what was written down when a limit was another one stays readable.
 */
const text = z.string();
const id = z.string();
const day = z.string();

const conditions = z.strictObject({
  extraPrerequisites: z.array(Prerequisite),
  termMonths: z.int().nullable(),
  notBeforeOn: day.nullable(),
  text,
});
/** A later decision names the one that it follows. */
const supersedes = id.nullable();

const opinion = z.discriminatedUnion('position', [
  z.strictObject({ position: z.literal('support'), text }),
  z.strictObject({ position: z.literal('support_with_conditions'), text }),
  z.strictObject({ position: z.literal('object'), reasonCode: ObjectionReason, text }),
]);
const decision = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('approve'),
    text,
    supersedes,
    /** The one decision for all townships of a kind, where it came of that. */
    common: z.strictObject({ decisionId: id, documentNumber: text }).nullable(),
  }),
  z.strictObject({ outcome: z.literal('approve_with_conditions'), text, conditions, supersedes }),
  z.strictObject({
    outcome: z.literal('reject'),
    reasonCode: RejectionReason,
    text,
    wouldBePossibleIf: text,
    alternativeItemId: id.nullable(),
    alternativeName: text.nullable(),
    supersedes,
  }),
]);
const before = z.strictObject({ need: text, casesPerYear: z.int().nullable(), approach: text, startWishOn: day.nullable() });
const commitment = z.strictObject({
  commitmentId: id,
  key: id,
  kind: ResourceKind,
  amount: z.int(),
  unit: ResourceUnit,
  description: text,
  /** The evidence, or the dispute. */
  text: text.nullable(),
});
const nothing = z.strictObject({});

export const requestFacts = {
  submitted: z.strictObject({ orderNumber: text }),
  opinion,
  opinion_silent: nothing,
  legal_review: z.strictObject({ finding: LegalFinding, citation: text, text }),
  decision,
  sent_back: z.strictObject({ reasonCode: SendBackReason, missing: text, remainingWorkingDays: z.int().nullable() }),
  resubmitted: z.strictObject({ answer: text, before }),
  withdrawn: z.strictObject({ text }),
  reconsideration_requested: z.strictObject({ grounds: text }),
  preparation_started: nothing,
  preparation_extended: z.strictObject({ text, dueAt: z.int().nullable() }),
  waived: z.strictObject({ subject: z.enum(['prerequisite', 'commitment']), key: id, reason: text, untilOn: day }),
  attested: z.strictObject({ key: id, text }),
  commitment_delivered: commitment,
  commitment_confirmed: commitment,
  commitment_disputed: commitment,
  hand_over_edited: z.strictObject({ pendingCases: z.int() }),
  hand_over_signed: z.strictObject({ side: z.enum(['department', 'township']) }),
  granted: z.strictObject({ grantId: id, documentNumber: text, startsAt: z.int() }),
  lapsed: nothing,
  escalated: z.strictObject({ dueAt: z.int().nullable() }),
} as const;

export type RequestFacts = { readonly [K in keyof typeof requestFacts]: z.output<(typeof requestFacts)[K]> };
export type RequestEventKind = keyof RequestFacts;
/** What an act has to say, by the kind of the event that it goes with. */
export type SaidFacts = { readonly [K in RequestEventKind]?: RequestFacts[K] | undefined };
/** An event with exactly the facts of its kind. */
export type RequestEventOf<K extends RequestEventKind = RequestEventKind> = {
  [One in K]: { readonly kind: One; readonly facts: RequestFacts[One] };
}[K];

/** What each act on a request leaves in its history, by the kind of the event: what time alone does leaves nothing to be said. */
export const requestActs = {
  opinion_given: z.strictObject({ opinion: requestFacts.opinion }),
  opinion_silent: nothing,
  legally_reviewed: z.strictObject({ legal_review: requestFacts.legal_review }),
  decided: z.strictObject({ decision: requestFacts.decision }),
  sent_back: z.strictObject({ sent_back: requestFacts.sent_back }),
  resubmitted: z.strictObject({ resubmitted: requestFacts.resubmitted }),
  withdrawn: z.strictObject({ withdrawn: requestFacts.withdrawn }),
  reconsideration_requested: z.strictObject({ reconsideration_requested: requestFacts.reconsideration_requested }),
  preparation_started: nothing,
  preparation_extended: z.strictObject({ preparation_extended: requestFacts.preparation_extended }),
  waived: z.strictObject({ waived: requestFacts.waived }),
  attested: z.strictObject({ attested: requestFacts.attested }),
  hand_over_edited: z.strictObject({ hand_over_edited: requestFacts.hand_over_edited }),
  /** The second signature opens the grant. */
  hand_over_signed: z.strictObject({ hand_over_signed: requestFacts.hand_over_signed, granted: requestFacts.granted.optional() }),
  lapsed: nothing,
} as const;
export type RequestActs = { readonly [A in keyof typeof requestActs]: z.output<(typeof requestActs)[A]> };
export type RequestAct = keyof RequestActs;
