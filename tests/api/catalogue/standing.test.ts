import { describe, expect, test } from 'vitest';
import { itemOf, type Person } from '#tests/builders/county.ts';
import { givenLawful } from '#tests/builders/editions.ts';
import { granted, lineFor, placeOrder } from '#tests/builders/orders.ts';
import { useApp } from '#tests/support/app.ts';
import type { Given } from '#client/lib/call-types.ts';

const app = useApp();
type Query = NonNullable<Given<'GET /menu/items'>['query']>;
const codes = async (person: Person, query: Query) =>
  (await app().as(person).ok('GET /menu/items', { query })).items.map(({ code }) => code);

describe('favourites', () => {
  test('are kept per person, marked and taken away as often as one likes', async () => {
    const clerk = app().as('eastclerk');
    const params = { powerId: 'fine' };
    for (let press = 0; press < 2; press += 1) await clerk.ok('PUT /menu/favourites/{powerId}', { params });
    app().clock.advance(1000);
    await clerk.ok('PUT /menu/favourites/{powerId}', { params: { powerId: 'well' } });
    expect((await clerk.ok('GET /menu/favourites')).items.map(({ code, itemId }) => [code, itemId])).toEqual([
      ['SL-XK-001', itemOf('well')],
      ['CG-CF-001', itemOf('fine')],
    ]);
    expect((await app().as('eastlead').ok('GET /menu/favourites')).items).toEqual([]);
    expect(await codes('eastclerk', { standing: 'favourite' })).toEqual(['CG-CF-001', 'SL-XK-001']);
    for (let press = 0; press < 2; press += 1) await clerk.ok('DELETE /menu/favourites/{powerId}', { params });
    expect(await codes('eastclerk', { standing: 'favourite', q: '许可' })).toEqual(['SL-XK-001']);
    expect(await clerk.refusal('PUT /menu/favourites/{powerId}', { params: { powerId: 'nothing' } })).toBe('404 not_found');
    const audit = await app()
      .as('auditor')
      .ok('GET /audit', { query: { limit: '10' } });
    expect(audit.items.map(({ action }) => action).slice(0, 3)).toEqual(['favourite_unmarked', 'favourite_marked', 'favourite_marked']);
  });

  test('stay when the power leaves the menu, and say so', async () => {
    const admin = app().as('admin');
    await admin.ok('PUT /menu/favourites/{powerId}', { params: { powerId: 'ditch' } });
    const edition = await admin.ok('POST /editions', { body: { title: '第二版' } });
    const { items } = await admin.ok('GET /editions/{editionId}/items', { params: { editionId: edition.id }, query: { q: '沟渠' } });
    const params = { editionId: edition.id, itemId: items[0]?.id ?? '' };
    await admin.ok('DELETE /editions/{editionId}/items/{itemId}', { params, version: 1 });
    await givenLawful(app(), edition.id);
    const { items: editions } = await admin.ok('GET /editions');
    const version = editions.find(({ id }) => id === edition.id)?.version ?? 0;
    await admin.ok('POST /editions/{editionId}/publication', {
      params,
      version,
      body: { documentNumber: '青禾府发〔2026〕2号', decidedOn: '2026-02-27' },
    });
    expect((await admin.ok('GET /menu/favourites')).items).toMatchObject([{ powerId: 'ditch', itemId: null }]);
  });
});

describe('what stands to the own township', () => {
  test('is a filter: orderable, held, under request', async () => {
    expect(await codes('eastclerk', { standing: 'orderable' })).toHaveLength(9);
    // A subdistrict: no licence, nothing for towns alone, too few residents.
    expect(await codes('westclerk', { standing: 'orderable' })).toEqual([
      ...['CG-CF-001', 'CG-CF-002', 'CG-JC-001', 'CG-QT-002', 'SL-JF-001', 'SL-QT-001'],
    ]);
    await placeOrder(app(), ['litter']);
    await granted(app(), 'relief');
    expect(await codes('eastlead', { standing: 'ordered' })).toEqual(['CG-CF-002']);
    expect(await codes('eastlead', { standing: 'held' })).toEqual(['SL-JF-001']);
    // Held, under request, and excluded by what is under request.
    const open = await codes('eastlead', { standing: 'orderable' });
    for (const gone of ['SL-JF-001', 'CG-CF-002', 'SL-QT-001']) expect(open).not.toContain(gone);
    expect(await codes('decider', { standing: 'held' })).toEqual([]);
    const [badge] = (
      await app()
        .as('eastlead')
        .ok('GET /menu/badges', { query: { itemIds: itemOf('ditch') } })
    ).items;
    expect(badge).toMatchObject({ excludedBy: ['对乱倒垃圾的处罚'], isOrdered: false });
  });

  test('others hold or want it: a figure for everybody, and an order', async () => {
    await granted(app(), 'relief');
    await app()
      .as('eastlead')
      .ok('POST /orders', { body: { name: '点单', lines: [lineFor('inspect')], submit: true } });
    const query = { itemIds: `${itemOf('relief')},${itemOf('inspect')}` };
    for (const person of ['westclerk', 'decider', 'urbanreviewer'] as const) {
      expect((await app().as(person).ok('GET /menu/badges', { query })).items).toMatchObject([
        { heldByOthers: 1, requestedByOthers: 0, isHeld: false, notEligible: [] },
        { heldByOthers: 0, requestedByOthers: 1 },
      ]);
    }
    expect((await codes('westclerk', { sort: 'popular' })).slice(0, 3)).toEqual(['CG-JC-001', 'SL-JF-001', 'CG-CF-001']);
    const first = await app()
      .as('westclerk')
      .ok('GET /menu/items', { query: { sort: 'popular', limit: '2' } });
    const cursor = first.nextCursor ?? '';
    const second = await app()
      .as('westclerk')
      .ok('GET /menu/items', { query: { sort: 'popular', limit: '2', cursor } });
    expect(second.items.map(({ code }) => code)).toEqual(['CG-CF-001', 'CG-CF-002']);
  });
});
