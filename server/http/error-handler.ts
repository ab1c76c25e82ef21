import type { ErrorRequestHandler } from 'express';
import { storageFaultOf, type StorageFaultKind } from '#db/storage-fault.ts';
import type { ProblemCode } from '#contract/problems.ts';
import type { Log } from '#server/platform/log.ts';
import { sendRefusal } from './refusal.ts';
import { requestIdOf } from './request-id.ts';

const codeOfStorage = {
  full: 'storage_full',
  busy: 'storage_busy',
  read_only: 'storage_read_only',
  io: 'storage_fault',
  corrupt: 'storage_fault',
  closed: 'shutting_down',
} as const satisfies Record<StorageFaultKind, ProblemCode>;

/** What Express and its parts find wrong with a request: an address or body that cannot be read, a file that is not there. */
const codeOfFramework: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed_request',
  404: 'not_found',
  405: 'method_not_allowed',
  412: 'version_stale',
  413: 'body_too_large',
  415: 'unsupported_media',
};

/** What body-parser says of a body (its `type`), where the status says too little. */
const codeOfBody: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformed_json',
  'request.aborted': 'malformed_json',
  'request.size.invalid': 'malformed_json',
};

const propertyOf = (fault: unknown, name: 'status' | 'type'): unknown =>
  typeof fault === 'object' && fault !== null && name in fault ? (fault as Record<typeof name, unknown>)[name] : undefined;

/** The caller's own mistake, as the framework puts it; null for a fault of ours. */
function mistakeOf(fault: unknown): ProblemCode | null {
  const [status, type] = [propertyOf(fault, 'status'), propertyOf(fault, 'type')];
  if (typeof status !== 'number' || status < 400 || status > 499) return null;
  return (typeof type === 'string' ? codeOfBody[type] : undefined) ?? codeOfFramework[status] ?? 'malformed_request';
}

/** The last of all handlers: a fault is logged once, and answered without a word about our insides. */
export const errorHandler =
  (log: Log, newId: () => string): ErrorRequestHandler =>
  // Express knows an error handler by its four parameters.
  (fault: unknown, request, response, _next) => {
    const requestId = requestIdOf(request, newId);
    const mistake = mistakeOf(fault);
    const storage = storageFaultOf(fault);
    const code = mistake ?? (storage ? codeOfStorage[storage.kind] : 'internal');
    if (mistake === null && code !== 'shutting_down') log.error({ requestId, method: request.method, fault }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendRefusal(request, response, { code }, requestId);
  };
