import type { IncomingMessage } from 'node:http';
import { parse as parseQuery } from 'node:querystring';
import type { ProblemCode } from '#contract/problems.ts';

/** A call of the API as it came over the wire. */
export interface Incoming {
  readonly message: IncomingMessage;
  readonly method: string;
  /** Below /api/v1. */
  readonly path: string;
  /** What follows the question mark. */
  readonly search: string;
  /** The bytes that were sent as JSON, and what they say; undefined where none were. */
  readonly rawBody: Buffer | undefined;
  readonly body: unknown;
}

const root = '/api/v1';
export const mostBytes = 1024 * 1024;

/** Where a call of the API goes; null for everything that is a page, a file or asked by the machine room. */
export function placeBelowApi(url: string): Pick<Incoming, 'path' | 'search'> | null {
  if (!url.startsWith(`${root}/`)) return null;
  const mark = url.indexOf('?', root.length);
  return mark < 0 ? { path: url.slice(root.length), search: '' } : { path: url.slice(root.length, mark), search: url.slice(mark + 1) };
}

export const queryOf = ({ search }: Incoming): unknown => parseQuery(search);

/** RFC 9112, 6: a message without either header has no body. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;

/** Whether the body says that it is of this media type, whatever its parameters. */
export const isOf = ({ headers }: IncomingMessage, media: string): boolean =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === media;

/** JSON is UTF-8 (RFC 8259, 8.1), and nobody needs to send a megabyte folded small. */
function isReadable({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'];
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(headers['content-type'] ?? '')?.[1];
  return (encoding === undefined || encoding.toLowerCase() === 'identity') && (charset === undefined || /^utf-?8$/i.test(charset));
}

export type Body =
  { readonly kind: 'read'; readonly raw: Buffer; readonly value: unknown } | { readonly kind: 'refused'; readonly code: ProblemCode };
const refused = (code: ProblemCode): Body => ({ kind: 'refused', code });

/** Gathers a JSON body up to the bound. Whoever hangs up half-way is told nothing. */
export function readJson(message: IncomingMessage, tell: (body: Body) => void): void {
  if (!isReadable(message)) {
    tell(refused('unsupported_media'));
    return;
  }
  const parts: Buffer[] = [];
  let size = 0;
  const onData = (part: Buffer): void => {
    size += part.length;
    if (size <= mostBytes) {
      parts.push(part);
      return;
    }
    message.off('data', onData).off('end', onEnd);
    // The rest is let pass unread: closing at once would reach the sender as a broken connection instead of a reason.
    message.resume();
    tell(refused('body_too_large'));
  };
  const onEnd = (): void => tell(parsed(parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts)));
  message.on('data', onData).on('end', onEnd);
}

function parsed(raw: Buffer): Body {
  if (raw.length === 0) return { kind: 'read', raw, value: {} };
  try {
    const value: unknown = JSON.parse(raw.toString('utf8').replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null ? { kind: 'read', raw, value } : refused('malformed_json');
  } catch {
    return refused('malformed_json');
  }
}
