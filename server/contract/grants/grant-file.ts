import { z } from 'zod';
import { Day, Id, Instant, Signatory, Version, allowed } from '../common.ts';
import { OrganisationName } from '../organisations/organisations.ts';
import { GrantEvent } from './grant-events.ts';
import { LawFlag, SubjectBases } from '../statutes.ts';
import {
  Carrier,
  Consequences,
  EndKind,
  GrantState,
  CarveOut,
  LegalBasis,
  PendingCase,
  PrerequisiteStanding,
  RecallReason,
  RecallState,
  Responsibilities,
  ReturnReason,
  ReturnState,
  SuspensionKind,
  grantActions,
} from '../words.ts';

export const GrantRow = z.strictObject({
  id: Id,
  powerId: Id,
  code: z.string(),
  powerName: z.string(),
  townshipId: Id,
  townshipName: z.string(),
  departmentName: z.string(),
  carrier: Carrier,
  state: GrantState,
  startsAt: Instant,
  endsAt: Instant.nullable(),
  endKind: EndKind.nullable(),
  documentNumber: z.string(),
  openCase: z.enum(['return', 'recall', 'swap']).nullable(),
  lawFlag: LawFlag,
});
export const Suspension = z.strictObject({ kind: SuspensionKind, fromAt: Instant, toAt: Instant.nullable(), reason: z.string() });
export const ReturnCase = z.strictObject({
  id: Id,
  state: ReturnState,
  reasonCode: ReturnReason,
  text: z.string(),
  wishedOn: Day,
  effectiveOn: Day.nullable(),
  pendingCases: z.array(PendingCase),
  filedBy: Signatory,
  filedAt: Instant,
  answeredBy: Signatory.nullable(),
  answeredAt: Instant.nullable(),
  supportPlan: z.string().nullable(),
  answerDueAt: Instant.nullable(),
  documentNumber: z.string().nullable(),
});
export const RecallCase = z.strictObject({
  id: Id,
  state: RecallState,
  reasonCode: RecallReason,
  basis: z.string(),
  notice: z.string(),
  isUrgent: z.boolean(),
  openedBy: Signatory,
  openedAt: Instant,
  hearingUntilAt: Instant,
  statement: z.string().nullable(),
  statedBy: Signatory.nullable(),
  statedAt: Instant.nullable(),
  outcome: z.enum(['recall', 'keep']).nullable(),
  decisionText: z.string().nullable(),
  decidedBy: Signatory.nullable(),
  decidedAt: Instant.nullable(),
  effectiveOn: Day.nullable(),
  pendingCases: z.array(PendingCase),
  documentNumber: z.string().nullable(),
});
export const Health = z.strictObject({
  ...PrerequisiteStanding.shape,
  lapsesAt: Instant.nullable(),
  /** The end of a waiver in force: until then it counts as met. */
  waivedUntilAt: Instant.nullable(),
});
const Tied = z.strictObject({ grantId: Id, powerName: z.string() });
export const GrantDetail = z.strictObject({
  ...GrantRow.shape,
  requestId: Id.nullable(),
  itemId: Id,
  township: OrganisationName,
  department: OrganisationName,
  /** What it rests on now, what was rebased included. */
  legalBases: z.array(LegalBasis),
  basesNow: SubjectBases,
  scopeNote: z.string(),
  carveOuts: z.array(CarveOut),
  responsibilities: Responsibilities.nullable(),
  consequences: Consequences,
  isReturnable: z.boolean(),
  notReturnableBasis: z.string().nullable(),
  trialEndsAt: Instant.nullable(),
  trialClosed: z.boolean(),
  isTrialExtended: z.boolean(),
  prerequisites: z.array(Health),
  suspensions: z.array(Suspension),
  returns: z.array(ReturnCase),
  recalls: z.array(RecallCase),
  swapRequestId: Id.nullable(),
  /** How it came about; a decision for all townships of a kind, or an older paper (存量), has no request of the township behind it. */
  origin: z.enum(['request', 'common', 'existing']),
  commonDecisionId: Id.nullable(),
  /** Compulsory measures follow the penalty that they serve (行政强制法 17). */
  tie: z.strictObject({
    /** Of a penalty: the measures of the township that serve it; those that have no other penalty end with it. */
    measures: z.array(z.strictObject({ ...Tied.shape, endsAlong: z.boolean() })),
    /** Of a measure: the penalties that it follows, and the one with whose end its own was set. */
    penalties: z.array(Tied),
    endsWith: Tied.nullable(),
  }),
  timeline: z.array(GrantEvent),
  allowedActions: allowed(grantActions),
  version: Version,
});
export type GrantDetail = z.infer<typeof GrantDetail>;
