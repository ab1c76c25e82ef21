import type { Connection, Db, Tx } from './connection.ts';
import { startCheckpoints, type Checkpointed, type CheckpointOptions } from './checkpoint.ts';
import type { Finished } from './finished.ts';
import { StorageFault, storageFaultOf } from './storage-fault.ts';

export interface UnitOfWorkOptions extends CheckpointOptions {
  /** Works that one commit may carry. */
  readonly batchSize?: number;
  /** When a batch has run so long, the rest waits for the next one: reads come in between. */
  readonly batchMs?: number;
  readonly onCommitted?: (works: number, milliseconds: number) => void;
  readonly onCheckpointed?: (checkpointed: Checkpointed) => void;
  readonly onFault?: (fault: StorageFault) => void;
}

export interface UnitOfWork {
  /**
   * Runs `work` in a transaction and resolves once it is on the disk. Works queued in the same turn of the event loop share
   * one commit. A work that throws, or returns `{ kind: 'refused' }`, leaves nothing behind and disturbs no other.
   */
  readonly transact: <T>(work: (tx: Tx) => Finished<T>) => Promise<T>;
  /**
   * Holds back all works while `work` writes through another connection of its own (a worker thread with thousands of rows);
   * reading goes on. What was queued meanwhile is committed afterwards, whatever became of `work`.
   */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Reads what is committed. Synchronous on the only connection that writes, hence one consistent state. */
  readonly read: <T>(work: (db: Db) => Finished<T>) => T;
  /** The fault of the last commit, or null since the last commit that succeeded. */
  readonly fault: () => StorageFault | null;
  /** Tries a write that changes nothing, so that readiness heals without waiting for somebody's work. */
  readonly probe: () => Promise<void>;
  /** Resolves when nothing is queued. */
  readonly drain: () => Promise<void>;
  /**
   * Takes no more work and runs no more checkpoints: the file was found damaged. The connection stays open until the process
   * ends, for others may still be reading from it.
   */
  readonly abandon: () => void;
  /** Takes no more work, finishes what is queued, checkpoints the WAL and closes the database. */
  readonly close: () => Promise<void>;
}

interface Queued {
  readonly work: (tx: Tx) => unknown;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  result: unknown;
  /** Undefined while all is well; wrapped, because anything may be thrown. */
  thrown: { readonly reason: unknown } | undefined;
}

export function createUnitOfWork(db: Db, options: UnitOfWorkOptions = {}): UnitOfWork {
  const { batchSize = 64, batchMs = 20 } = options;
  const statements = transactionStatements(db.$client);
  const checkpoints = startCheckpoints(db.$client, options, options.onCheckpointed);
  let queue: Queued[] = [];
  let isScheduled = false;
  let closing: Promise<void> | null = null;
  let lastFault: StorageFault | null = null;
  const waiting: (() => void)[] = [];
  let isHeld = false;
  let lastExclusive: Promise<unknown> = Promise.resolve();

  function schedule(): void {
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(flush);
  }

  function flush(): void {
    isScheduled = false;
    if (isHeld) return;
    const batch = queue.length <= batchSize ? queue : queue.slice(0, batchSize);
    queue = queue.length <= batchSize ? [] : queue.slice(batchSize);
    const begun = performance.now();
    const ran = commitTogether(batch, begun + batchMs);
    if (ran < batch.length) queue = [...batch.slice(ran), ...queue];
    if (queue.length > 0) schedule();
    else for (const resolve of waiting.splice(0)) resolve();
  }

  /** Returns how many works of the batch were settled; the others have not run. */
  function commitTogether(batch: readonly Queued[], until: number): number {
    let ran = 0;
    const begun = performance.now();
    try {
      statements.begin.run();
      // A lone work needs no savepoint: the transaction is its own.
      const isAlone = batch.length === 1;
      for (const queued of batch) {
        ran += 1;
        if (isAlone) runAlone(queued);
        else runInSavepoint(queued);
        if (performance.now() > until) break;
      }
      if (db.$client.inTransaction) statements.commit.run();
    } catch (error) {
      // A begin that failed has run no work at all, yet every caller that waits must be told.
      return failAll(ran === 0 ? batch : batch.slice(0, ran), error);
    }
    settle(batch, ran, performance.now() - begun);
    return ran;
  }

  function runAlone(queued: Queued): void {
    const isCommitted = execute(queued);
    if (noteFault(queued)) return;
    if (!isCommitted) statements.rollback.run();
  }

  function runInSavepoint(queued: Queued): void {
    statements.savepoint.run();
    const isCommitted = execute(queued);
    // Then no work of this batch was saved, whatever the others believe.
    if (noteFault(queued)) throw queued.thrown?.reason;
    if (!isCommitted) statements.rollbackTo.run();
    statements.release.run();
  }

  /** Full disks and I/O errors may make SQLite roll the whole transaction back, even where the work caught the error. Answers whether it did. */
  function noteFault(queued: Queued): boolean {
    const isLost = !db.$client.inTransaction;
    const fault = queued.thrown ? storageFaultOf(queued.thrown.reason) : isLost ? new StorageFault('io') : null;
    if (!fault) return isLost;
    queued.thrown = { reason: fault };
    remember(fault);
    return isLost;
  }

  /** Returns whether the effects of the work stay. */
  function execute(queued: Queued): boolean {
    try {
      queued.result = queued.work(db as Tx);
      if (isThenable(queued.result)) throw new TypeError('work handed to transact returned a promise or a query that was not run');
      return !isRefused(queued.result);
    } catch (reason) {
      queued.thrown = { reason };
      return false;
    }
  }

  function settle(batch: readonly Queued[], ran: number, milliseconds: number): void {
    const settled = ran === batch.length ? batch : batch.slice(0, ran);
    const hasFault = settled.some((queued) => queued.thrown?.reason instanceof StorageFault);
    if (!hasFault && settled.some((queued) => queued.thrown === undefined)) lastFault = null;
    for (const queued of settled) {
      if (queued.thrown) queued.reject(queued.thrown.reason);
      else queued.resolve(queued.result);
    }
    options.onCommitted?.(ran, milliseconds);
    checkpoints.committed();
  }

  function failAll(batch: readonly Queued[], error: unknown): number {
    const fault = storageFaultOf(error);
    if (fault && fault !== lastFault) remember(fault);
    rollbackQuietly(db.$client, statements);
    for (const queued of batch) queued.reject(queued.thrown?.reason ?? fault ?? error);
    return batch.length;
  }

  function remember(fault: StorageFault): void {
    lastFault = fault;
    options.onFault?.(fault);
  }

  function transact<T>(work: (tx: Tx) => Finished<T>): Promise<T> {
    if (closing) return Promise.reject(new StorageFault('closed'));
    return new Promise<T>((resolve, reject) => {
      queue.push({ work, resolve: resolve as (value: unknown) => void, reject, result: undefined, thrown: undefined });
      schedule();
    });
  }

  /** One after the other: each is alone with the file. */
  function exclusively<T>(work: () => Promise<T>): Promise<T> {
    if (closing) return Promise.reject(new StorageFault('closed'));
    const turn = lastExclusive.then(() => holding(work));
    lastExclusive = turn.catch(() => undefined);
    return turn;
  }

  async function holding<T>(work: () => Promise<T>): Promise<T> {
    isHeld = true;
    try {
      return await work();
    } finally {
      isHeld = false;
      // The other connection left its pages in the WAL.
      if (db.$client.open) checkpoints.committed();
      if (queue.length > 0) schedule();
      else for (const resolve of waiting.splice(0)) resolve();
    }
  }

  function drain(): Promise<void> {
    return queue.length === 0 && !isScheduled && !isHeld ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve));
  }

  return {
    transact,
    exclusively,
    drain,
    fault: () => lastFault,
    read<T>(work: (db: Db) => Finished<T>): T {
      try {
        return work(db) as T;
      } catch (error) {
        throw storageFaultOf(error) ?? error;
      }
    },
    async probe() {
      await transact((tx) => {
        const version = Number(tx.$client.pragma('user_version', { simple: true }));
        tx.$client.pragma(`user_version = ${version}`);
      });
    },
    abandon() {
      closing ??= Promise.resolve();
      checkpoints.abandon();
      for (const { reject } of queue.splice(0)) reject(new StorageFault('corrupt'));
      for (const resolve of waiting.splice(0)) resolve();
    },
    close() {
      closing ??= lastExclusive.then(drain).then(() => {
        checkpoints.finish();
        db.$client.close();
      });
      return closing;
    },
  };
}

function transactionStatements(client: Connection) {
  return {
    begin: client.prepare('BEGIN IMMEDIATE'),
    commit: client.prepare('COMMIT'),
    rollback: client.prepare('ROLLBACK'),
    savepoint: client.prepare('SAVEPOINT work'),
    release: client.prepare('RELEASE work'),
    rollbackTo: client.prepare('ROLLBACK TO work'),
  };
}

function rollbackQuietly(client: Connection, statements: ReturnType<typeof transactionStatements>): void {
  if (!client.inTransaction) return;
  try {
    statements.rollback.run();
  } catch {
    // SQLite has rolled back by itself; the fault that led here is what counts.
  }
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function isRefused(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refused';
}
