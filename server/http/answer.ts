import type { ServerResponse } from 'node:http';
import type { Refusal } from '#contract/problems.ts';
import type { Answer, Answered, FileAnswer } from '#server/platform/binding.ts';
import type { Asked } from './calls/call.ts';
import { answerHeaders } from './headers.ts';
import { conditionOfReading } from './calls/preconditions.ts';
import { problemOf, type ProblemExtras } from './problems.ts';
import { endedCookie, openedCookie } from './session.ts';

const json = 'application/json; charset=utf-8';
const problemJson = 'application/problem+json; charset=utf-8';

interface Sending extends Pick<Asked, 'operation' | 'request' | 'requestId' | 'now'> {
  readonly response: ServerResponse;
}

/**
 * Sends what a use case has answered. Throws before anything is sent when the answer is not what the document describes: then it is a
 * fault of ours.
 */
export function sendAnswer(sending: Sending, answer: Answer<unknown>): void {
  const { operation, requestId, response } = sending;
  const type = operation.media ?? json;
  if (answer.kind === 'refused') {
    const { refusal, currentVersion, changes } = answer;
    const extras = { ...(currentVersion === undefined ? {} : { currentVersion }), ...(changes ? { changes: [...changes] } : {}) };
    sendProblem(response, refusal, requestId, extras);
  } else if (answer.kind === 'ready') {
    const head = ['X-Request-Id', requestId, 'Cache-Control', 'private, no-cache'];
    sendBody(sending, { head, etag: answer.etag, body: answer.body, type });
  } else if (answer.kind === 'file') {
    sendFile(sending, answer);
  } else {
    sendValue(sending, answer, type);
  }
}

function sendValue(sending: Sending, { value, session, replayed }: Answered<unknown>, type: string): void {
  const { operation, requestId, now, response } = sending;
  const head = ['X-Request-Id', requestId, 'Cache-Control', 'no-store'];
  if (session) head.push('Set-Cookie', session.kind === 'opened' ? openedCookie(session.token, now, session.expiresAt) : endedCookie);
  if (replayed) head.push('Idempotency-Replayed', 'true');
  if (operation.status === 204) {
    send(response, 204, head);
    return;
  }
  const declared = operation.response.parse(value);
  const version = versionIn(declared);
  const body = operation.media ? String(declared) : JSON.stringify(declared);
  sendBody(sending, { head, etag: version === null ? null : `"${String(version)}"`, body, type });
}

function sendFile(sending: Sending, { name, media, bytes }: FileAnswer): void {
  const { operation, requestId } = sending;
  if (!operation.download?.includes(media))
    throw new Error(`${operation.id} answered a file of type ${media}, which the table does not name`);
  // RFC 6266 with RFC 8187: any name, and nothing in it that could end the header.
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  const disposition = `attachment; filename="download"; filename*=UTF-8''${encoded}`;
  const head = ['X-Request-Id', requestId, 'Cache-Control', 'no-store', 'Content-Disposition', disposition];
  sendBody(sending, { head, etag: null, body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), type: media });
}

interface Body {
  readonly head: string[];
  readonly etag: string | null;
  readonly body: string | Buffer;
  readonly type: string;
}

/** A reader may have it already, or want another version (RFC 9110, 13); the conditions of a change have been looked at before. */
function sendBody({ operation, request, requestId, response }: Sending, { head, etag, body, type }: Body): void {
  const condition = operation.method === 'GET' ? conditionOfReading(request, etag) : 'met';
  if (condition === 'failed') {
    sendProblem(response, { code: 'version_stale' }, requestId);
    return;
  }
  if (etag !== null) head.push('ETag', etag);
  if (condition === 'not_modified') send(response, 304, head);
  else send(response, operation.status, head, body, type);
}

export function sendProblem(
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
  send(response, problem.status, head, JSON.stringify(problem), problemJson);
}

function versionIn(value: unknown): number | null {
  return typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number' ? value.version : null;
}

/** One list of headers for all, written at once. Node itself leaves the body of an answer to HEAD out. */
function send(response: ServerResponse, status: number, head: string[], body?: string | Buffer, type?: string): void {
  if (body === undefined || type === undefined) {
    response.writeHead(status, [...answerHeaders, ...head]).end();
    return;
  }
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  head.push('Content-Type', type, 'Content-Length', String(length));
  response.writeHead(status, [...answerHeaders, ...head]).end(body);
}
