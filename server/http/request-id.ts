import type { IncomingMessage } from 'node:http';

declare module 'http' {
  interface IncomingMessage {
    /** In its answer, the log and the audit trail. */
    requestId?: string;
  }
}

/** One id for a request, given by whichever part of the way needs it first. */
export const requestIdOf = (message: IncomingMessage, newId: () => string): string => (message.requestId ??= newId());
