import { describe, expect, test } from 'vitest';
import { fileOf, granted, lineFor, reviewed, submitted, supported } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

import { outcomeOf, reject, reviewingIn } from './given.ts';

const app = useApp();
const { sql, decide } = reviewingIn(app);
const { itemId: _itemId, replacesGrantId: _replacesGrantId, ...said } = lineFor('fine');

describe('sent back for supplement', () => {
  test('the clock stops with what is left, and runs on when the same request comes again', async () => {
    const requestId = await submitted(app(), 'fine');
    const params = { requestId };
    // Two of ten working days are used by Wednesday.
    app().clock.advance(2 * 86_400_000);
    const back = await app()
      .as('urbanreviewer')
      .ok('POST /requests/{requestId}/send-back', {
        params,
        version: 1,
        body: { reasonCode: 'officers_missing', missing: '请补充承接人员' },
      });
    expect(back).toMatchObject({ state: 'sent_back', stage: 'department', dueAt: null, withWhom: { id: 'east' } });
    expect(back.route.map(({ status }) => status)).toEqual(['stopped', 'stopped', 'stopped']);
    expect(back.timeline.at(-1)?.facts).toMatchObject({ reasonCode: 'officers_missing', remainingWorkingDays: 8 });
    expect(sql(`SELECT kind, organisation_id AS body FROM tasks WHERE closed_at IS NULL`)).toEqual([{ kind: 'supplement', body: 'east' }]);
    app().clock.advance(20 * 86_400_000);
    const lead = app().as('eastlead');
    const body = { ...said, need: '补充说明', officerIds: ['officer-li', 'officer-wang'], answer: '已补充' };
    expect(await lead.refusal('POST /requests/{requestId}/resubmission', { params, version: 2, body: { ...body, need: '' } })).toBe(
      '422 line_incomplete',
    );
    expect(
      await lead.refusal('POST /requests/{requestId}/resubmission', {
        params,
        version: 2,
        body: { ...body, officerIds: ['officer-qian'] },
      }),
    ).toBe('422 officer_unknown');
    expect(await app().as('westlead').refusal('POST /requests/{requestId}/resubmission', { params, version: 2, body })).toBe(
      '404 not_found',
    );
    const again = await lead.ok('POST /requests/{requestId}/resubmission', { params, version: 2, body });
    expect(again).toMatchObject({
      state: 'in_review',
      stage: 'department',
      need: '补充说明',
      officers: [{ name: '李执法' }, { name: '王执法' }],
    });
    // Eight working days after Tuesday, 24 March: 3 April; the Qingming holiday begins on the 4th.
    expect(again.dueAt).toBe(Date.UTC(2026, 3, 3, 16));
  });
});

describe('the township', () => {
  test('withdraws at any time before the grant', async () => {
    const requestId = await supported(app(), 'fine');
    const gone = await app()
      .as('eastlead')
      .ok('POST /requests/{requestId}/withdrawal', { params: { requestId }, version: 2, body: { text: '条件变化' } });
    expect(gone).toMatchObject({ state: 'withdrawn', allowedActions: [] });
    expect(gone.route.map(({ status }) => status)).toEqual(['done', 'stopped', 'stopped']);
    const { id } = await granted(app(), 'relief');
    const { version } = await fileOf(app(), id);
    expect(
      await app()
        .as('eastlead')
        .refusal('POST /requests/{requestId}/withdrawal', { params: { requestId: id }, version, body: { text: '太晚' } }),
    ).toBe('409 wrong_state');
    // A power once withdrawn may be asked for again.
    await submitted(app(), 'fine');
  });

  test('has a rejection looked at again, once, by other people', async () => {
    const requestId = await reviewed(app(), 'fine');
    const params = { requestId };
    await decide(requestId, 3, reject);
    const lead = app().as('eastlead');
    const asked = await lead.ok('POST /requests/{requestId}/reconsideration', { params, version: 4, body: { grounds: '已增加人员' } });
    expect(asked).toMatchObject({ state: 'in_review', stage: 'county' });
    expect(outcomeOf(await decide(requestId, 5, reject))).toBe('403 same_people');
    const again = await decide(requestId, 5, reject, 'decider2');
    const decisions = again.body.timeline.filter(({ kind }) => kind === 'decision');
    expect(decisions[1]?.facts).toMatchObject({ supersedes: decisions[0]?.id });
    expect(await lead.refusal('POST /requests/{requestId}/reconsideration', { params, version: 6, body: { grounds: '再来' } })).toBe(
      '409 reconsideration_used',
    );
  });

  test('cannot have it looked at again while it asks for the same anew', async () => {
    const requestId = await reviewed(app(), 'fine');
    await decide(requestId, 3, reject);
    await submitted(app(), 'fine');
    const refusal = app()
      .as('eastlead')
      .refusal('POST /requests/{requestId}/reconsideration', { params: { requestId }, version: 4, body: { grounds: '已增加人员' } });
    expect(await refusal).toBe('409 already_requested');
  });
});
