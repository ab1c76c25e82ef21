import { randomBytes } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ProblemCode, Refusal } from '#contract/problems.ts';
import { sendProblem } from './answer.ts';
import { faultPage } from './fault-page.ts';
import { sendPage } from './headers.ts';
import { statusOf } from './problems.ts';
import { requestIdOf } from './request-id.ts';

/** A browser that opens an address gets a page to read, everybody else a problem document; below /api it is always the document. */
export function sendRefusal(request: Request, response: Response, refusal: Refusal, requestId: string): void {
  if (!wantsPage(request)) {
    sendProblem(response, refusal, requestId);
    return;
  }
  const status = statusOf[refusal.code];
  if (status === 503) response.setHeader('Retry-After', '5');
  response.setHeader('X-Request-Id', requestId);
  // A file that was not found may have been announced as one.
  response.removeHeader('Content-Encoding');
  const nonce = randomBytes(16).toString('base64');
  sendPage(response.status(status), faultPage(status, nonce), nonce);
}

/** A caller who takes any type gets the document. */
const wantsPage = (request: Request): boolean =>
  !/^\/api(?:\/|$)/.test(request.originalUrl) &&
  request.accepts(['application/problem+json', 'application/json', 'text/html']) === 'text/html';

/** The end of a way: what has come here is refused. */
export const refuseAll =
  (code: ProblemCode, newId: () => string): RequestHandler =>
  (request, response) =>
    sendRefusal(request, response, { code }, requestIdOf(request, newId));

/** Nothing passes for as long as it holds. */
export const refuseWhile =
  (holds: () => boolean, code: ProblemCode, newId: () => string): RequestHandler =>
  (request, response, next) => {
    if (holds()) sendRefusal(request, response, { code }, requestIdOf(request, newId));
    else next();
  };
