import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OperationShape } from '#contract/operation.ts';
import type { Refusal } from '#contract/problems.ts';
import type { Answer, FileAnswer } from '#server/platform/binding.ts';
import { answerHeaders } from './headers.ts';
import { problemOf, type ProblemExtras } from './problems.ts';
import { endedCookie, openedCookie } from './session.ts';

const json = 'application/json; charset=utf-8';
const problemJson = 'application/problem+json; charset=utf-8';

export interface Sending {
  readonly requestId: string;
  readonly now: number;
  /** What of the value may leave; throws when it is not what the document describes. */
  readonly declared: (value: unknown) => unknown;
}

/** Sends what a use case has answered. Throws before anything is sent when the answer is not one of the operation's. */
export function sendAnswer(
  message: IncomingMessage,
  response: ServerResponse,
  operation: OperationShape,
  answer: Answer<unknown>,
  { requestId, now, declared }: Sending,
): void {
  if (answer.kind === 'refused') {
    sendProblem(message, response, answer.refusal, requestId, {
      ...(answer.currentVersion === undefined ? {} : { currentVersion: answer.currentVersion }),
      ...(answer.changes ? { changes: [...answer.changes] } : {}),
    });
    return;
  }
  const type = operation.media ?? json;
  if (answer.kind === 'ready') {
    const head = ['X-Request-Id', requestId, 'ETag', answer.etag, 'Cache-Control', 'private, no-cache'];
    if (message.headers['if-none-match'] === answer.etag) send(response, 304, head);
    else send(response, operation.status, head, answer.body, type);
    return;
  }
  const head = ['X-Request-Id', requestId, 'Cache-Control', 'no-store'];
  if (answer.kind === 'file') {
    sendFile(response, operation, answer, head);
    return;
  }
  if (answer.session)
    head.push(
      'Set-Cookie',
      answer.session.kind === 'opened' ? openedCookie(answer.session.token, now, answer.session.expiresAt) : endedCookie,
    );
  if (answer.replayed) head.push('Idempotency-Replayed', 'true');
  if (operation.status === 204) {
    send(response, 204, head);
    return;
  }
  const value = declared(answer.value);
  const version = versionIn(value);
  if (version !== null) head.push('ETag', `"${String(version)}"`);
  send(response, operation.status, head, operation.media ? String(value) : JSON.stringify(value), type);
}

function sendFile(response: ServerResponse, operation: OperationShape, { name, media, bytes }: FileAnswer, head: string[]): void {
  if (!operation.download?.includes(media))
    throw new Error(`${operation.id} answered a file of type ${media}, which the table does not name`);
  // RFC 6266 with RFC 8187: any name, and nothing in it that could end the header.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  head.push('Content-Disposition', `attachment; filename="download"; filename*=UTF-8''${encoded}`);
  send(response, operation.status, head, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), media);
}

export function sendProblem(
  message: IncomingMessage,
  response: ServerResponse,
  refusal: Refusal,
  requestId: string,
  extras: ProblemExtras & { readonly allow?: string } = {},
): void {
  const { allow, ...said } = extras;
  const problem = problemOf(refusal, `urn:request:${requestId}`, said);
  const head = ['X-Request-Id', requestId, 'Cache-Control', 'no-store'];
  if (allow !== undefined) head.push('Allow', allow);
  if (problem.status === 503) head.push('Retry-After', '5');
  if (problem.status === 429) head.push('Retry-After', String(refusal.params?.['seconds'] ?? 60));
  if (message.method === 'HEAD') send(response, problem.status, head);
  else send(response, problem.status, head, JSON.stringify(problem), problemJson);
}

function versionIn(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' ? value.version : null;
}

/** One list of headers for all: Express's own send would hash every body for an ETag that nobody asked for. */
function send(response: ServerResponse, status: number, head: string[], body?: string | Buffer, type?: string): void {
  if (body === undefined || type === undefined) {
    response.writeHead(status, [...answerHeaders, ...head]).end();
    return;
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  head.push('Content-Type', type, 'Content-Length', String(length));
  response.writeHead(status, [...answerHeaders, ...head]).end(body);
}
