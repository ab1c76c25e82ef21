import { storageFaultOf } from '#db/storage-fault.ts';
import { change, type Act, type ChangeContext, type ChangePorts } from './change.ts';
import type { Log } from '#server/platform/log.ts';

/** Whether a unit had anything to write; what changes nothing is undone, so it costs no write. */
export type Swept = 'changed' | 'nothing';

export interface Sweeper {
  /**
   * Does what time demands of each item, each in a transaction of its own: one that throws stops nothing behind it. It is told once, with its
   * id, and tried again by every sweep. Returns how many were changed.
   */
  readonly each: (sweep: string, ids: readonly string[], now: number, work: (act: Act, id: string) => Swept) => Promise<number>;
  /** The same, many items to a transaction; those of one that throws are taken one by one. Returns how many transactions wrote. */
  readonly eachSlice: (
    sweep: string,
    ids: readonly string[],
    now: number,
    work: (act: Act, ids: readonly string[]) => Swept,
  ) => Promise<number>;
}

export interface SweepPorts extends ChangePorts {
  readonly log: Pick<Log, 'error'>;
}

/** Transactions asked for at once: they share commits, and others come in between. */
const atOnce = 100;
const nothing = { kind: 'refused', refusal: { code: 'nothing_due' } } as const;
const done = { kind: 'done', value: null } as const;

export function createSweeper(ports: SweepPorts): Sweeper {
  const told = new Set<string>();

  async function unit(sweep: string, now: number, work: (act: Act) => Swept): Promise<boolean> {
    const outcome = await change(ports, contextOf(ports, sweep, now), (act) => (work(act) === 'changed' ? done : nothing));
    return outcome.kind === 'done';
  }

  async function one(sweep: string, id: string, now: number, work: (act: Act) => Swept): Promise<boolean> {
    const place = `${sweep} ${id}`;
    try {
      const isChanged = await unit(sweep, now, work);
      told.delete(place);
      return isChanged;
    } catch (fault) {
      // A storage that fails for one fails for all, and is reported by the caller that runs the sweeps.
      if (storageFaultOf(fault)) throw fault;
      if (!told.has(place)) ports.log.error({ fault, sweep, id }, 'a sweep failed for one item; it goes on with the others');
      told.add(place);
      return false;
    }
  }

  const each: Sweeper['each'] = async (sweep, ids, now, work) => {
    let changed = 0;
    for (let from = 0; from < ids.length; from += atOnce) {
      const some = ids.slice(from, from + atOnce).map((id) => one(sweep, id, now, (act) => work(act, id)));
      changed += (await allOf(some)).filter(Boolean).length;
    }
    return changed;
  };
  return {
    each,
    async eachSlice(sweep, ids, now, work) {
      try {
        return ids.length > 0 && (await unit(sweep, now, (act) => work(act, ids))) ? 1 : 0;
      } catch (fault) {
        if (storageFaultOf(fault)) throw fault;
        return each(sweep, ids, now, (act, id) => work(act, [id]));
      }
    },
  };
}

/** Waits for all before it tells of a fault: nothing of a sweep runs on behind its back. */
async function allOf<T>(running: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(running);
  return Promise.all(running);
}

const contextOf = ({ newId }: ChangePorts, operationId: string, now: number): ChangeContext & { readonly idempotency: null } => ({
  operationId,
  actor: { accountId: null, name: '系统', onBehalfOf: null },
  now,
  requestId: newId(),
  idempotency: null,
});
