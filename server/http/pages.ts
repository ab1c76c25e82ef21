import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import express, { Router } from 'express';
import { sendPage } from './headers.ts';

const placeholder = /__NONCE__/g;

/** Named after their content. Sent whole: no page needs a part of one, and a range that does not fit is no reason for an error. */
const forEver = { immutable: true, maxAge: '365d', acceptRanges: false } as const;

/** Serves a page as a template: the nonce changes with every answer, the assets that it names never do. */
function page(html: string): RequestHandler {
  return (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    sendPage(response, html.replace(placeholder, nonce), nonce);
  };
}

/**
 * The built client: immutable assets, compressed at build time, and two pages. The public one (register, sign-in) is small
 * because citizens open it on phones; the application is behind /app.
 */
export function clientPages(folder: string): Router {
  const router = Router();
  router.use(
    '/assets',
    compressed(join(folder, 'assets')),
    express.static(join(folder, 'assets'), { ...forEver, index: false, redirect: false }),
  );
  const application = page(readFileSync(join(folder, 'app.html'), 'utf8'));
  router.get(['/app', '/app/{*rest}'], application);
  const publicPage = page(readFileSync(join(folder, 'public.html'), 'utf8'));
  router.get(['/', '/sign-in', '/documents', '/powers/{*rest}', '/townships/{*rest}'], publicPage);
  return router;
}

const encodings = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/** Sends the file that the build compressed, where the browser takes it. */
function compressed(folder: string): RequestHandler {
  return (request, response, next) => {
    const name = /^\/([\w.-]+\.(?:js|css|svg))$/.exec(request.path)?.[1];
    const accepted = request.headers['accept-encoding'] ?? '';
    const encoding = encodings.find(({ name: word }) => accepted.includes(word));
    if (!name || !encoding) {
      next();
      return;
    }
    response.setHeader('Content-Encoding', encoding.name);
    response.setHeader('Vary', 'Accept-Encoding');
    response.type(name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'image/svg+xml');
    response.sendFile(name + encoding.suffix, { root: folder, ...forEver }, (fault) => {
      if (!fault || response.headersSent) return;
      response.removeHeader('Content-Encoding');
      next();
    });
  };
}
