import { drive } from './drive.ts';
import type { Sent } from './operations.ts';
import { buildEdge, startEdge, type EdgeSide, type Running } from './servers.ts';

/** Microseconds of processor time a call that the edge may cost over node:http alone. */
const goals = { GET: 60, POST: 90 } as const;
type Method = keyof typeof goals;

const connections = 32;
/** A round; processor time is counted in hundredths of a second. */
const amount = 10_000;
const lines = Array.from({ length: 3 }, (_, line) => ({
  itemId: `item-${String(line)}`,
  need: '近三年高频发生，基层执法条件已经具备。'.repeat(4),
}));
const body = JSON.stringify({ name: '春季点单', lines });
let keys = 0;
const asks: Readonly<Record<Method, () => Sent>> = {
  GET: () => ({ method: 'GET', path: '/api/v1/things/thing-7' }),
  POST: () => ({
    ...{ method: 'POST', path: '/api/v1/things', body },
    headers: { 'content-type': 'application/json', 'idempotency-key': `bench-edge-${String((keys += 1))}` },
  }),
};

export interface EdgeCost {
  readonly method: Method;
  readonly goal: number;
  /** Microseconds a call: medians of the rounds, and of the differences of one round; null where the system does not tell. */
  readonly cost: Readonly<Record<EdgeSide | 'over', number>> | null;
}

/** Processor time of the server, not time that passes: it holds still on a busy machine. */
async function roundOf(server: Running, method: Method): Promise<number | null> {
  const before = server.worked();
  await drive(server.origin, connections, amount, asks[method]);
  const after = server.worked();
  return before === null || after === null ? null : ((after - before) * 1000) / amount;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export async function timeEdge(rounds: number): Promise<readonly EdgeCost[]> {
  const program = await buildEdge();
  const [bare, edge] = await Promise.all([startEdge(program, 'bare'), startEdge(program, 'edge')]);
  try {
    const costs: EdgeCost[] = [];
    for (const method of ['GET', 'POST'] as const) {
      const seen: Record<EdgeSide | 'over', number>[] = [];
      // The first round compiles what is run often.
      for (let round = 0; round <= rounds; round += 1) {
        const [alone, behind] = [await roundOf(bare, method), await roundOf(edge, method)];
        if (round > 0 && alone !== null && behind !== null) seen.push({ bare: alone, edge: behind, over: behind - alone });
      }
      const of = (name: EdgeSide | 'over'): number => median(seen.map((one) => one[name]));
      costs.push({
        method,
        goal: goals[method],
        cost: seen.length === 0 ? null : { bare: of('bare'), edge: of('edge'), over: of('over') },
      });
    }
    return costs;
  } finally {
    await Promise.all([bare.stop(), edge.stop()]);
  }
}
