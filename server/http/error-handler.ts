import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import { storageFaultOf, type StorageFaultKind } from '#db/storage-fault.ts';
import type { ProblemCode } from '#contract/problems.ts';
import type { Log } from '#server/platform/log.ts';
import { sendProblem } from './answer.ts';

const codeOfStorage = {
  full: 'storage_full',
  busy: 'storage_busy',
  read_only: 'storage_read_only',
  io: 'storage_fault',
  corrupt: 'storage_fault',
  closed: 'shutting_down',
} as const satisfies Record<StorageFaultKind, ProblemCode>;

/** Answers a fault: logged once, and without a word about our insides. */
export type AnswerFault = (fault: unknown, message: IncomingMessage, response: ServerResponse, requestId: string) => void;

export const answerFault =
  (log: Log): AnswerFault =>
  (fault, message, response, requestId) => {
    const storage = storageFaultOf(fault);
    const code = storage ? codeOfStorage[storage.kind] : 'internal';
    if (code !== 'shutting_down') log.error({ requestId, method: message.method, fault }, 'request failed');
    if (response.headersSent) response.destroy();
    else sendProblem(message, response, { code }, requestId);
  };

/** The last handler of what Express serves. */
export const errorHandler =
  (answer: AnswerFault, newId: () => string): ErrorRequestHandler =>
  (fault: unknown, request, response, next) => {
    if (response.headersSent) next(fault);
    else answer(fault, request, response, newId());
  };
