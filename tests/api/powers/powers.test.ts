import { describe, expect, test } from 'vitest';
import { createTestDatabase } from '#tests/support/database.ts';
import { useApp } from '#tests/support/app.ts';
import { itemOf, seedCounty } from '#tests/builders/county.ts';
import { createCatalogue } from '#server/features/catalogue/catalogue.ts';
import { createBoundedCache } from '#server/features/catalogue/bounded-cache.ts';

const app = useApp();
const admin = () => app().as('admin');
const power = {
  code: 'SL-CF-009',
  name: '对擅自取水的处罚',
  statutoryType: 'penalty',
  category: 'enforcement',
  field: '水利',
  departmentId: 'water',
} as const;

describe('powers', () => {
  test('are added once per code, to a department of the county', async () => {
    const key = 'new-power-1';
    const first = await admin().call('POST /powers', { body: power, key });
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ ...power, departmentName: '青禾县水利局', version: 1 });
    expect((await admin().call('POST /powers', { body: power, key })).body).toEqual(first.body);
    expect(await admin().refusal('POST /powers', { body: power })).toBe('409 power_code_taken');
    const elsewhere = await admin().call('POST /powers', { body: { ...power, code: 'SL-CF-010', departmentId: 'east' } });
    expect(elsewhere.problem).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ pointer: '/departmentId' }] });
    const lower = await admin().call('POST /powers', { body: { ...power, code: 'sl cf' } });
    expect(lower.problem).toMatchObject({ status: 400, code: 'invalid_input', errors: [{ pointer: '/code' }] });
    expect((await admin().ok('GET /powers', { query: { q: '擅自取水' } })).items).toHaveLength(1);
  });

  test('are listed by code, on the menu or not', async () => {
    const first = await app()
      .as('legal')
      .ok('GET /powers', { query: { limit: '6' } });
    expect(first).toMatchObject({ total: 9, isTotalExact: true });
    const second = await app()
      .as('legal')
      .ok('GET /powers', { query: { limit: '6', cursor: first.nextCursor ?? '' } });
    const codes = [...first.items, ...second.items].map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(9);
    expect(
      (
        await app()
          .as('auditor')
          .ok('GET /powers', { query: { departmentId: 'water', q: 'sl-' } })
      ).total,
    ).toBe(4);
  });
});

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
