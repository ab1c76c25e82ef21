import { describe, expect, it } from 'vitest';
import { approved, fileOf, granted, lineFor, submitted } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import { unreadableHistory } from '#tests/support/unreadable.ts';

const app = useApp();
const exec = (text: string, ...values: unknown[]): void =>
  void app()
    .db.$client.prepare(text)
    .run(...values);
const addEvent = (requestId: string, kind: string, facts: object): void =>
  exec(
    'INSERT INTO request_events (id, request_id, at, kind, stage, facts) VALUES (?, ?, ?, ?, ?, ?)',
    ...[app().newId(), requestId, app().clock.now(), kind, 'county', JSON.stringify(facts)],
  );

describe('the history of a county', () => {
  it('can be read whole, from the order to the grant', async () => {
    await granted(app(), 'fine');
    await submitted(app(), 'litter', { by: 'westlead' });
    await app()
      .as('eastlead')
      .ok('POST /orders', { body: { name: '四月', lines: [lineFor('inspect')] } });
    expect(unreadableHistory(app().db)).toEqual([]);
  });

  it('shows what a former version wrote, and names what no version wrote', async () => {
    const requestId = await approved(app(), 'fine');
    const bag = { conditions: null, reasonCode: 'not_lawful', text: '旧', wouldBePossibleIf: '', alternativeItemId: null };
    addEvent(requestId, 'decision', { ...bag, outcome: 'approve' });
    expect((await fileOf(app(), requestId)).timeline.at(-1)).toMatchObject({
      kind: 'decision',
      facts: { outcome: 'approve', text: '旧', supersedes: null, common: null },
    });
    expect(unreadableHistory(app().db)).toEqual([]);
    addEvent(requestId, 'decision', { outcome: 'perhaps' });
    addEvent(requestId, 'vanished', {});
    expect((await fileOf(app(), requestId)).timeline.slice(-2).map(({ kind }) => kind)).toEqual(['unreadable', 'unreadable']);
    const unreadable = unreadableHistory(app().db);
    expect(unreadable).toHaveLength(2);
    expect(unreadable[0]).toContain(`of request ${requestId}: decision`);
    expect(unreadable[1]).toContain(`of request ${requestId}: vanished`);
  });
});
