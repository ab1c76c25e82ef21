import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holder, type Holder, type Territory } from '#server/domain/ledger/ledger.ts';
import { foldLedger } from '#server/domain/ledger/ledger-proof.ts';
import { dayOf } from '#server/domain/time/time.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { entriesOf } from '#server/features/grants/ledger/ledger-queries.ts';
import { menu, type PowerKey } from '#tests/builders/county.ts';
import { day, rowsOf, tryGrant, trySwap } from '#tests/api/grants/given.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';

const powers = ['litter', 'inspect', 'fine'] as const satisfies readonly PowerKey[];
const nameOf = { east: '东河镇人民政府', urban: '青禾县城市管理局' } as const;

const anyStep = fc.record({
  act: fc.constantFrom(
    'grant',
    'grant',
    'swap',
    'return',
    'cancel',
    'accept',
    'suspend',
    'resume',
    'recall',
    'state',
    'decide',
    'leave',
    'close',
  ),
  power: fc.constantFrom(...powers),
  other: fc.constantFrom(...powers),
  /** Days until the act takes effect, where it may lie ahead. */
  ahead: fc.integer({ min: 0, max: 40 }),
  /** Hours that pass before it. */
  pause: fc.integer({ min: 1, max: 400 }),
});
type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never;

/** Does something to the newest grant of a power, if it can be done; a refusal is as good a history as any. */
async function live(app: TestApp, { act, power, other, ahead, pause }: Step): Promise<void> {
  app.clock.advance(pause * 3_600_000);
  const now = app.clock.now();
  const [grant] = rowsOf(app, 'SELECT id, version FROM grants WHERE power_id = ? ORDER BY id DESC LIMIT 1', power) as {
    id: string;
    version: number;
  }[];
  const terms = { startsAt: now + ahead * day, trialMonths: ahead % 3, termMonths: ahead % 5 === 0 ? 2 : null };
  if (act === 'grant') return void (await tryGrant(app, power, terms));
  if (!grant) return;
  if (act === 'swap') return void (await trySwap(app, grant.id, other, terms));
  const to = { params: { grantId: grant.id }, version: grant.version };
  const on = dayOf(now + ahead * day);
  const [lead, decider, second] = [app.as('eastlead'), app.as('decider'), app.as('decider2')];
  switch (act) {
    case 'return':
      return void (await lead.call('POST /grants/{grantId}/return', {
        ...to,
        body: { reasonCode: 'other', text: '退', wishedOn: on, pendingCases: [] },
      }));
    case 'cancel':
      return void (await lead.call('POST /grants/{grantId}/return/cancellation', { ...to, body: { text: '不退' } }));
    case 'accept':
      return void (await decider.call('POST /grants/{grantId}/return/acceptance', { ...to, body: { effectiveOn: on, text: '' } }));
    case 'suspend':
      return void (await decider.call('POST /grants/{grantId}/suspension', { ...to, body: { reason: '停' } }));
    case 'resume':
      return void (await decider.call('POST /grants/{grantId}/resumption', { ...to, body: { reason: '复' } }));
    case 'recall':
      return void (await decider.call('POST /grants/{grantId}/recall', {
        ...to,
        body: { reasonCode: 'not_used', basis: '依据', notice: '通知', isUrgent: ahead % 2 === 0 },
      }));
    case 'state':
      return void (await lead.call('POST /grants/{grantId}/recall/statement', { ...to, body: { statement: '陈述' } }));
    case 'decide': {
      const outcome = ahead % 3 === 0 ? ('keep' as const) : ('recall' as const);
      const body = { outcome, text: '决定', effectiveOn: on, pendingCases: [] };
      return void (await second.call('POST /grants/{grantId}/recall/decision', { ...to, body }));
    }
    case 'close':
      return void (await decider.call('POST /grants/{grantId}/trial-closing', {
        ...to,
        body: { outcome: ahead % 4 === 0 ? 'take_back' : 'confirm', text: '结' },
      }));
    case 'leave':
      return moveOfficer(app, on);
  }
}

/** An officer leaves, or turns out to stay: lapses come and go. */
async function moveOfficer(app: TestApp, on: string): Promise<void> {
  const [officer] = rowsOf(app, `SELECT version, left_on AS leftOn FROM officers WHERE id = 'officer-li'`) as {
    version: number;
    leftOn: string | null;
  }[];
  if (!officer) return;
  const body = { name: '李执法', post: '执法队员', dutyPhone: '1', joinedOn: '2025-01-01', leftOn: officer.leftOn === null ? on : null };
  await app.as('eastlead').call('PUT /officers/{officerId}', { params: { officerId: 'officer-li' }, version: officer.version, body });
}

/** What the ledger alone says, read by the one function that answers everywhere. */
function territoryOf(app: TestApp, powerId: PowerKey): Territory {
  const grants = rowsOf(app, 'SELECT id, carrier, document_number AS documentNumber FROM grants WHERE power_id = ?', powerId) as {
    id: string;
    carrier: 'transfer';
    documentNumber: string;
  }[];
  const states = grants.map(({ id, carrier, documentNumber }) => {
    const { state } = foldLedger(entriesOf(app.db, id).map((entry, index) => ({ ...entry, sequence: index + 1 })));
    return {
      holdings: [...state.holdings.values()].map((one) => ({ ...one, carrier, documentNumber })),
      suspensions: [...state.suspensions.values()],
    };
  });
  return {
    powerId,
    townshipId: 'east',
    departmentId: 'urban',
    holdings: states.flatMap((one) => one.holdings),
    suspensions: states.flatMap((one) => one.suspensions),
  };
}

const said = ({ by, respondent, documentNumber }: Holder) => ({
  holder: by,
  respondentName: nameOf[respondent as keyof typeof nameOf],
  documentNumber,
});

async function asked(app: TestApp, power: PowerKey, on?: string) {
  const { holders } = await app.anonymous.ok('GET /register/powers/{code}', {
    params: { code: menu[power].code },
    query: on === undefined ? {} : { on },
  });
  const here = holders.filter(({ townshipId }) => townshipId === 'east');
  expect(here).toHaveLength(1);
  return here[0];
}

describe('whatever happens to the powers of a township', () => {
  it('the register names exactly the holder that the ledger names, on every day and at every instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyStep, { minLength: 4, maxLength: 14 }),
        fc.array(fc.integer({ min: -30, max: 400 }), { minLength: 4, maxLength: 8 }),
        async (steps, days) => {
          const app = await startApp();
          try {
            const begun = app.clock.now();
            for (const step of steps) await live(app, step);
            expect(proveLedger(app.db).faults).toEqual([]);
            for (const power of powers) {
              const territory = territoryOf(app, power);
              const marks = [...territory.holdings, ...territory.suspensions].flatMap(({ fromAt, toAt }) => [
                fromAt - 1,
                fromAt,
                toAt - 1,
                toAt,
              ]);
              for (const offset of days) {
                const at = begun + offset * day;
                const on = dayOf(at);
                if (on === dayOf(app.clock.now())) continue;
                const endOfDay = (Math.floor((at + 8 * 3_600_000) / day) + 1) * day - 8 * 3_600_000 - 1;
                expect(await asked(app, power, on)).toMatchObject(said(holder(territory, endOfDay)));
              }
              const now = app.clock.now();
              for (const at of marks.filter((mark) => mark > now && mark < now + 500 * day).slice(0, 6)) {
                app.clock.set(at);
                expect(await asked(app, power)).toMatchObject(said(holder(territory, at)));
              }
              app.clock.set(now);
            }
          } finally {
            await app.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  }, 60_000);
});
