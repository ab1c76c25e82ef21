import type { RequestHandler, Response } from 'express';

/** Pages: scripts and styles need the nonce of this answer; antd writes style attributes (auto-sizing text areas). */
export const pagePolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const answerPolicy = "default-src 'none'; frame-ancestors 'none'";

/** What every answer carries (OWASP ASVS 5.0, 3.4), name and value in turns. No HSTS: TLS ends at the county's proxy, which sets it. */
export const answerHeaders: readonly string[] = [
  ...['X-Content-Type-Options', 'nosniff'],
  ...['X-Frame-Options', 'DENY'],
  ...['Referrer-Policy', 'same-origin'],
  ...['Cross-Origin-Opener-Policy', 'same-origin'],
  ...['Cross-Origin-Resource-Policy', 'same-origin'],
  ...['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
  ...['Content-Security-Policy', answerPolicy],
];

/** The same for what Express answers; a page replaces the policy. */
export const securityHeaders: RequestHandler = (_request, response, next) => {
  for (let place = 0; place < answerHeaders.length; place += 2)
    response.setHeader(answerHeaders[place] ?? '', answerHeaders[place + 1] ?? '');
  next();
};

/** A page made for this answer alone. */
export function sendPage(response: Response, html: string, nonce: string): void {
  response.setHeader('Content-Security-Policy', pagePolicy(nonce));
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(html);
}
