import { describe, expect, it } from 'vitest';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import { useApp, type TestApp } from '#tests/support/app.ts';
import { day, demand, givenGrant, trySwap } from './given.ts';

const app = useApp();

/** A ledger with each kind of entry. */
async function livedThrough(): Promise<string> {
  const id = await givenGrant(app(), 'litter');
  const act = { params: { grantId: id } };
  await app()
    .as('decider')
    .ok('POST /grants/{grantId}/suspension', { ...act, version: 1, body: { reason: '检查' } });
  app().clock.advance(day);
  await app()
    .as('decider')
    .ok('POST /grants/{grantId}/resumption', { ...act, version: 2, body: { reason: '结束' } });
  const filing = { reasonCode: 'other' as const, text: '试退', wishedOn: '2026-06-01', pendingCases: [] };
  await app()
    .as('eastlead')
    .ok('POST /grants/{grantId}/return', { ...act, version: 3, body: filing });
  await app()
    .as('eastlead')
    .ok('POST /grants/{grantId}/return/cancellation', { ...act, version: 4, body: { text: '不退了' } });
  demand(await trySwap(app(), id, 'ditch', { startsAt: app().clock.now() + day }));
  return id;
}

/** Somebody with the file in hands, whom no trigger stops. */
function tamper({ db }: TestApp, statement: string): void {
  const triggers = db.$client.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`).pluck().all() as string[];
  for (const name of triggers) db.$client.exec(`DROP TRIGGER "${name}"`);
  db.$client.exec(`PRAGMA foreign_keys = OFF; ${statement}`);
}

describe('the proof of the ledger', () => {
  it('holds for everything that people can do', async () => {
    await livedThrough();
    expect(proveLedger(app().db)).toEqual({ entries: 7, grants: 2, faults: [] });
  });

  it.each([
    ['a holding that was lengthened', "UPDATE holdings SET to_at = to_at + 1 WHERE power_id = 'litter'", 'row_differs'],
    ['another reason for an end', `UPDATE grants SET end_kind = 'recalled' WHERE power_id = 'litter'`, 'end_kind_differs'],
    ['a suspension that was erased', 'DELETE FROM suspensions', 'missing_row'],
    ['a holding that was erased', "DELETE FROM holdings WHERE power_id = 'litter'", 'missing_row'],
    [
      'a suspension without a decision',
      `INSERT INTO suspensions SELECT power_id, grant_id, 'decision', from_at + 1, from_at + 2, '', 0 FROM holdings`,
      'unexplained_row',
    ],
    ['an entry that was erased', 'DELETE FROM ledger_entries WHERE sequence = 3', 'sequence_gap'],
    ['a first entry that was erased', 'DELETE FROM ledger_entries WHERE sequence = 1', 'unknown_holding'],
    ['an entry that was rewritten', 'UPDATE ledger_entries SET effective_at = effective_at - 9 WHERE sequence = 2', 'past_changed'],
    ['two holders at once', `UPDATE holdings SET power_id = 'litter', from_at = from_at - 1 WHERE power_id = 'ditch'`, 'holdings_overlap'],
  ])('shows %s', async (_, statement, kind) => {
    await livedThrough();
    tamper(app(), statement);
    expect(proveLedger(app().db).faults.map((fault) => fault.kind)).toContain(kind);
  });

  it('names the entry where the contradiction shows, by its own number', async () => {
    await givenGrant(app(), 'relief');
    const id = await livedThrough();
    tamper(app(), 'UPDATE ledger_entries SET effective_at = effective_at - 9 WHERE sequence = 3');
    expect(proveLedger(app().db).faults).toContainEqual({ kind: 'past_changed', sequence: 3, grantId: id });
  });
});
