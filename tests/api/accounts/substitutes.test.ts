import { describe, expect, test } from 'vitest';
import { auditRecords } from '#db/schema/records.ts';
import type { Person } from '#tests/builders/county.ts';
import { approval, reviewed } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const hour = 3_600_000;
const day = 24 * hour;
/** Today, a Monday, is 2026-03-02. */
const away = { substituteAccountId: 'urbanreviewer2', firstOn: '2026-03-02', lastOn: '2026-03-03', reason: '出差' };
const name = (person: Person, body: Partial<typeof away> = {}) =>
  app()
    .as(person)
    .call('POST /me/substitutions', { body: { ...away, ...body } });
const acts = async (person: Person, away: Person) => (await app().as(person).call('GET /me', { actingFor: away })).status;

describe('a substitute (AB 角)', () => {
  test('acts from the day named to the end of the last, and not an instant longer', async () => {
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(403);
    const named = await name('urbanreviewer');
    expect(named.status).toBe(201);
    // From now, not from this morning: what was done before was not done by a substitute.
    expect(named.body).toMatchObject({
      awayName: '城管审核',
      substituteName: '城管副手',
      fromAt: app().clock.now(),
      toAt: Date.UTC(2026, 2, 3, 16),
      isEnded: false,
    });
    expect((await app().as('urbanreviewer2').ok('GET /me')).standsInFor).toEqual([{ accountId: 'urbanreviewer', name: '城管审核' }]);
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(200);
    app().clock.set(Date.UTC(2026, 2, 3, 16) - 1);
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(200);
    app().clock.advance(1);
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(403);
    expect((await app().as('urbanreviewer2').ok('GET /me')).standsInFor).toEqual([]);
  });

  test('has the rights of the person away while acting for them, and every record says for whom', async () => {
    app().arrange((tx) =>
      tx.$client.exec(`INSERT INTO memberships VALUES ('urbanreviewer', 'water', 'reviewer'), ('waterreviewer', 'urban', 'reviewer')`),
    );
    expect((await name('urbanreviewer', { substituteAccountId: 'waterreviewer' })).status).toBe(201);
    const me = await app().as('waterreviewer').ok('GET /me', { actingFor: 'urbanreviewer' });
    expect(me).toMatchObject({ accountId: 'waterreviewer', name: '水利审核', actingFor: { accountId: 'urbanreviewer', name: '城管审核' } });
    expect(me.memberships.map(({ organisation }) => organisation.id).sort()).toEqual(['urban', 'water']);
    await app().as('waterreviewer').call('DELETE /session', { actingFor: 'urbanreviewer' });
    const fact = app().db.select().from(auditRecords).all().at(-1);
    expect(fact).toMatchObject({ actorId: 'waterreviewer', actorName: '水利审核', onBehalfOfId: 'urbanreviewer', onBehalfOf: '城管审核' });
  });

  test('is a colleague of the same organisations whose own roles go with theirs', async () => {
    const candidates = async (person: Person) =>
      (await app().as(person).ok('GET /me/substitutions')).candidates.map(({ accountId }) => accountId).sort();
    expect(await candidates('urbanreviewer')).toEqual(['urbanreviewer2']);
    expect(await candidates('eastlead')).toEqual(['eastclerk']);
    // Neither the admin nor the auditor, who sit in the same house.
    expect(await candidates('decider')).toEqual(['decider2']);
    expect(await candidates('admin')).toEqual([]);
    for (const substituteAccountId of ['waterreviewer', 'urbanreviewer', 'nobody', 'auditor']) {
      expect((await name('urbanreviewer', { substituteAccountId })).problem).toMatchObject({
        status: 422,
        code: 'substitute_mismatch',
        errors: [{ pointer: '/substituteAccountId' }],
      });
    }
    expect((await name('decider', { substituteAccountId: 'auditor' })).problem.code).toBe('substitute_mismatch');
    app().arrange((tx) => tx.$client.exec(`UPDATE accounts SET disabled_at = 1 WHERE id = 'urbanreviewer2'`));
    expect(await candidates('urbanreviewer')).toEqual([]);
  });

  test('is named for days that come, one at a time, and cannot pass it on', async () => {
    expect((await name('urbanreviewer', { lastOn: '2026-03-01', firstOn: '2026-02-27' })).problem).toMatchObject({
      status: 422,
      code: 'period_reversed',
    });
    expect((await name('urbanreviewer', { firstOn: '2026-03-05' })).problem.code).toBe('period_reversed');
    expect((await name('urbanreviewer')).status).toBe(201);
    expect((await name('urbanreviewer', { firstOn: '2026-03-03', lastOn: '2026-03-09' })).problem).toMatchObject({
      status: 409,
      code: 'substitute_overlap',
    });
    expect((await name('urbanreviewer', { firstOn: '2026-03-04', lastOn: '2026-03-09' })).status).toBe(201);
    const passedOn = await app()
      .as('urbanreviewer2')
      .call('POST /me/substitutions', { actingFor: 'urbanreviewer', body: { ...away, substituteAccountId: 'urbanreviewer' } });
    expect(passedOn.problem.code).toBe('substitute_mismatch');
  });

  test('is named once for one key, and ended by the person away alone', async () => {
    const first = await app().as('urbanreviewer').call('POST /me/substitutions', { body: away, key: 'substitute-1' });
    const again = await app().as('urbanreviewer').call('POST /me/substitutions', { body: away, key: 'substitute-1' });
    expect(again.body).toEqual(first.body);
    const params = { substitutionId: first.body.id };
    expect(await app().as('urbanreviewer2').refusal('DELETE /me/substitutions/{substitutionId}', { params })).toBe('404 not_found');
    expect((await app().as('urbanreviewer2').ok('GET /me/substitutions')).items).toMatchObject([{ id: first.body.id, isEnded: false }]);
    app().clock.advance(hour);
    expect((await app().as('urbanreviewer').call('DELETE /me/substitutions/{substitutionId}', { params })).status).toBe(204);
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(403);
    expect(await app().as('urbanreviewer').refusal('DELETE /me/substitutions/{substitutionId}', { params })).toBe('404 not_found');
    expect((await name('urbanreviewer')).status).toBe(201);
  });

  test('ends with the post: moved to another body, or to a role that does not go with it', async () => {
    const moveTo = (role: string, organisationId: string) =>
      app().arrange((tx) =>
        tx.$client.prepare(`UPDATE memberships SET role = ?, organisation_id = ? WHERE account_id = 'decider2'`).run(role, organisationId),
      );
    expect((await name('decider', { substituteAccountId: 'decider2' })).status).toBe(201);
    expect(await acts('decider2', 'decider')).toBe(200);
    for (const [role, body] of [
      ['lead', 'east'],
      ['auditor', 'county'],
    ] as const) {
      moveTo(role, body);
      expect(await acts('decider2', 'decider')).toBe(403);
      expect((await app().as('decider2').ok('GET /me')).standsInFor).toEqual([]);
    }
    moveTo('decider', 'county');
    expect(await acts('decider2', 'decider')).toBe(200);
  });

  test('does not become impartial by it: a member of the township decides nothing of it', async () => {
    app().arrange((tx) => tx.$client.exec(`INSERT INTO memberships VALUES ('decider2', 'east', 'lead')`));
    expect((await name('decider', { substituteAccountId: 'decider2' })).status).toBe(201);
    const params = { requestId: await reviewed(app(), 'inspect') };
    const body = { ...approval, text: '' };
    const asOther = app().as('decider2');
    expect(await asOther.refusal('POST /requests/{requestId}/decision', { params, version: 3, body, actingFor: 'decider' })).toBe(
      '403 interested_party',
    );
    const file = await asOther.ok('GET /requests/{requestId}', { params, actingFor: 'decider' });
    expect(file).toMatchObject({ allowedActions: [], excluded: 'interested_party' });
  });

  test('does not stand in for an account that was disabled', async () => {
    await name('urbanreviewer', { lastOn: '2026-03-09' });
    app().arrange((tx) => tx.$client.exec(`UPDATE accounts SET disabled_at = 1 WHERE id = 'urbanreviewer'`));
    app().clock.advance(day);
    expect(await acts('urbanreviewer2', 'urbanreviewer')).toBe(403);
  });
});
