import express, { type Request, type RequestHandler } from 'express';
import { isDocsPath } from './docs.ts';
import { setSecurityHeaders } from './headers.ts';

/**
 * What a call of an operation passes, in one layer: every layer of Express costs a request about as much as a statement. The
 * documentation is let through to its own routes.
 */
export function apiEntrance(operate: RequestHandler): RequestHandler {
  const readBody = express.json({ limit: '1mb', strict: true, verify: keepRawBody });
  return (request, response, next) => {
    if (isDocsPath(request.path)) {
      next();
      return;
    }
    setSecurityHeaders(response);
    if (!hasBody(request)) {
      void operate(request, response, next);
      return;
    }
    void readBody(request, response, (fault?: unknown) => {
      if (fault === undefined) void operate(request, response, next);
      else next(fault);
    });
  };
}

/** RFC 9112, 6: a message without either header has no body. */
const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;

function keepRawBody(request: Request & { rawBody?: Buffer }, _response: unknown, body: Buffer): void {
  request.rawBody = body;
}
