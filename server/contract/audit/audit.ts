import { z } from 'zod';
import { Cursor, Id, Instant, Limit } from '../common.ts';
import { only, operation } from '../operation.ts';

const feature = 'audit';

export const AuditRecord = z.strictObject({
  sequence: z.int(),
  at: Instant,
  actorName: z.string(),
  onBehalfOf: z.string().nullable(),
  action: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  detail: z.string(),
  hash: z.string(),
});
export const listAudit = operation({
  id: 'listAudit',
  feature,
  method: 'GET',
  path: '/audit',
  summary: 'The audit trail, newest first',
  access: only('auditor', 'admin'),
  query: z.strictObject({ subjectId: Id.optional(), action: z.string().max(60).optional(), limit: Limit, cursor: Cursor }),
  response: z.strictObject({ items: z.array(AuditRecord), nextCursor: z.string().nullable() }),
  status: 200,
  isPersonal: true,
});
export const verifyAuditTrail = operation({
  id: 'verifyAuditTrail',
  feature,
  method: 'GET',
  path: '/audit/verification',
  summary: 'Recompute the whole hash chain',
  access: only('auditor', 'admin'),
  response: z.strictObject({
    isIntact: z.boolean(),
    records: z.int(),
    head: z.string(),
    brokenAt: z.int().nullable(),
    algorithm: z.string(),
  }),
  status: 200,
});
