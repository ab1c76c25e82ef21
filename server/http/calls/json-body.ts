import type { IncomingMessage } from 'node:http';
import express, { type NextFunction, type Request, type Response } from 'express';
import { hasBody, isOf } from '../message.ts';

export const mostJsonBytes = 1024 * 1024;

declare module 'http' {
  interface IncomingMessage {
    /** What was sent as JSON; what a repeated key is compared by. */
    jsonBytes?: Buffer;
  }
}

/** JSON is UTF-8 (RFC 8259, 8.1); Express would take UTF-16 as well. */
function isUtf8({ headers }: IncomingMessage): boolean {
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return charset === undefined || /^utf-?8$/i.test(charset);
}

export const isJson = (message: IncomingMessage): boolean => hasBody(message) && isOf(message, 'application/json') && isUtf8(message);

const parse = express.json({
  limit: mostJsonBytes,
  // Nothing can be folded small to become large here.
  inflate: false,
  type: () => true,
  verify(message, _response, bytes) {
    message.jsonBytes = bytes;
  },
});

/** Reads a body that `isJson`; what is wrong with it goes to the error handler. */
export function readJson(request: Request, response: Response, next: NextFunction): void {
  if (Number(request.headers['content-length'] ?? 0) > mostJsonBytes) {
    // Express would read all of it before it says so.
    next({ status: 413 });
    return;
  }
  try {
    parse(request, response, next);
  } catch {
    // The parameters of its type cannot be read.
    next({ status: 415 });
  }
}
