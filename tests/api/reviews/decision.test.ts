import { describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { approved, lineFor, reviewed, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

import { approve, faults, lawful, outcomeOf, reject, reviewingIn } from './given.ts';

const app = useApp();
const { sql, opinion, decide } = reviewingIn(app);

describe('the county', () => {
  test('approves: commitments are owed, prerequisites are due, the file prepares', async () => {
    const requestId = await reviewed(app(), 'fine');
    const { body } = await decide(requestId, 3);
    expect(body).toMatchObject({ state: 'preparing', stage: null, version: 4, withWhom: { id: 'urban' } });
    expect(body.timeline.slice(-2).map(({ kind, by }) => [kind, by?.name ?? null])).toEqual([
      ['decision', '县领导'],
      ['preparation_started', null],
    ]);
    expect(sql('SELECT key, state FROM commitments WHERE request_id = ?', requestId)).toEqual([{ key: 'vehicle', state: 'promised' }]);
    expect(sql(`SELECT kind, organisation_id AS body FROM tasks WHERE closed_at IS NULL ORDER BY id`)).toEqual([
      { kind: 'deliver_commitment', body: 'urban' },
    ]);
  });

  test('approves with conditions, which must be some and be possible', async () => {
    const requestId = await reviewed(app(), 'fine');
    const conditions = { extraPrerequisites: [], termMonths: null, notBeforeOn: null, text: '先行试点' };
    const extra = (certificateKind: string) => [{ key: 'trained', kind: 'certified_officers' as const, certificateKind, count: 3 }];
    const outcome = 'approve_with_conditions';
    expect(await faults(decide(requestId, 3, { outcome, text: '' }))).toEqual(['/conditions required']);
    expect(outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, notBeforeOn: '2026-01-01' } }))).toBe(
      '422 date_invalid',
    );
    expect(
      outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, extraPrerequisites: extra('nothing') } })),
    ).toBe('422 certificate_kind_unknown');
    const twice = [...extra('law_enforcement'), ...extra('law_enforcement')];
    expect(outcomeOf(await decide(requestId, 3, { outcome, text: '', conditions: { ...conditions, extraPrerequisites: twice } }))).toBe(
      '422 conditions_required',
    );
    await decide(requestId, 3, {
      outcome,
      text: '',
      conditions: { ...conditions, extraPrerequisites: extra('law_enforcement'), termMonths: 12 },
    });
    const { prerequisites, conditions: agreed } = await app()
      .as('eastlead')
      .ok('GET /requests/{requestId}/preparation', { params: { requestId } });
    expect(agreed?.termMonths).toBe(12);
    expect(prerequisites.map(({ prerequisite, isExtra, holds }) => [prerequisite.key, isExtra, holds])).toEqual([
      ['officers', false, true],
      ['trained', true, false],
    ]);
  });

  test('rejects with a coded reason, a text, and what would make it possible or an alternative', async () => {
    const requestId = await reviewed(app(), 'fine');
    expect(await faults(decide(requestId, 3, { ...reject, reasonCode: null }))).toEqual(['/reasonCode invalid_value']);
    expect(await faults(decide(requestId, 3, { ...reject, text: '' }))).toEqual(['/text required']);
    expect(outcomeOf(await decide(requestId, 3, { ...reject, wouldBePossibleIf: '' }))).toBe('422 alternative_required');
    expect(outcomeOf(await decide(requestId, 3, { ...reject, alternativeItemId: 'no-item' }))).toBe('422 alternative_required');
    const { body } = await decide(requestId, 3, { ...reject, wouldBePossibleIf: '', alternativeItemId: itemOf('relief') });
    expect(body).toMatchObject({ state: 'rejected', withWhom: null, dueAt: null });
    expect(body.timeline.at(-1)?.facts).toMatchObject({ reasonCode: 'not_ready', alternativeName: '抗旱补助给付' });
    expect(sql('SELECT id FROM tasks WHERE closed_at IS NULL')).toEqual([]);
  });

  test('does not approve what the township has come to hold meanwhile', async () => {
    const requestId = await reviewed(app(), 'relief');
    app().arrange((tx) => {
      tx.$client
        .prepare(
          `INSERT INTO grants (id, item_id, power_id, township_id, department_id, carrier, prerequisites, document_number, issued_at, term_ends_at, observed_from_at, is_trial_extended, version, created_at)
        VALUES ('imported', 'item-relief', 'relief', 'east', 'water', 'service_window', '[]', '旧文1号', 0, 253402300799000, 0, 0, 1, 0)`,
        )
        .run();
      tx.$client
        .prepare(
          `INSERT INTO holdings (grant_id, power_id, township_id, from_at, to_at) VALUES ('imported', 'relief', 'east', 0, 253402300799000)`,
        )
        .run();
    });
    expect(outcomeOf(await decide(requestId, 3))).toBe('409 already_held');
  });

  test('decides at its stage only, and not on what the person took part in', async () => {
    const requestId = await supported(app(), 'fine');
    expect(outcomeOf(await decide(requestId, 2))).toBe('409 wrong_stage');
    app().arrange((tx) => tx.$client.prepare(`UPDATE request_events SET at = at WHERE 0`).run());
    const other = await reviewed(app(), 'inspect');
    // The legal reviewer has become a decider meanwhile.
    app().arrange((tx) =>
      tx.$client.prepare(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('legal', 'county', 'decider')`).run(),
    );
    const reply = await app()
      .as('legal')
      .call('POST /requests/{requestId}/decision', { params: { requestId: other }, version: 3, body: { ...approve } });
    expect(outcomeOf(reply)).toBe('403 acted_on_other_stage');
    app().arrange((tx) =>
      tx.$client.prepare(`INSERT INTO memberships (account_id, organisation_id, role) VALUES ('decider', 'east', 'clerk')`).run(),
    );
    expect(outcomeOf(await decide(other, 3))).toBe('403 interested_party');
  });

  test('a clerk who drafted and then moved to the county stays an interested party', async () => {
    const lines = [lineFor('fine')];
    const order = await app()
      .as('eastclerk')
      .ok('POST /orders', { body: { name: '草稿', lines } });
    await app()
      .as('eastlead')
      .ok('POST /orders/{orderId}/submission', { params: { orderId: order.id }, version: 1 });
    const requestId = order.lines[0]?.requestId ?? '';
    await opinion(requestId, 2);
    await app().as('legal').ok('POST /requests/{requestId}/legal-review', { params: { requestId }, version: 3, body: lawful });
    app().arrange((tx) =>
      tx.$client.prepare(`UPDATE memberships SET organisation_id = 'county', role = 'decider' WHERE account_id = 'eastclerk'`).run(),
    );
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /requests/{requestId}/decision', { params: { requestId }, version: 4, body: { ...approve } }),
    ).toBe('403 interested_party');
  });
});

test('approved twice in a row, the second learns of the first', async () => {
  const requestId = await approved(app(), 'fine');
  const late = await decide(requestId, 3, approve, 'decider2');
  expect(outcomeOf(late)).toBe('412 version_stale');
  expect(late.problem.changes).toMatchObject([{ actor: '县领导', action: 'decided' }]);
});
