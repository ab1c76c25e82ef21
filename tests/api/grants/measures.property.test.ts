import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { seedTwoPenalties } from '#tests/builders/measures.ts';
import { startApp } from '#tests/support/app.ts';
import { History, brokenSwaps, cutShort, kinds, ledgerOf, step, unlawful, type Kind, type Step } from './measure-history.ts';

/** How often each act was really done: what never happens proves nothing. */
const happened = new Map<Kind, number>();

async function tell(steps: readonly Step[], hasBoth: boolean): Promise<void> {
  const app = await startApp({ seed: seedTwoPenalties });
  try {
    const history = new History(app);
    await history.begin(hasBoth);
    for (const one of steps) {
      if (!(await history.play(one))) continue;
      happened.set(one.kind, (happened.get(one.kind) ?? 0) + 1);
      const rows = ledgerOf(app);
      const faults = { unlawful: unlawful(rows), cutShort: cutShort(rows), swaps: brokenSwaps(rows), proof: proveLedger(app.db).faults };
      expect(faults).toEqual({ unlawful: [], cutShort: [], swaps: [], proof: [] });
    }
  } finally {
    await app.close();
  }
}

describe('any history of measures and the penalties that they serve (行政强制法 17)', () => {
  test('never leaves a measure without a penalty, nor ends one that has one; a swap leaves no gap and never both', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 25, size: 'max' }), fc.boolean(), tell), { numRuns: 80 });
    expect(kinds.filter((kind) => (happened.get(kind) ?? 0) < 5)).toEqual([]);
  }, 120_000);
});
