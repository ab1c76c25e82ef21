import { createServer, type Server, type ServerOptions } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkInBackground, type BackgroundCheck, type Verdict } from '#db/background-check.ts';
import { damaged } from '#db/connection.ts';
import { openInstallation, type InstallationOptions, type OpenInstallation } from '#db/installation.ts';
import { findMigrations } from '#db/migrations.ts';
import { createUnitOfWork } from '#db/unit-of-work.ts';
import { buildApp } from './app.ts';
import { countConnections, type StopLimits } from './http/connections.ts';
import { watchSenders, type SenderLimits } from './http/slow-senders.ts';
import { systemClock, type Clock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { createNewId } from './platform/ids.ts';
import { createLog, type Log } from './platform/log.ts';

/** After this the process ends whatever still runs (RULES.md R8). */
const longestStopMs = 9_000;
const sweepEveryMs = 60_000;

/** Of a stop, the time that is left for others; the rest is ours, to checkpoint and close. */
const stopLimits: StopLimits = { receiveMs: 3_000, answerMs: 6_000 };
/** A kilobyte a second: 8 kbit/s, which no line that people work on falls below. */
const senderLimits: SenderLimits = { windowMs: 10_000, leastBytes: 10_000, mostBytes: 64_000_000 };
/** No time for a whole request: `watchSenders` ends who does not go on. */
const serverLimits: ServerOptions = {
  keepAliveTimeout: 65_000,
  requestTimeout: 0,
  headersTimeout: 20_000,
  connectionsCheckingInterval: 5_000,
};

/** Of the database, as far as it is known. */
type Condition = Verdict['kind'];

export interface Serving {
  readonly origin: string;
  /** Stops accepting, finishes what runs, checkpoints and closes. */
  readonly stop: () => Promise<void>;
}

/** Opens the installation and serves it until it is told to stop. */
export async function serve(config: Config, program: string, options: Pick<InstallationOptions, 'smallBytes'> = {}): Promise<Serving> {
  const log = createLog(config.logLevel);
  const clock = clockWith(log);
  const opened = openInstallation(config.dataDir, program, findMigrations(), { ...options, trustCleanStop: true });
  const unitOfWork = createUnitOfWork(opened.db, { onFault: (fault) => log.error({ fault }, 'the storage failed') });
  const newId = createNewId(clock);
  const file = watchFile(opened, log);
  const isDamaged = (): boolean => file.condition() === 'damaged';
  const app = buildApp({ ...config, db: opened.db, unitOfWork, clock, newId, log, isDamaged, clientFolder: clientFolder() });
  const server = createServer({ ...serverLimits, ...app.messages });
  const connections = countConnections(server, app.listener);
  const release = async (): Promise<void> => {
    const end = file.condition() === 'sound' ? 'soundAndClosed' : undefined;
    await app.stop();
    await unitOfWork.close();
    opened.release(end);
  };
  try {
    await app.start(clock.now());
    await listen(server, config);
  } catch (error) {
    await release();
    throw error;
  }
  const endWatch = watchSenders(connections, senderLimits, ({ socket }) =>
    log.info({ address: socket.remoteAddress }, 'a request that did not go on was ended'),
  );
  const sweep = setInterval(() => void app.sweep(clock.now()), sweepEveryMs);
  void app.sweep(clock.now());
  file.check(() => {
    clearInterval(sweep);
    unitOfWork.abandon();
  });
  const origin = `http://${config.host}:${String((server.address() as AddressInfo).port)}`;
  log.info({ origin, dataDir: opened.folder.directory }, 'ready');
  const stop = async (): Promise<void> => {
    clearInterval(sweep);
    file.stop();
    endWatch();
    await connections.close(stopLimits);
    await release();
  };
  return { origin, stop };
}

const clockWith = (log: Log): Clock =>
  systemClock((milliseconds) => {
    log.warn({ milliseconds }, 'the clock of this machine jumped back; no right depends on it');
  });

interface FileWatch {
  readonly condition: () => Condition;
  /** Reads the whole file beside the server, where that was not done before it was opened. */
  readonly check: (onDamaged: () => void) => void;
  readonly stop: () => void;
}

function watchFile({ isChecked, folder }: OpenInstallation, log: Log): FileWatch {
  let condition: Condition = isChecked ? 'sound' : 'unknown';
  let running: BackgroundCheck | null = null;
  return {
    condition: () => condition,
    check(onDamaged) {
      if (isChecked) return;
      running = checkInBackground(folder.database);
      void running.verdict.then((verdict) => {
        condition = verdict.kind;
        if (verdict.kind === 'unknown')
          log.warn({ reason: verdict.reason }, 'the database could not be checked; the next start reads it first');
        if (verdict.kind !== 'damaged') return;
        onDamaged();
        log.fatal({ fault: damaged(folder.database, verdict.finding) }, 'the database is damaged; nothing is served any more');
      });
    },
    stop: () => running?.stop(),
  };
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
