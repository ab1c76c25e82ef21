import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import { Histogram, Gauge, Registry, collectDefaultMetrics } from 'prom-client';

export interface Health {
  /** Null while the portal can do its work, else why it cannot (RULES.md R9). */
  readonly obstacle: () => Promise<string | null>;
  readonly metricsToken: string | null;
}

export interface Metrics {
  readonly router: Router;
  readonly onAnswered: (operationId: string, status: number, milliseconds: number) => void;
}

/** /healthz: the process lives. /readyz: it can read and write. /metrics: for those who have the token. */
export function health({ obstacle, metricsToken }: Health): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Histogram({
    name: 'portal_operation_seconds',
    help: 'Time to answer an operation',
    labelNames: ['operation', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  const ready = new Gauge({ name: 'portal_ready', help: '1 while the portal can read and write', registers: [registry] });
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.setHeader('Cache-Control', 'no-store');
    response.json({ status: 'ok' });
  });
  router.get('/readyz', async (_request, response) => {
    const reason = await obstacle();
    ready.set(reason === null ? 1 : 0);
    response.setHeader('Cache-Control', 'no-store');
    if (reason !== null) response.setHeader('Retry-After', '5');
    response.status(reason === null ? 200 : 503).json(reason === null ? { status: 'ready' } : { status: 'not_ready', reason });
  });
  router.get('/metrics', async (request, response, next) => {
    // Without the token there is nothing here, as at any other address.
    if (metricsToken === null || !isToken(request.headers.authorization, metricsToken)) {
      next();
      return;
    }
    response.type(registry.contentType).send(await registry.metrics());
  });
  return { router, onAnswered: (operation, status, milliseconds) => answers.observe({ operation, status }, milliseconds / 1000) };
}

function isToken(header: string | undefined, token: string): boolean {
  const given = Buffer.from(header ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
