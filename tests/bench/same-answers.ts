import Database from 'better-sqlite3';
import type { Contender } from './measure.ts';
import { operations, type Sent } from './operations.ts';
import { countsOf, type Counts } from './plan.ts';
import { linesPerOrder } from '#tests/bench/county/sizes.ts';

interface Answer {
  readonly items?: readonly { readonly id: string; readonly code?: string }[];
  readonly total?: number;
  readonly id?: string;
  readonly timeline?: readonly unknown[];
}

/** A comparison is worth nothing unless both sides answer the same question with the same facts. */
export async function demandSameAnswers(product: Contender, floor: Contender): Promise<void> {
  for (const operation of operations.filter((one) => !one.isConsuming)) {
    const asks = operation.ask(product.plan);
    for (let nth = 0; nth < 12; nth += 1) {
      const [ours, theirs] = await Promise.all([ask(product, asks.product(nth)), ask(floor, asks.floor(nth))]);
      // Names stand in the order of pinyin here and of code points there: then the page may begin with others, and only its length is the same.
      const isOrdered = !(asks.floor(nth)?.path.includes('sort=name') ?? false);
      const [mine, other] = [factsOf(ours, isOrdered), factsOf(theirs, isOrdered)];
      if (mine !== other)
        throw new Error(
          `${operation.name}: the product and the floor differ\n  product ${mine.slice(0, 400)}\n  floor   ${other.slice(0, 400)}`,
        );
    }
  }
}

async function ask(contender: Contender, sent: Sent | null): Promise<Answer> {
  if (!sent) throw new Error('nothing to ask');
  const response = await fetch(contender.server.origin + sent.path, {
    method: sent.method,
    ...(sent.headers ? { headers: sent.headers } : {}),
  });
  const text = await response.text();
  if (!response.ok)
    throw new Error(`${sent.method} ${sent.path} on the ${contender.side} answered ${response.status}: ${text.slice(0, 400)}`);
  return JSON.parse(text) as Answer;
}

function factsOf({ items, total, id, timeline }: Answer, isOrdered: boolean): string {
  const rows = isOrdered ? items?.map((item) => item.id) : items?.length;
  return JSON.stringify({ rows, total: total ?? null, id, events: timeline?.length });
}

/** What was acknowledged is there, once, after the server has stopped (RULES.md R1, R2). */
export function demandStored({ plan, acknowledged, side }: Contender, path: string): void {
  const db = new Database(path, { readonly: true });
  const now = countsOf(db);
  db.close();
  const orders = acknowledged.get('create') ?? 0;
  const expected: Counts = {
    orders: plan.counts.orders + orders,
    requests: plan.counts.requests + orders * linesPerOrder,
    decisions: plan.counts.decisions + (acknowledged.get('approve') ?? 0),
  };
  for (const what of ['orders', 'requests', 'decisions'] as const) {
    if (now[what] !== expected[what])
      throw new Error(`the ${side} holds ${now[what]} ${what} after the run, and has acknowledged ${expected[what]}`);
  }
}
