import type { Connection } from '#db/connection.ts';

type Value = string | number | null;

/** One prepared insert; `values` stand in the order of `columns`. */
export function into(client: Connection, table: string, ...columns: readonly string[]): (...values: readonly Value[]) => void {
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = client.prepare(`INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`);
  return (...values) => void statement.run(values);
}

const rowsPerTransaction = 5_000;

/** Runs `step(0 .. count-1)` in large transactions and says how far it is. */
export function inBulk(client: Connection, title: string, count: number, step: (index: number) => void): void {
  const begun = performance.now();
  const isTerminal = process.stderr.isTTY;
  for (let from = 0; from < count; from += rowsPerTransaction) {
    const to = Math.min(count, from + rowsPerTransaction);
    client.transaction(() => {
      for (let index = from; index < to; index += 1) step(index);
    })();
    if (isTerminal) process.stderr.write(`\r  ${title}: ${Math.floor((to / count) * 100)} %`);
  }
  if (isTerminal) process.stderr.write('\r\u001b[K');
  console.log(`  ${title}: ${count.toLocaleString('en')} in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
