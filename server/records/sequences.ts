import { prepared, type Tx } from '#db/connection.ts';

const statements = prepared((tx: Tx) => ({
  next: tx.$client
    .prepare('INSERT INTO sequences (name, value) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value')
    .pluck(),
}));

/** The next number of a gapless series: a work that is rolled back gives its number back. */
export function nextInSequence(tx: Tx, name: string): number {
  return statements(tx).next.get(name) as number;
}
