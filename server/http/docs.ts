import { createHash, randomBytes } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { Router } from 'express';
import type { OperationShape } from '#contract/operation.ts';
import { sendPage } from './headers.ts';
import { openApiDocument } from './openapi.ts';
import { conditionOfReading } from './calls/preconditions.ts';

const pageOf = (nonce: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>API</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="docs/viewer/swagger-ui.css" nonce="${nonce}"></head>
<body><main id="viewer"></main><script src="docs/viewer/swagger-ui-bundle.js" nonce="${nonce}"></script>
<script src="docs/start.js" nonce="${nonce}"></script></body></html>`;

const start = "window.SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#viewer', deepLinking: true, validatorUrl: null });";

/** The OpenAPI document and a viewer that loads nothing from outside. */
export function apiDocs(operations: readonly OperationShape[], title: string): Router {
  const router = Router();
  // Made when first asked for: describing every schema takes longer than all else at the start, and most processes are never asked.
  let document: string | undefined;
  let etag: string | undefined;
  const viewer = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.get('/openapi.json', (request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    document ??= JSON.stringify(openApiDocument(operations, title));
    etag ??= `"${createHash('sha256').update(document).digest('base64url').slice(0, 22)}"`;
    response.setHeader('ETag', etag);
    // Express's own look at the conditions gives way to Cache-Control.
    if (conditionOfReading(request, etag) === 'not_modified') response.status(304).end();
    else response.type('json').send(document);
  });
  router.get('/docs', (_request, response) => {
    const nonce = randomBytes(16).toString('base64');
    sendPage(response, pageOf(nonce), nonce);
  });
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(start);
  });
  router.use('/docs/viewer', express.static(viewer, { index: false, redirect: false, maxAge: '1d', acceptRanges: false }));
  return router;
}
