import { describe, expect, test } from 'vitest';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { differenceSql } from '#server/features/editions/difference/difference-queries.ts';
import type { Person } from '#tests/builders/county.ts';
import { givenLawful } from '#tests/builders/editions.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp();
const admin = () => app().as('admin');
const difference = (query: Record<string, string> = {}, as: Person = 'eastclerk') => app().as(as).ok('GET /edition-difference', { query });

/** A second edition: litter on other terms, night markets gone, relief written anew with the same meaning. */
async function secondDraft(): Promise<string> {
  const { id: editionId } = await admin().ok('POST /editions', { body: { title: '第二版' } });
  const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
  const at = (powerId: string) => ({ editionId, itemId: items.find((item) => item.powerId === powerId)?.id ?? '' });
  const body = {
    terms: terms({ trialMonths: 3, exclusiveWith: ['SL-QT-001'], carveOuts: [{ part: '吊销许可证件', reason: '' }] }) as Terms,
  };
  await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params: at('litter'), version: 1, body });
  await admin().call('DELETE /editions/{editionId}/items/{itemId}', { params: at('populous'), version: 1 });
  const { terms: relief } = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params: at('relief') });
  const turned = Object.fromEntries(Object.entries(relief).reverse()) as Terms;
  await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params: at('relief'), version: 1, body: { terms: turned } });
  return editionId;
}
async function publish(editionId: string): Promise<void> {
  await givenLawful(app(), editionId);
  const version = (await admin().ok('GET /editions')).items.find(({ id }) => id === editionId)?.version ?? 0;
  const body = { documentNumber: '青禾府发〔2026〕9号', decidedOn: '2026-02-27' };
  await admin().ok('POST /editions/{editionId}/publication', { params: { editionId }, version, body });
}

describe('the difference of two editions', () => {
  test('names what was added, dropped and changed, with the terms of both sides', async () => {
    const editionId = await secondDraft();
    await publish(editionId);
    const { from, to, counts, items, total } = await difference();
    expect([from?.id, to.id, counts, total]).toEqual(['edition-1', editionId, { added: 0, dropped: 1, changed: 1 }, 2]);
    expect(items.map(({ code, change, before, after }) => [code, change, before?.trialMonths, after?.trialMonths])).toEqual([
      ['CG-CF-002', 'changed', 0, 3],
      ['CG-QT-001', 'dropped', 6, undefined],
    ]);
    expect(items[0]?.after?.carveOuts).toEqual([{ part: '吊销许可证件', reason: '' }]);
  });

  test('is for any two, either way round, and the same link gives the same', async () => {
    const editionId = await secondDraft();
    await publish(editionId);
    const back = await difference({ from: editionId, to: 'edition-1' });
    expect(back.items.map(({ code, change }) => [code, change])).toEqual([
      ['CG-CF-002', 'changed'],
      ['CG-QT-001', 'added'],
    ]);
    expect(await difference({ from: editionId, to: 'edition-1' })).toEqual(back);
    expect((await difference({ from: editionId, to: editionId })).items).toEqual([]);
    const first = await difference({ to: 'edition-1' });
    expect([first.from, first.counts]).toEqual([null, { added: 9, dropped: 0, changed: 0 }]);
  });

  test('is filtered, searched and read page by page', async () => {
    const all = await difference({ to: 'edition-1', limit: '4' });
    expect([all.items.length, all.total]).toEqual([4, 9]);
    const next = await difference({ to: 'edition-1', limit: '8', cursor: all.nextCursor ?? '' });
    expect([next.items.length, next.nextCursor]).toEqual([5, null]);
    expect((await difference({ to: 'edition-1', q: '抗旱' })).items.map(({ code }) => code)).toEqual(['SL-JF-001']);
    expect((await difference({ to: 'edition-1', change: 'dropped' })).items).toEqual([]);
  });

  test('shows drafts only to those who may see drafts', async () => {
    const editionId = await secondDraft();
    for (const person of ['admin', 'legal', 'auditor'] as const)
      expect((await difference({ to: editionId }, person)).counts.changed).toBe(1);
    for (const person of ['eastclerk', 'urbanreviewer', 'decider'] as const) {
      expect(
        await app()
          .as(person)
          .refusal('GET /edition-difference', { query: { to: editionId } }),
      ).toBe('404 not_found');
      expect(
        await app()
          .as(person)
          .refusal('GET /edition-difference', { query: { from: editionId } }),
      ).toBe('404 not_found');
    }
    expect(await admin().refusal('GET /edition-difference', { query: { to: 'unknown' } })).toBe('404 not_found');
  });

  test('a county without a menu is told so', async () => {
    app().arrange((tx) => {
      for (const name of tx.$client.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).pluck().all())
        tx.$client.exec(`DROP TRIGGER ${String(name)}`);
      tx.$client.exec(`UPDATE menu_editions SET state = 'draft', document_number = NULL, published_at = NULL`);
    });
    expect(await app().as('eastclerk').refusal('GET /edition-difference')).toBe('409 no_published_edition');
  });

  test('walks the two editions by their indexes, never all powers', () => {
    for (const text of Object.values(differenceSql)) {
      const plan = app().db.$client.prepare(`EXPLAIN QUERY PLAN ${text}`).all({ from: 'a', to: 'b' }) as { detail: string }[];
      expect(plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
    }
  });
});
