import { describe, expect, test } from 'vitest';
import { FOREVER, endOfDay } from '#server/domain/time/time.ts';
import { releaseCommitments, waiveCommitment } from '#server/features/resources/open-commitments.ts';
import { monday } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';

import { useCommitments } from './given.ts';

const app = useApp();
const { within, tasks, facts, commitmentId, requestId } = useCommitments(app);

describe('a waiver', () => {
  const until = endOfDay('2026-06-30');

  test('puts off what is owed; after its end it is owed as promised, and may come early', async () => {
    await within((act) => expect(waiveCommitment(act, requestId(), 'car', until)).toBe(true));
    expect(facts()).toEqual([{ key: 'car', state: 'waived' }]);
    expect(tasks()).toEqual([{ kind: 'deliver_commitment', organisationId: 'urban', role: 'reviewer', dueAt: until }]);
    expect(
      (
        await app()
          .as('decider')
          .ok('GET /commitments', { query: { state: 'waived' } })
      ).total,
    ).toBe(1);
    app().clock.set(until);
    expect(facts()).toEqual([{ key: 'car', state: 'promised' }]);
    const late = await app()
      .as('urbanreviewer')
      .ok('GET /commitments', { query: { state: 'promised' } });
    expect(late).toMatchObject({ total: 1, items: [{ state: 'promised', isOverdue: true, allowedActions: ['deliver'] }] });
    expect(
      (
        await app()
          .as('decider')
          .ok('GET /commitments', { query: { state: 'waived' } })
      ).total,
    ).toBe(0);
    await app()
      .as('urbanreviewer')
      .ok('POST /commitments/{commitmentId}/delivery', {
        params: { commitmentId: await commitmentId() },
        body: { evidence: '单' },
        version: 2,
      });
    expect(facts()).toEqual([{ key: 'car', state: 'delivered' }]);
  });

  test('has nothing to put off where nothing is owed', async () => {
    await within((act) => expect(waiveCommitment(act, requestId(), 'boat', until)).toBe(false));
  });

  test('without end follows when the request is over', async () => {
    await within((act) => releaseCommitments(act, requestId()));
    app().clock.set(FOREVER - 1);
    expect(facts()).toEqual([{ key: 'car', state: 'waived' }]);
    expect(tasks()).toEqual([]);
    app().clock.set(monday);
    const params = { commitmentId: await commitmentId() };
    expect(
      await app()
        .as('urbanreviewer')
        .refusal('POST /commitments/{commitmentId}/delivery', { params, body: { evidence: '单' }, version: 2 }),
    ).toBe('409 commitment_waived');
    expect(await app().as('eastlead').refusal('POST /commitments/{commitmentId}/confirmation', { params, version: 2 })).toBe(
      '409 commitment_waived',
    );
  });
});
