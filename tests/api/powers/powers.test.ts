import { describe, expect, test } from 'vitest';
import { useApp } from '#tests/support/app.ts';

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
