import type { Express } from 'express';
import type { Db } from '#db/connection.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { operations } from '#contract/operations.ts';
import { accountsRoutes } from '#server/features/accounts/routes.ts';
import { catalogueRoutes } from '#server/features/catalogue/routes.ts';
import { commonDecisionsRoutes } from '#server/features/common-decisions/routes.ts';
import { editionsRoutes } from '#server/features/editions/routes.ts';
import { ordersRoutes } from '#server/features/orders/routes.ts';
import { organisationsRoutes } from '#server/features/organisations/routes.ts';
import { powersRoutes } from '#server/features/powers/routes.ts';
import { preparationRoutes } from '#server/features/preparation/routes.ts';
import { reviewsRoutes } from '#server/features/reviews/routes.ts';
import { signInRoutes } from '#server/features/sign-in/routes.ts';
import { authorise, pruneAttempts, pruneSessions, resolveSession } from '#server/features/sign-in/index.ts';
import { auditRoutes } from '#server/features/audit/routes.ts';
import { directoryRoutes } from '#server/features/directory/routes.ts';
import { rebaseEntry } from '#server/features/directory/index.ts';
import { grantsRoutes } from '#server/features/grants/routes.ts';
import { reviewGrantBasis, sweepGrants } from '#server/features/grants/index.ts';
import { createImportJobs, pruneDiscarded, settleImports } from '#server/features/imports/index.ts';
import { importsRoutes } from '#server/features/imports/routes.ts';
import { createCatalogue } from '#server/features/catalogue/index.ts';
import { rebaseDraftItem } from '#server/features/editions/index.ts';
import { addPinyin } from '#server/features/powers/index.ts';
import { registerRoutes } from '#server/features/register/routes.ts';
import { commitmentChanged } from '#server/features/preparation/index.ts';
import { createCommonThread, type CommonThread } from '#server/features/common-decisions/index.ts';
import { menuStandings } from '#server/features/orders/index.ts';
import { requestsRoutes } from '#server/features/requests/routes.ts';
import { sweepDeadlines, type RequestsPorts } from '#server/features/requests/index.ts';
import { resourcesRoutes } from '#server/features/resources/routes.ts';
import { statutesRoutes } from '#server/features/statutes/routes.ts';
import { sweepStatutes } from '#server/features/statutes/index.ts';
import { suggestionsRoutes } from '#server/features/suggestions/routes.ts';
import { tasksRoutes } from '#server/features/tasks/routes.ts';
import { trainingRoutes } from '#server/features/training/routes.ts';
import { importers } from './importers.ts';
import { rosterEffects } from './roster-effects.ts';
import { addressBehind } from './http/address.ts';
import { apiDocs } from './http/docs.ts';
import { errorHandler } from './http/error-handler.ts';
import { createExpress, type MessageClasses } from './http/express.ts';
import { securityHeaders } from './http/headers.ts';
import { health } from './http/health.ts';
import { mountOperations } from './http/mount.ts';
import { refuseAll, refuseWhile } from './http/refusal.ts';
import { clientPages } from './http/pages.ts';
import type { Binding } from './platform/binding.ts';
import { readingOneState } from './platform/one-state.ts';
import type { Clock } from './platform/clock.ts';
import type { Log } from './platform/log.ts';
import type { Ports } from './platform/ports.ts';
import { pruneKeys } from './records/idempotency.ts';
import { prune } from './records/prune.ts';
import { createSweeper, type Sweeper } from './records/sweep.ts';
import { createSweeps, type Sweeps } from './records/sweeps.ts';

export interface AppOptions {
  readonly db: Db;
  readonly unitOfWork: UnitOfWork;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Log;
  readonly publicOrigin?: string | null;
  readonly trustProxyHops?: number;
  readonly metricsToken?: string | null;
  /** Whether the database was found damaged: then nothing of it is served any more. */
  readonly isDamaged?: () => boolean;
  /** The built client; absent where only the API is wanted (tests). */
  readonly clientFolder?: string | null;
}

export interface App {
  /** What an HTTP server calls. */
  readonly listener: Express;
  /** What it makes its messages of, so that Express need not change them. */
  readonly messages: MessageClasses;
  readonly ports: Ports;
  /** The use cases behind the operations, for a demo that plays them without HTTP. */
  readonly bindings: readonly Binding[];
  /** Moves files on whose deadline has passed in silence; safe at any time, any number of times. */
  readonly sweep: (now: number) => Promise<void>;
  /** Settles what a former process left in the middle; once, before anybody is served. */
  readonly start: (now: number) => Promise<void>;
  /** Ends what runs beside the main thread; before the database is closed. */
  readonly stop: () => Promise<void>;
}

/** The composition root: everything is put together here, and what a request passes stands here in order. */
export function buildApp(options: AppOptions): App {
  const { db, unitOfWork, clock, newId, log } = options;
  const ports: Ports = { db, unitOfWork, newId, log, authorise };
  const withMenu: RequestsPorts = { ...ports, catalogue: createCatalogue(ports) };
  const jobs = createImportJobs(ports, new URL('./imports.worker.ts', import.meta.url), importers);
  const decisions = createCommonThread(ports);
  const onApplied = (): void => withMenu.catalogue.refresh();
  const bindings: readonly Binding[] = [
    ...featureBindings(withMenu, decisions),
    ...importsRoutes({ ...ports, onApplied, importers }, jobs, () => bindings),
  ].map((binding) => readingOneState(db, binding));
  const sweeper = createSweeper(ports);
  const sweeps = sweepsOf(withMenu, sweeper);
  const { app, messages } = createExpress();
  const { router, onAnswered } = health({ obstacle: () => obstacleOf(unitOfWork), metricsToken: options.metricsToken ?? null });
  const operate = mountOperations(bindings, {
    now: () => clock.now(),
    newId,
    publicOrigin: options.publicOrigin ?? null,
    resolveSession: resolveSession(ports),
    addressOf: addressBehind(options.trustProxyHops ?? 0),
    onAnswered,
  });
  app.use(refuseWhile(options.isDamaged ?? (() => false), 'storage_fault', newId));
  // First, for it is asked most; it sets its own headers.
  app.use('/api/v1', operate);
  app.use(securityHeaders);
  app.use(router);
  app.use('/api/v1', apiDocs(operations, 'County power menu'), refuseAll('unknown_operation', newId));
  if (options.clientFolder) app.use(clientPages(options.clientFolder));
  app.use(refuseAll('not_found', newId));
  app.use(errorHandler(log, newId));
  return {
    listener: app,
    messages,
    ports,
    bindings,
    sweep: sweeps.run,
    async start(now) {
      await settleImports(ports, sweeper, now);
    },
    async stop() {
      await Promise.all([jobs.stop(), decisions.stop(), sweeps.stop()]);
    },
  };
}

/** Every feature with what it needs of the others: effects that go uphill are handed in here. */
function featureBindings(ports: RequestsPorts, decisions: CommonThread): Binding[] {
  const { catalogue } = ports;
  const menuChanged = (): void => catalogue.refresh();
  return [
    ...organisationsRoutes(ports, { organisationsChanged: menuChanged }),
    ...accountsRoutes(ports),
    ...signInRoutes(ports),
    ...statutesRoutes(ports, {
      rebased: (act, { kind, id }, bases) => (kind === 'menu_item' ? rebaseDraftItem(act, id, bases) : rebaseEntry(act, kind, id, bases)),
      grantReviewed: reviewGrantBasis,
    }),
    ...directoryRoutes(ports),
    ...powersRoutes(ports, { powersChanged: menuChanged }),
    ...editionsRoutes(ports, { editionPublished: menuChanged }),
    ...catalogueRoutes(ports, { catalogue, standings: menuStandings(ports) }),
    ...trainingRoutes(
      ports,
      rosterEffects(() => ports),
    ),
    ...resourcesRoutes(ports, { commitmentChanged: commitmentChanged(ports) }),
    ...requestsRoutes(ports),
    ...ordersRoutes(ports),
    ...preparationRoutes(ports),
    ...reviewsRoutes(ports),
    ...commonDecisionsRoutes(ports, decisions),
    ...suggestionsRoutes(ports),
    ...grantsRoutes(ports),
    ...registerRoutes(ports),
    ...tasksRoutes(ports),
    ...auditRoutes(ports),
  ];
}

/** What time does by itself, in this order. */
function sweepsOf(ports: RequestsPorts, sweeper: Sweeper): Sweeps {
  return createSweeps(ports.log, [
    { name: 'spellPowers', run: addPinyin(ports, sweeper, { powersChanged: () => ports.catalogue.refresh() }) },
    { name: 'sweepDeadlines', run: (now) => sweepDeadlines(ports, sweeper, now) },
    { name: 'sweepGrants', run: (now) => sweepGrants(ports, sweeper, now) },
    { name: 'sweepStatutes', run: (now) => sweepStatutes(ports, sweeper, now) },
    { name: 'prune', run: prune(ports.unitOfWork, [pruneKeys, pruneSessions, pruneAttempts]) },
    { name: 'pruneDiscarded', run: pruneDiscarded(ports, sweeper) },
  ]);
}

/** Only after a fault is the storage tried again, so that a healthy portal is not written to for being asked. */
async function obstacleOf(unitOfWork: UnitOfWork): Promise<string | null> {
  if (unitOfWork.fault() === null) return null;
  try {
    await unitOfWork.probe();
    return null;
  } catch {
    return unitOfWork.fault()?.kind ?? 'storage';
  }
}
