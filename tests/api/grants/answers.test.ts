import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GrantDetail } from '#contract/grants/grant-file.ts';
import type { Person } from '#tests/builders/county.ts';
import { measure, penalty, seedMeasures, served } from '#tests/builders/measures.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';
import { traceStatements, type Trace } from '#tests/support/statements.ts';
import { givenGrant } from './given.ts';

let app: TestApp;
let trace: Trace;
beforeEach(async () => {
  app = await startApp({ seed: seedMeasures, before: (db) => (trace = traceStatements(db)) });
});
afterEach(() => app.close());

const returning = { reasonCode: 'too_few_cases', text: '案件少', wishedOn: '2026-06-01', pendingCases: [] } as const;
const notice = { reasonCode: 'urgent_risk', basis: '县方案', notice: '风险', isUrgent: true } as const;
const stays = { outcome: 'keep', text: '不收回' } as const;
const taken = { outcome: 'recall', text: '收回', effectiveOn: '2026-07-01', pendingCases: [] } as const;

type Act = readonly [
  Person,
  (
    | 'return'
    | 'return/cancellation'
    | 'return/deferral'
    | 'return/acceptance'
    | 'recall'
    | 'recall/statement'
    | 'recall/decision'
    | 'suspension'
    | 'resumption'
    | 'trial-closing'
  ),
  object,
];
const acts: readonly Act[] = [
  ['decider', 'suspension', { reason: '整改' }],
  ['decider', 'resumption', { reason: '到位' }],
  ['eastlead', 'return', returning],
  ['eastlead', 'return/cancellation', { text: '继续' }],
  ['eastlead', 'return', returning],
  ['decider', 'return/deferral', { untilOn: '2026-07-01', supportPlan: '驻点' }],
  ['eastlead', 'return/cancellation', { text: '继续' }],
  ['eastlead', 'return', returning],
  ['decider', 'return/acceptance', { effectiveOn: '2026-06-01', text: '同意' }],
  ['eastlead', 'return/cancellation', { text: '继续' }],
  ['decider', 'trial-closing', { outcome: 'extend', text: '再试', extendMonths: 3 }],
  ['decider', 'trial-closing', { outcome: 'confirm', text: '转正' }],
  ['decider', 'recall', notice],
  ['eastlead', 'recall/statement', { statement: '已改' }],
  ['decider2', 'recall/decision', stays],
  ['decider', 'recall', { ...notice, isUrgent: false }],
  ['eastlead', 'recall/statement', { statement: '已改' }],
  ['decider2', 'recall/decision', taken],
];

/** Does every act in turn and hears what each was answered and what the same person reads then. */
async function play(grantId: string, hear: (answered: GrantDetail, read: GrantDetail) => void): Promise<void> {
  const params = { grantId };
  for (const [person, act, body] of acts) {
    const caller = app.as(person);
    const { version } = await caller.ok('GET /grants/{grantId}', { params });
    app.clock.advance(60_000);
    trace.take();
    const answered = await caller.ok(`POST /grants/{grantId}/${act}`, { params, version, body } as never);
    hear(answered, await caller.ok('GET /grants/{grantId}', { params }));
  }
}

describe('an act on a grant', () => {
  test.each(['penalty', 'measure'] as const)('returns the %s as a read right after it does', async (which) => {
    const penaltyId = await givenGrant(app, penalty);
    const measureId = await givenGrant(app, measure, { serves: served });
    await play(which === 'penalty' ? penaltyId : measureId, (answered, read) => expect(answered).toEqual(read));
  });

  test('reads the grant once', async () => {
    const grantId = await givenGrant(app, 'litter', { trialMonths: 6 });
    await play(grantId, () => {
      const upToAnswer = trace.take();
      const loads = upToAnswer.filter((sql) => /from "grants" inner join "holdings"/i.test(sql) && /"grants"\."id" = \?/.test(sql));
      // The act and the reading after it.
      expect(loads).toHaveLength(2);
    });
  });
});
