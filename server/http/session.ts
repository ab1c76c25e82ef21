import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export const cookieName = '__Host-session';

/** The token of the cookie; only its SHA-256 ever reaches the database. */
export function tokenOf(request: IncomingMessage): string | null {
  const header = request.headers.cookie;
  if (!header) return null;
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === cookieName) return pair.slice(at + 1).trim();
  }
  return null;
}

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

// Chromium takes Secure cookies on localhost, so there is no insecure development mode.
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';
export const openedCookie = (token: string, now: number, expiresAt: number): string =>
  `${cookieName}=${token}; Max-Age=${String(Math.max(0, Math.floor((expiresAt - now) / 1000)))}; ${attributes}`;
export const endedCookie = `${cookieName}=; Max-Age=0; ${attributes}`;

/**
 * Whether a change comes from our own pages. Browsers send Sec-Fetch-Site or Origin with every unsafe request; a caller
 * that sends a cookie but neither of them is refused, a program without a cookie has no session to abuse.
 */
export function isSameSite(request: IncomingMessage, publicOrigin: string | null): boolean {
  const origin = request.headers.origin;
  if (origin !== undefined) return origin === publicOrigin || hostOf(origin) === request.headers.host;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return request.headers.cookie === undefined;
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
