import { describe, expect, test } from 'vitest';
import { listMenu } from '#contract/catalogue/menu-items.ts';
import type { Tx } from '#db/connection.ts';
import { menuEditions, menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { createCatalogue } from '#server/features/catalogue/catalogue.ts';
import { itemOf, menu, seedCounty } from '#tests/builders/county.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';
import { createTestDatabase } from '#tests/support/database.ts';

const app = useApp();
const clerk = () => app().as('eastclerk');
const codes = async (query: Record<string, string>) => {
  const reply = await clerk().send('GET', `/menu/items?${new URLSearchParams(query).toString()}`);
  return listMenu.response.parse(reply.body).items.map(({ code }) => code);
};
const every = Object.values(menu)
  .map(({ code }) => code)
  .sort();

describe('the menu in force', () => {
  test('shows every item of the published edition by code, with its total and its departments', async () => {
    const answer = listMenu.response.parse(await clerk().ok('GET /menu/items'));
    expect(answer.items.map(({ code }) => code)).toEqual(every);
    expect(answer).toMatchObject({ total: every.length, isTotalExact: true, nextCursor: null });
    expect(answer.edition).toMatchObject({ id: 'edition-1', number: 1, state: 'published', itemCount: every.length });
    expect(answer.departments).toEqual([
      { id: 'urban', name: '青禾县城市管理局', count: 5 },
      { id: 'water', name: '青禾县水利局', count: 4 },
    ]);
    expect(answer.items.find(({ code }) => code === 'CG-QT-002')).toMatchObject({
      id: itemOf('mandated'),
      powerId: 'mandated',
      isReturnable: false,
    });
  });

  test.each([
    [{ statutoryType: 'penalty' }, ['CG-CF-001', 'CG-CF-002']],
    [{ category: 'enforcement' }, ['CG-CF-001', 'CG-CF-002']],
    [{ departmentId: 'water' }, ['SL-JF-001', 'SL-QR-001', 'SL-QT-001', 'SL-XK-001']],
    [{ carrier: 'entrustment' }, ['SL-QR-001', 'SL-XK-001']],
    [{ liability: 'high' }, ['SL-XK-001']],
    [{ difficulty: 'hard' }, []],
    [{ departmentId: 'water', carrier: 'service_window' }, ['SL-JF-001']],
    [{ q: '处罚' }, ['CG-CF-001', 'CG-CF-002']],
    [{ q: '处罚 垃圾' }, ['CG-CF-002']],
    [{ q: '　垃圾　处罚 ' }, ['CG-CF-002']],
    [{ q: 'sl-xk' }, ['SL-XK-001']],
    [{ q: 'ＳＬ－ＸＫ' }, ['SL-XK-001']],
    [{ q: '取 水' }, ['SL-XK-001']],
    [{ q: '没有这样的事项' }, []],
    [{ q: '%' }, []],
  ])('finds %o', async (query, expected) => {
    expect(await codes(query as Record<string, string>)).toEqual(expected);
  });

  test('counts departments under the other filters, so that the next choice is never a surprise', async () => {
    const { departments, total } = await clerk().ok('GET /menu/items', { query: { q: '处罚', departmentId: 'water' } });
    expect(total).toBe(0);
    expect(departments).toEqual([{ id: 'urban', name: '青禾县城市管理局', count: 2 }]);
  });

  test('sorts names as a Chinese reader looks them up, by pinyin', async () => {
    const { items } = await clerk().ok('GET /menu/items', { query: { sort: 'name' } });
    expect(items.slice(0, 4).map(({ name }) => name)).toEqual(['对乱倒垃圾的处罚', '对占道经营的处罚', '沟渠巡护', '抗旱补助给付']);
  });

  test('is read page by page, each item once', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { code: string }[]; nextCursor: string | null; total: number } = await clerk().ok('GET /menu/items', {
        query: { sort: 'name', limit: '4', ...(cursor === null ? {} : { cursor }) },
      });
      expect(page.total).toBe(every.length);
      seen.push(...page.items.map(({ code }) => code));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toHaveLength(every.length);
    expect([...seen].sort()).toEqual(every);
  });

  test('is not sent again to who has it', async () => {
    const first = await clerk().send('GET', '/menu/items?limit=2');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]{22}"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await clerk().send('GET', '/menu/items?limit=2', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('is for those who are signed in, and takes no filter that it does not know', async () => {
    expect(await app().anonymous.refusal('GET /menu/items')).toBe('401 not_signed_in');
    expect((await clerk().send('GET', '/menu/items?colour=red')).status).toBe(400);
    expect((await clerk().send('GET', '/menu/items?limit=1000')).status).toBe(400);
  });
});

describe('before the first edition', () => {
  const empty = useApp({ seed: (tx) => seedWithoutMenu(tx) });

  test('says that there is none', async () => {
    expect(await empty().as('eastclerk').refusal('GET /menu/items')).toBe('409 no_published_edition');
    expect(
      await empty()
        .as('eastclerk')
        .refusal('GET /menu/items/{itemId}', { params: { itemId: itemOf('fine') } }),
    ).toBe('404 not_found');
  });
});

/** The same county, whose only edition is still a draft. */
function seedWithoutMenu(tx: Tx): void {
  seedCounty(tx);
  const rows = tx.select().from(menuItems).all();
  tx.insert(menuEditions).values({ id: 'edition-2', number: 2, title: '草稿', state: 'draft', version: 1, createdAt: 0 }).run();
  for (const row of rows)
    tx.insert(menuItems)
      .values({ ...row, id: `draft-${row.id}`, editionId: 'edition-2' })
      .run();
  tx.$client.exec(`DROP TRIGGER menu_items_delete_draft_only; DROP TRIGGER menu_editions_delete_draft_only;
    DELETE FROM menu_items WHERE edition_id = 'edition-1'; DELETE FROM menu_editions WHERE id = 'edition-1'`);
}

describe('ten thousand items', () => {
  const size = 10_000;
  const seedMany = (tx: Tx): void => {
    seedCounty(tx);
    tx.insert(menuEditions).values({ id: 'edition-2', number: 2, title: '大', state: 'draft', version: 1, createdAt: 0 }).run();
    for (let number = 0; number < size; number += 1) {
      const id = `many-${String(number)}`;
      const code = `MANY-${String(number).padStart(5, '0')}`;
      const common = { statutoryType: 'other', category: 'public_management', field: '综合', version: 1, createdAt: 0 } as const;
      tx.insert(powers)
        .values({ id, code, name: `事项第${String(number)}号`, departmentId: number % 2 === 0 ? 'urban' : 'water', ...common })
        .run();
      tx.insert(menuItems)
        .values({ id: `item-${id}`, editionId: 'edition-2', powerId: id, terms: terms(), version: 1, createdAt: 0 })
        .run();
    }
    tx.$client.exec(`UPDATE menu_editions SET state = 'superseded', superseded_at = 1, version = 3 WHERE state = 'published';
      UPDATE menu_editions SET state = 'published', document_number = '二', decided_on = '2026-01-05', published_at = 1, version = 2 WHERE id = 'edition-2'`);
  };

  test('are listed without the database, once the edition is in memory', () => {
    const { tx: db } = createTestDatabase();
    seedMany(db);
    const catalogue = createCatalogue({ db });
    const known = catalogue.read('item-many-7');
    db.$client.close();
    const page = JSON.parse(catalogue.list({ q: '第77', departmentId: 'water', sort: 'difficulty', limit: 50 })?.body.toString() ?? '') as {
      total: number;
      items: { code: string }[];
    };
    expect(page.total).toBe(56);
    expect(page.items[0]?.code).toBe('MANY-00077');
    expect(catalogue.rowByCode('MANY-00042')).toMatchObject({ id: 'item-many-42', carrier: 'transfer' });
    // What was asked before is the same answer, not one like it.
    expect(catalogue.list({ limit: 50 })).toBe(catalogue.list({ limit: 50, sort: 'code', q: '  ' }));
    expect(catalogue.read('item-many-7')).toBe(known);
  });
});

test('a page made of rows that were written before is the page, byte for byte', () => {
  const { tx: db } = createTestDatabase();
  seedCounty(db);
  const catalogue = createCatalogue({ db });
  const [first] = every;
  const questions = [
    {},
    { q: '处罚' },
    { q: 'cf 垃圾', sort: 'name' },
    { q: '没有这样的事项' },
    { limit: 2 },
    { limit: 2, cursor: first },
    { q: '许可', limit: 1, statutoryType: 'licensing' },
  ] as const;
  // Twice: the second time the rows are known, the page is not.
  for (const more of [{}, { difficulty: 'easy' }] as const) {
    for (const question of questions) {
      const query = { ...question, ...more };
      expect(catalogue.list(query)?.body.toString()).toBe(JSON.stringify(catalogue.pick(query, {})));
    }
  }
});
