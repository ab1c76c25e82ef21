import { storageFaultOf } from '#db/storage-fault.ts';
import type { Log } from '#server/platform/log.ts';

/** One kind of thing that time does by itself. */
export interface Sweep {
  readonly name: string;
  readonly run: (now: number) => Promise<unknown>;
}

export interface Sweeps {
  /** All of them, one after the other. While a run is under way it is that run which is waited for: two never overlap. */
  readonly run: (now: number) => Promise<void>;
  /** Begins nothing more and waits for what runs. */
  readonly stop: () => Promise<void>;
}

export function createSweeps(log: Pick<Log, 'error'>, sweeps: readonly Sweep[]): Sweeps {
  let running: Promise<void> | null = null;
  let isStopping = false;

  async function runAll(now: number): Promise<void> {
    for (const { name, run } of sweeps) {
      if (isStopping) return;
      try {
        await run(now);
      } catch (fault) {
        if (storageFaultOf(fault)?.kind === 'closed') return;
        // The next run tries again; the others do not wait for it.
        log.error({ fault, sweep: name }, 'a sweep failed');
      }
    }
  }

  return {
    run: (now) => (running ??= runAll(now).finally(() => (running = null))),
    async stop() {
      isStopping = true;
      await running;
    },
  };
}
