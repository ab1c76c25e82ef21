import { describe, expect, test } from 'vitest';
import { createBoundedCache } from '#server/features/catalogue/bounded-cache.ts';
import { createCatalogue } from '#server/features/catalogue/catalogue.ts';
import { itemOf, seedCounty } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const app = useApp();
const admin = () => app().as('admin');

describe('the catalogue', () => {
  test('gives items with their terms to other features, former editions included, drafts not', () => {
    const { tx: db } = createTestDatabase();
    seedCounty(db);
    const catalogue = createCatalogue({ db });
    expect(catalogue.edition()).toMatchObject({ id: 'edition-1', number: 1 });
    expect(catalogue.itemById(itemOf('well'))).toMatchObject({
      code: 'SL-XK-001',
      carrier: 'entrustment',
      editionId: 'edition-1',
      terms: { termMonths: 36 },
    });
    expect(catalogue.itemByPower('well')).toBe(catalogue.itemById(itemOf('well')));
    expect(catalogue.termsOf(itemOf('well'))?.prerequisites).toHaveLength(1);
    expect(catalogue.rowById(itemOf('well'))).toMatchObject({ powerId: 'well', departmentId: 'water' });
    expect(catalogue.rowByPower('unknown')).toBeNull();
    expect(catalogue.itemByPower('unknown')).toBeNull();
    expect(catalogue.itemById('unknown')).toBeNull();
    expect(catalogue.termsOf('unknown')).toBeNull();
  });

  test('follows a department that gets another name', async () => {
    const { items } = await admin().ok('GET /organisations', { query: { kind: 'department' } });
    const water = items.find(({ id }) => id === 'water');
    if (!water) throw new Error('the county has a water department');
    const { id: organisationId, kind: _kind, version, ...fields } = water;
    await admin().ok('PUT /organisations/{organisationId}', {
      params: { organisationId },
      version,
      body: { ...fields, name: '青禾县水务局' },
    });
    const row = (
      await app()
        .as('eastclerk')
        .ok('GET /menu/items', { query: { departmentId: 'water' } })
    ).items[0];
    expect(row?.departmentName).toBe('青禾县水务局');
    expect(
      (
        await app()
          .as('eastclerk')
          .ok('GET /menu/items/{itemId}', { params: { itemId: itemOf('well') } })
      ).departmentName,
    ).toBe('青禾县水务局');
  });
});

describe('a bounded cache', () => {
  test('keeps what was used last, and never more than its bound', () => {
    const cache = createBoundedCache<string>(10, (value) => value.length);
    cache.set('a', 'xxxx');
    cache.set('b', 'xxxx');
    expect(cache.get('a')).toBe('xxxx');
    cache.set('c', 'xxxx');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['xxxx', undefined, 'xxxx']);
    cache.set('a', 'yyyyyy');
    expect([cache.get('a'), cache.get('c')]).toEqual(['yyyyyy', 'xxxx']);
    cache.set('huge', 'x'.repeat(11));
    expect([cache.get('huge'), cache.get('a')]).toEqual([undefined, 'yyyyyy']);
  });
});
