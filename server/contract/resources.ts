import { z } from 'zod';
import { Id, Instant, Version, page, paging, prose } from './common.ts';
import { only, operation } from './operation.ts';
import { OrganisationName } from './organisations/organisations.ts';
import { ResourceKind, ResourceUnit } from './words.ts';

const feature = 'resources';

export const CommitmentState = z.enum(['promised', 'delivered', 'disputed', 'confirmed', 'waived']);
export const Commitment = z.strictObject({
  id: Id,
  requestId: Id,
  key: z.string(),
  township: OrganisationName,
  organisation: OrganisationName,
  powerName: z.string(),
  kind: ResourceKind,
  unit: ResourceUnit,
  amount: z.int(),
  description: z.string(),
  dueAt: Instant,
  state: CommitmentState,
  isOverdue: z.boolean(),
  evidence: z.string().nullable(),
  deliveredAt: Instant.nullable(),
  confirmedAt: Instant.nullable(),
  disputeText: z.string().nullable(),
  allowedActions: z.array(z.enum(['deliver', 'confirm', 'dispute'])),
  version: Version,
});
export type Commitment = z.infer<typeof Commitment>;

export const listCommitments = operation({
  id: 'listCommitments',
  feature,
  method: 'GET',
  path: '/commitments',
  summary: 'What the county owes: owed by the own body, or promised to the own township',
  access: only('clerk', 'lead', 'reviewer', 'legal_reviewer', 'decider', 'auditor'),
  query: z.strictObject({
    state: CommitmentState.optional(),
    townshipId: Id.optional(),
    requestId: Id.optional(),
    commitmentId: Id.optional(),
    ...paging,
  }),
  response: page(Commitment),
  status: 200,
});
export const deliverCommitment = operation({
  id: 'deliverCommitment',
  feature,
  method: 'POST',
  path: '/commitments/{commitmentId}/delivery',
  summary: 'Say that it is delivered, with evidence',
  access: only('reviewer', 'decider', 'legal_reviewer'),
  params: z.strictObject({ commitmentId: Id }),
  body: z.strictObject({ evidence: prose(1000) }),
  response: Commitment,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['commitment_delivered', 'commitment_confirmed', 'commitment_waived', 'interested_party'],
});
export const confirmCommitment = operation({
  id: 'confirmCommitment',
  feature,
  method: 'POST',
  path: '/commitments/{commitmentId}/confirmation',
  summary: 'The township confirms the receipt',
  access: only('lead', 'clerk'),
  params: z.strictObject({ commitmentId: Id }),
  response: Commitment,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['commitment_not_delivered', 'commitment_confirmed', 'commitment_waived'],
});
export const disputeCommitment = operation({
  id: 'disputeCommitment',
  feature,
  method: 'POST',
  path: '/commitments/{commitmentId}/dispute',
  summary: 'The township says that it did not arrive as promised',
  access: only('lead', 'clerk'),
  params: z.strictObject({ commitmentId: Id }),
  body: z.strictObject({ text: prose(1000) }),
  response: Commitment,
  status: 200,
  versioned: true,
  idempotent: true,
  refusals: ['commitment_not_delivered', 'commitment_confirmed', 'commitment_waived'],
});
