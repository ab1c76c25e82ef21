import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { buildApp } from './app.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createNewId } from './platform/ids.ts';
import { createLog } from './platform/log.ts';

/** After this the process ends whatever still runs (trust.md R8: within 10 s). */
const longestStopMs = 9_000;
const sweepEveryMs = 60_000;

export interface Serving {
  readonly origin: string;
  /** Stops accepting, finishes what runs, brings the WAL home. */
  readonly stop: () => Promise<void>;
}

/** Opens the installation and serves it until it is told to stop. */
export async function serve(config: Config, program: string): Promise<Serving> {
  const log = createLog(config.logLevel);
  const clock = systemClock((milliseconds) => {
    log.warn({ milliseconds }, 'the clock of this machine jumped back; no right depends on it');
  });
  const opened = openInstallation(config.dataDir, program, findMigrations());
  const unitOfWork = createUnitOfWork(opened.db, {
    onFault: (fault) => {
      log.error({ fault }, 'the storage failed');
    },
  });
  const newId = createNewId(clock);
  const app = buildApp({ ...config, db: opened.db, unitOfWork, clock, newId, log, clientFolder: clientFolder() });
  const server = createServer({ keepAliveTimeout: 65_000, requestTimeout: 30_000, headersTimeout: 20_000 }, app.listener);
  await listen(server, config);
  const sweep = setInterval(() => void app.sweep(clock.now()), sweepEveryMs);
  void app.sweep(clock.now());
  const origin = `http://${config.host}:${String((server.address() as AddressInfo).port)}`;
  log.info({ origin, dataDir: opened.folder.directory }, 'ready');
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    await closeServer(server);
    await unitOfWork.close();
    opened.release();
  };
  return { origin, stop };
}

/** Ends the process properly at the first signal; a second one means it. */
export function stopOnSignals(serving: Serving): void {
  let isStopping = false;
  const onSignal = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    const late = setTimeout(() => process.exit(1), longestStopMs);
    serving.stop().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      (fault: unknown) => {
        process.stderr.write(`${String(fault)}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

/** The bundle lies in dist/server, the client beside it in dist/client. */
function clientFolder(): string | null {
  const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'client');
  return existsSync(join(folder, 'app.html')) ? folder : null;
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
