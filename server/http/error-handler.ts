import type { ErrorRequestHandler } from 'express';
import { storageFaultOf, type StorageFaultKind } from '#db/storage-fault.ts';
import type { ProblemCode } from '#contract/problems.ts';
import type { Log } from '#server/platform/log.ts';
import { sendProblem } from './mount.ts';

const codeOfStorage = {
  full: 'storage_full',
  busy: 'storage_busy',
  read_only: 'storage_read_only',
  io: 'storage_fault',
  corrupt: 'storage_fault',
  closed: 'shutting_down',
} as const satisfies Record<StorageFaultKind, ProblemCode>;

/** The last handler: what is thrown is a fault, logged once, answered without a word about our insides. */
export function errorHandler(log: Log, newId: () => string): ErrorRequestHandler {
  return (fault: unknown, request, response, next) => {
    if (response.headersSent) {
      next(fault);
      return;
    }
    const known = codeOf(fault);
    const stamped = response.getHeader('X-Request-Id');
    const requestId = typeof stamped === 'string' ? stamped : newId();
    if (!known || known.startsWith('storage')) log.error({ requestId, method: request.method, fault }, 'request failed');
    sendProblem(response, request, { code: known ?? 'internal' }, requestId);
  };
}

function codeOf(fault: unknown): ProblemCode | null {
  const storage = storageFaultOf(fault);
  if (storage) return codeOfStorage[storage.kind];
  if (typeof fault !== 'object' || fault === null || !('type' in fault)) return null;
  // body-parser names its failures by type.
  switch (fault.type) {
    case 'entity.too.large':
      return 'body_too_large';
    case 'entity.parse.failed':
    case 'request.size.invalid':
    case 'request.aborted':
      return 'malformed_json';
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return 'unsupported_media';
    default:
      return null;
  }
}
