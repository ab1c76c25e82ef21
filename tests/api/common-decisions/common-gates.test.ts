import { describe, expect, test } from 'vitest';
import { givenCommon } from '#tests/builders/editions.ts';
import { useApp } from '#tests/support/app.ts';
import { takenBack } from '#tests/api/directory/given.ts';
import { linesOf, repealed, reviewing } from '#tests/api/statutes/given.ts';

const app = useApp();
const decider = () => app().as('decider');
const preview = (itemId: string) => decider().ok('GET /menu/items/{itemId}/common-preview', { params: { itemId } });
const decide = (itemId: string, seen: string) =>
  decider().call('POST /common-decisions', { body: { itemId, text: '全县统一赋予。', startsOn: '2026-03-02', seen } });
const counted = (table: string) => app().db.$client.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('the law at the moment of a common decision', () => {
  test('a law that ended since the menu was published stops it, and says which; reconfirmed, the item can be given', async () => {
    const itemId = await givenCommon(app(), 'relief');
    expect((await preview(itemId)).gates).toEqual([]);
    await repealed(app());
    const seen = await preview(itemId);
    expect(seen.gates).toMatchObject([{ gate: 'statute_ended', severity: 'blocking', itemId, params: { endKind: 'repealed' } }]);
    // The townships themselves would be fit for it.
    expect(seen.counts).toMatchObject({ granted: 2 });
    expect((await decide(itemId, seen.seen)).problem).toMatchObject({
      ...{ status: 409, code: 'item_against_law', params: { gate: 'statute_ended' } },
    });
    expect([counted('common_decisions'), counted('grants'), counted('requests')]).toEqual([0, 0, 0]);
    const lines = (await linesOf(app())).filter(({ subjectId }) => subjectId === itemId);
    expect((await reviewing(app(), lines)).status).toBe(200);
    expect((await preview(itemId)).gates).toEqual([]);
    expect((await decide(itemId, seen.seen)).status).toBe(201);
  });

  test('a law that ends between preview and decision stops it too', async () => {
    const itemId = await givenCommon(app(), 'relief');
    const { seen } = await preview(itemId);
    await repealed(app());
    expect((await decide(itemId, seen)).problem.code).toBe('item_against_law');
  });

  test('a power that turns out to have come down from the province is given to no township, with the article', async () => {
    const itemId = await givenCommon(app(), 'well', { resources: [], isResourceFree: true });
    app().arrange((tx) => tx.$client.exec(`UPDATE powers SET came_down_from = 'province' WHERE id = 'well'`));
    const { gates, seen } = await preview(itemId);
    expect(gates).toMatchObject([{ gate: 'passed_on', law: '中华人民共和国行政许可法', article: '第二十四条' }]);
    expect((await decide(itemId, seen)).problem).toMatchObject({
      code: 'item_against_law',
      params: { gate: 'passed_on', law: '中华人民共和国行政许可法', article: '第二十四条' },
    });
  });

  test('what only one township may not have leaves out that township, with its reason', async () => {
    const itemId = await givenCommon(app(), 'relief');
    await takenBack(app(), 'east', 'relief');
    const { gates, items, seen } = await preview(itemId);
    expect(gates).toEqual([]);
    expect(items).toMatchObject([
      { townshipId: 'west', place: 'granted' },
      { townshipId: 'east', place: 'left_out', reasons: ['taken_back'] },
    ]);
    expect((await decide(itemId, seen)).body.counts).toEqual({ granted: 1, preparing: 0, leftOut: 1 });
  });
});
