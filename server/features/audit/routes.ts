import * as contract from '#contract/audit/audit.ts';
import { bind, type Binding } from '#server/platform/binding.ts';
import type { Ports } from '#server/platform/ports.ts';
import { listAudit } from './list-audit.ts';
import { verifyAuditTrail } from './verify-audit-trail.ts';

export const auditRoutes = (ports: Ports): Binding[] => [
  bind(contract.listAudit, listAudit(ports)),
  bind(contract.verifyAuditTrail, verifyAuditTrail(ports)),
];
