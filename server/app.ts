import express, { type Express, type Request } from 'express';
import type { Db } from '#db/connection.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { operations } from '#contract/operations.ts';
import { accountsRoutes, resolveSession } from '#server/features/accounts/index.ts';
import { apiDocs } from './http/docs.ts';
import { errorHandler } from './http/error-handler.ts';
import { securityHeaders } from './http/headers.ts';
import { health } from './http/health.ts';
import { mountOperations, sendProblem } from './http/mount.ts';
import { clientPages } from './http/pages.ts';
import type { Binding } from './platform/binding.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import type { Ports } from './platform/ports.ts';

export interface AppOptions {
  readonly db: Db;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly publicOrigin?: string | null;
  readonly trustProxyHops?: number;
  readonly metricsToken?: string | null;
  /** The built client; absent where only the API is wanted (tests). */
  readonly clientFolder?: string | null;
}

export interface App {
  readonly express: Express;
  readonly ports: Ports;
  /** Moves files on whose deadline has passed in silence; safe at any time, any number of times. */
  readonly sweep: (now: number) => Promise<void>;
}

/** The composition root: everything is put together here, and what a request passes stands here in order. */
export function buildApp(options: AppOptions): App {
  const { db, unitOfWork, clock, newId, log } = options;
  const ports: Ports = { db, unitOfWork, newId, log };
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', options.trustProxyHops ?? 0);
  const { router, onAnswered } = health({ obstacle: () => obstacleOf(unitOfWork), metricsToken: options.metricsToken ?? null });
  app.use(securityHeaders);
  app.use(router);
  app.use('/api/v1', apiDocs(operations, 'County power menu'));
  app.use('/api/v1', express.json({ limit: '1mb', strict: true, verify: keepRawBody }));
  app.use(
    '/api/v1',
    mountOperations(featureBindings(ports), {
      now: () => clock.now(),
      newId,
      publicOrigin: options.publicOrigin ?? null,
      resolveSession: resolveSession(ports),
      addressOf: (request) => request.ip ?? '',
      onAnswered,
      validateAnswers: true,
    }),
  );
  if (options.clientFolder) app.use(clientPages(options.clientFolder));
  app.use((request, response) => {
    sendProblem(response, request, { code: 'not_found' }, newId());
  });
  app.use(errorHandler(log, newId));
  return { express: app, ports, sweep: () => Promise.resolve() };
}

/** Every feature with what it needs of the others: effects that go uphill are handed in here. */
function featureBindings(ports: Ports): Binding[] {
  return [...accountsRoutes(ports)];
}

function keepRawBody(request: Request & { rawBody?: Buffer }, _response: unknown, body: Buffer): void {
  request.rawBody = body;
}

async function obstacleOf(unitOfWork: UnitOfWork): Promise<string | null> {
  try {
    await unitOfWork.probe();
    return unitOfWork.fault()?.kind ?? null;
  } catch {
    return unitOfWork.fault()?.kind ?? 'storage';
  }
}
