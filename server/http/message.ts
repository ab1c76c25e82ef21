import type { IncomingMessage } from 'node:http';

/** RFC 9112, 6: a message without either header has no body. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;

/** Whether the body says that it is of this media type, whatever its parameters. */
export const isOf = ({ headers }: IncomingMessage, media: string): boolean =>
  headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() === media;

/** What follows the question mark of an address. */
export function searchOf(url: string): string {
  const mark = url.indexOf('?');
  return mark < 0 ? '' : url.slice(mark + 1);
}

/** RFC 9110, 9.3.2: HEAD is GET whose body stays here; Node leaves the body out by itself. */
export const methodOf = ({ method = 'GET' }: IncomingMessage): string => (method === 'HEAD' ? 'GET' : method);
