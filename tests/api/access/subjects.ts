import { listCommonDecisions, readCommonDecision } from '#contract/common-decisions.ts';
import { listDuties, readDuty } from '#contract/directory/duties.ts';
import { listGrants, readGrant } from '#contract/grants/grants.ts';
import { listImports, readImport } from '#contract/imports/import-runs.ts';
import { readEditionDifference } from '#contract/editions/editions.ts';
import { listEditions } from '#contract/editions/edition-drafts.ts';
import type { OperationShape } from '#contract/operation.ts';
import { listOrders, readOrder } from '#contract/orders.ts';
import { listRequests, readRequest } from '#contract/requests/request-file.ts';
import { readPreparation } from '#contract/preparation.ts';
import { listCommitments } from '#contract/resources.ts';
import { listCourses, listOfficers, readSession } from '#contract/training.ts';
import type { Input } from './given.ts';

/** Something of which a county has many: how it is listed, and how one of it is read. */
export interface Subject {
  readonly name: string;
  /** All ids that there are, no matter who may see them. */
  readonly every: string;
  readonly list: OperationShape;
  readonly listed?: (answer: never) => readonly string[];
  readonly reads: readonly {
    readonly operation: OperationShape;
    readonly input: (id: string) => Input;
    readonly isThere?: (answer: never) => boolean;
  }[];
}

interface Items {
  readonly items: readonly { readonly id: string }[];
}
const someItem = ({ items }: Items): boolean => items.length > 0;
const param = (name: string) => (id: string) => ({ params: { [name]: id } });

export const subjects: readonly Subject[] = [
  {
    name: 'requests',
    every: 'SELECT id FROM requests',
    list: listRequests,
    reads: [
      { operation: readRequest, input: param('requestId') },
      { operation: readPreparation, input: param('requestId') },
    ],
  },
  { name: 'orders', every: 'SELECT id FROM orders', list: listOrders, reads: [{ operation: readOrder, input: param('orderId') }] },
  { name: 'grants', every: 'SELECT id FROM grants', list: listGrants, reads: [{ operation: readGrant, input: param('grantId') }] },
  {
    name: 'commitments',
    every: 'SELECT id FROM commitments',
    list: listCommitments,
    reads: [{ operation: listCommitments, input: (commitmentId) => ({ query: { commitmentId } }), isThere: someItem }],
  },
  { name: 'imports', every: 'SELECT id FROM imports', list: listImports, reads: [{ operation: readImport, input: param('importId') }] },
  {
    name: 'rosters',
    every: `SELECT id FROM organisations WHERE kind = 'township'`,
    list: listOfficers,
    listed: ({ items }: { readonly items: readonly { readonly townshipId: string }[] }) => items.map(({ townshipId }) => townshipId),
    reads: [{ operation: listOfficers, input: (townshipId) => ({ query: { townshipId } }) }],
  },
  {
    name: 'sessions',
    every: 'SELECT id FROM course_sessions',
    list: listCourses,
    listed: ({ sessions }: { readonly sessions: readonly { readonly id: string }[] }) => sessions.map(({ id }) => id),
    reads: [{ operation: readSession, input: param('sessionId') }],
  },
  {
    name: 'editions',
    every: 'SELECT id FROM menu_editions',
    list: listEditions,
    reads: [{ operation: readEditionDifference, input: (to) => ({ query: { to } }) }],
  },
  { name: 'duties', every: 'SELECT id FROM duty_entries', list: listDuties, reads: [{ operation: readDuty, input: param('dutyId') }] },
  {
    name: 'common decisions',
    every: 'SELECT id FROM common_decisions',
    list: listCommonDecisions,
    reads: [{ operation: readCommonDecision, input: param('decisionId') }],
  },
];
