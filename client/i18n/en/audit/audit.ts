import { auditActs } from './audit-acts.ts';
import type { audit as source } from '../../zh/audit/audit.ts';
import type { Translated } from '../../shape.ts';

export const audit = {
  ...auditActs,
  title: 'Audit trail',
  lead: 'Every change leaves a record, chained to the one before by an SM3 hash; whoever alters or removes one is found out.',
  caption: 'Audit records',
  column: { sequence: 'No.', at: 'Time', actor: 'By', action: 'Act', subject: 'Subject', detail: 'Content', hash: 'Hash' },
  filters: { subjectId: 'Number of the subject', action: 'Act' },
  verify: {
    title: 'Integrity',
    run: 'Verify the whole chain',
    intact_other: '{{count}} records, the chain is intact.',
    intact_one: 'One record, the chain is intact.',
    broken: 'Record {{sequence}} does not fit: the trail has been altered.',
    head: 'Head of the chain ({{algorithm}})',
    running: 'Verifying',
  },
  empty: 'No records yet',
  onlySubject: 'Only records of {{kind}} {{id}}',
} as const satisfies Translated<typeof source>;
