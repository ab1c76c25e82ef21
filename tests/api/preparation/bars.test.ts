import { describe, expect, test } from 'vitest';
import { approval, granted, handOverList, reviewed } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const exec = (text: string) => app().arrange((tx) => tx.$client.exec(text));
const decide = (requestId: string, body: object = {}) =>
  app()
    .as('decider')
    .call('POST /requests/{requestId}/decision', { params: { requestId }, version: 3, body: { ...approval, ...body } });
const sign = async (requestId: string) => {
  const params = { requestId };
  const department = app().as('urbanreviewer');
  let { version } = await department.ok('GET /requests/{requestId}', { params });
  ({ version } = await department.ok('PUT /requests/{requestId}/hand-over', { params, version, body: handOverList }));
  ({ version } = await department.ok('POST /requests/{requestId}/hand-over/signatures', { params, version }));
  return app().as('eastlead').call('POST /requests/{requestId}/hand-over/signatures', { params, version });
};

/** What became true after the order was placed, with the word for it and how it is undone. */
const causes = [
  [
    'personal_freedom',
    `UPDATE powers SET limits_personal_freedom = 1 WHERE id = 'litter'`,
    `UPDATE powers SET limits_personal_freedom = 0`,
  ],
  ['passed_on', `UPDATE powers SET came_down_from = 'province' WHERE id = 'litter'`, `UPDATE powers SET came_down_from = NULL`],
  [
    'taken_back',
    `INSERT INTO duty_entries VALUES ('d', 'taken_back', 'east', '乱倒垃圾处罚', '', '', '', 'litter', 1, 1)`,
    `DELETE FROM duty_entries`,
  ],
  ['by_law', `INSERT INTO township_powers VALUES ('t', '乱倒垃圾处罚', '["town"]', '[]', 'litter', 1, 1)`, `DELETE FROM township_powers`],
  ['department_locked', `UPDATE organisations SET system = 'vertical' WHERE id = 'urban'`, `UPDATE organisations SET system = 'county'`],
] as const;

describe('the law between the order and the power', () => {
  test.each(causes)('%s: neither approved nor handed over, and both once it is gone', async (reason, cause, cure) => {
    const waiting = await reviewed(app(), 'litter');
    exec(cause);
    const refused = await decide(waiting);
    expect(refused.problem).toMatchObject({ status: 409, code: 'power_barred', params: { reason } });
    exec(cure);
    expect((await decide(waiting)).status).toBe(200);
    exec(cause);
    expect((await sign(waiting)).problem).toMatchObject({ status: 409, code: 'power_barred', params: { reason } });
    expect(app().db.$client.prepare('SELECT count(*) FROM grants').pluck().get()).toBe(0);
    exec(cure);
    expect((await sign(waiting)).status).toBe(200);
    expect(app().db.$client.prepare('SELECT count(*) FROM grants').pluck().get()).toBe(1);
  });

  test('a rejection needs no lawful power', async () => {
    const waiting = await reviewed(app(), 'litter');
    exec(causes[0][1]);
    const body = {
      ...{ outcome: 'reject', reasonCode: 'not_lawful', text: '涉及限制人身自由' },
      ...{ wouldBePossibleIf: '由公安机关行使', alternativeItemId: null },
    };
    expect((await decide(waiting, body)).body.state).toBe('rejected');
  });

  test('what has been granted stays granted', async () => {
    const { grantId } = await granted(app(), 'litter');
    exec(causes[0][1]);
    expect(
      (
        await app()
          .as('eastlead')
          .ok('GET /grants/{grantId}', { params: { grantId: grantId ?? '' } })
      ).state,
    ).not.toBe('ended');
  });
});

describe('conditions', () => {
  test('add to what the item asks for and never take its place', async () => {
    const waiting = await reviewed(app(), 'fine');
    const extra = (one: object) => ({
      outcome: 'approve_with_conditions',
      conditions: { extraPrerequisites: [one], termMonths: null, notBeforeOn: null, text: '附条件' },
    });
    for (const weaker of [
      { key: 'officers', kind: 'staffing', count: 5 },
      { key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 1 },
    ]) {
      expect((await decide(waiting, extra(weaker))).problem).toMatchObject({
        status: 422,
        code: 'condition_takes_away',
        errors: [{ pointer: '/conditions/extraPrerequisites/0/key' }],
      });
    }
    const more = { key: 'officers', kind: 'certified_officers', certificateKind: 'law_enforcement', count: 3 };
    expect((await decide(waiting, extra(more))).status).toBe(200);
    const { prerequisites } = await app()
      .as('eastlead')
      .ok('GET /requests/{requestId}/preparation', { params: { requestId: waiting } });
    expect(prerequisites).toMatchObject([{ prerequisite: more, holds: false, have: 2, need: 3 }]);
  });
});
