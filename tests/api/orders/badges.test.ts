import { describe, expect, test } from 'vitest';
import { itemOf } from '#tests/builders/county.ts';
import { granted, lineFor, placeOrder } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();

describe('badges', () => {
  const badge = async (person: 'eastlead' | 'westlead', power: Parameters<typeof itemOf>[0]) =>
    (
      await app()
        .as(person)
        .ok('GET /menu/badges', { query: { itemIds: itemOf(power) } })
    ).items[0];
  const others = { heldByOthers: 0, onTrialElsewhere: 0, requestedByOthers: 0 };
  const none = { isHeld: false, isOrdered: false, inDraft: false, ...others, excludedBy: [], notEligible: [] };

  test('say what the township holds, has ordered, and has in a draft', async () => {
    expect(await badge('eastlead', 'fine')).toEqual({ itemId: itemOf('fine'), ...none });
    await app()
      .as('eastclerk')
      .ok('POST /orders', { body: { name: '草稿', lines: [lineFor('fine')] } });
    expect(await badge('eastlead', 'fine')).toMatchObject({ inDraft: true });
    expect(await badge('westlead', 'fine')).toMatchObject(none);
    await placeOrder(app(), ['inspect']);
    expect(await badge('eastlead', 'inspect')).toMatchObject({ isOrdered: true, inDraft: false });
    await granted(app(), 'relief');
    expect(await badge('eastlead', 'relief')).toMatchObject({ isHeld: true, isOrdered: false, heldByOthers: 0 });
    expect(await badge('westlead', 'relief')).toMatchObject({ isHeld: false, heldByOthers: 1, onTrialElsewhere: 1 });
  });

  test('say why a township may not order', async () => {
    expect((await badge('westlead', 'towns'))?.notEligible).toEqual([{ kind: 'kind', need: 'town,township', have: 'subdistrict' }]);
    expect((await badge('westlead', 'populous'))?.notEligible).toEqual([
      { kind: 'tags', need: '城郊', have: '' },
      { kind: 'residents', need: '20000', have: '8000' },
    ]);
    expect((await badge('westlead', 'well'))?.notEligible).toEqual([
      { kind: 'subdistrict_licence', need: 'township', have: 'subdistrict' },
    ]);
  });

  test('are given for what is asked and on the menu, and for nothing else', async () => {
    const lead = app().as('eastlead');
    expect((await lead.ok('GET /menu/badges')).items).toEqual([]);
    const query = { itemIds: `${itemOf('fine')},no-item,${itemOf('well')},${itemOf('fine')}` };
    expect((await lead.ok('GET /menu/badges', { query })).items.map(({ itemId }) => itemId)).toEqual([itemOf('fine'), itemOf('well')]);
    expect(await lead.refusal('GET /menu/badges', { query: { itemIds: 'a,,b' } })).toBe('400 invalid_input');
    expect(await app().as('trainer').refusal('GET /menu/badges')).toBe('403 forbidden');
  });
});
