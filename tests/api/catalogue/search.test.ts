import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listMenu } from '#contract/catalogue/menu-items.ts';
import { loadSpelling } from '#server/features/powers/pinyin.ts';
import { matchOf, rankOf, searchWords, searchedOf } from '#server/features/powers/words-searched.ts';
import { powerWords } from '#db/schema/powers.ts';
import { useApp } from '#tests/support/app.ts';

const toPinyin = await loadSpelling();

const reasonFor = (name: string, q: string, code = 'CG-CF-001') =>
  matchOf(name, searchedOf(name, code, toPinyin(name)), searchWords(q))?.by;
const marked = (name: string, q: string): string[] =>
  (matchOf(name, searchedOf(name, 'CG-CF-001', toPinyin(name)), searchWords(q))?.name ?? []).map(([from, to]) => name.slice(from, to));

describe('a name is written', () => {
  test.each([
    ['对占用耕地的处罚', ' dui zhan yong geng di/de de/di chu fa'],
    // Read in context, with the other readings beside: 给付 is jǐfù by the book and gěifù in most mouths.
    ['行政给付', ' xing/hang/heng zheng ji/gei fu'],
    ['PPP项目', ' ppp xiang mu'],
    ['绿化率（2026年）', expect.stringContaining('lv/lu hua')],
  ])('%s', (name, expected) => {
    expect(toPinyin(name)).toEqual(expected);
  });
});

describe('a power is found', () => {
  test.each([
    ['cg-cf-001', 'code'],
    ['ＣＧ－ＣＦ－００１', 'code'],
    ['CG-CF', 'code_start'],
    ['cf-00', 'code_part'],
    ['占用', 'name_start'],
    ['对占用', 'name_start'],
    ['耕地', 'name'],
    ['耕 地', 'name'],
    ['zygd', 'initials'],
    ['dzygddcf', 'initials'],
    ['ZYGD', 'initials'],
    ['zhanyong', 'pinyin'],
    ['zhanyonggengdi', 'pinyin'],
    ['zhyong', 'pinyin'],
    ['zhanyg', 'pinyin'],
    ['耕地 zy', 'initials'],
    ['耕地 罚款', undefined],
    ['anyong', undefined],
    ['gengdiao', undefined],
  ])('%s: %s', (q, expected) => {
    expect(reasonFor('对占用耕地的处罚', q)).toBe(expected);
  });

  test.each([
    ['行政给付', 'jifu', 'pinyin'],
    ['行政给付', 'geifu', 'pinyin'],
    ['行政给付', 'xzgf', 'initials'],
    ['长途客运许可', 'ctky', 'initials'],
    ['重点单位登记', 'zddw', 'initials'],
    ['绿化许可', 'lvhua', 'pinyin'],
    ['绿化许可', 'lühua', 'pinyin'],
  ])('%s by %s', (name, q, expected) => {
    expect(reasonFor(name, q)).toBe(expected);
  });

  test.each([
    ['对占用耕地的处罚', '耕地', ['耕地']],
    ['对占用耕地的处罚', 'zygd', ['占用耕地']],
    ['对占用耕地的处罚', 'gengd chufa', ['耕地', '处罚']],
    ['对占用、耕地的处罚', 'yonggeng', ['用、耕']],
    ['ＰＰＰ 项目审批', 'ppp项', ['ＰＰＰ 项']],
    ['PPP项目审批', 'xmsp', ['项目审批']],
    ['对占用耕地的处罚', 'cg-cf', []],
  ])('and %s is marked for %s', (name, q, expected) => {
    expect(marked(name, q)).toEqual(expected);
  });

  test('by every stretch of its name, of its initials and of its pinyin, and what is marked lies inside the name', () => {
    const names = ['对占用耕地建窑、建坟行为的行政处罚', '长途客运（班线）经营许可', '最低生活保障给付', 'PPP项目绿化用地2026年审批'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(40), fc.integer({ min: 1, max: 8 }), (name, from, length) => {
        const syllables = toPinyin(name).trim().split(' ');
        const start = from % syllables.length;
        const heard = syllables.slice(start, start + length).map((one) => one.split('/')[0] ?? '');
        const searched = searchedOf(name, 'X-1', toPinyin(name));
        for (const q of [heard.join(''), heard.map((one) => one.slice(0, 1)).join('')]) {
          const match = matchOf(name, searched, searchWords(q));
          expect(match, `${name} by ${q}`).not.toBeNull();
          for (const [a, b] of match?.name ?? []) expect(0 <= a && a < b && b <= name.length).toBe(true);
        }
      }),
    );
  });

  test('in no time whatever is typed', () => {
    const name = '安岸昂案暗安岸昂案暗安岸昂案暗安岸昂案暗安岸昂案暗安岸昂案暗';
    const searched = searchedOf(name, 'X-1', toPinyin(name));
    for (const q of ['an'.repeat(29), 'a'.repeat(59), 'ang'.repeat(19), `${'an'.repeat(28)}z`])
      expect(rankOf(searched, searchWords(q))).toBeGreaterThanOrEqual(-1);
  });
});

describe('the menu', () => {
  const app = useApp();
  const list = async (query: Record<string, string>) =>
    listMenu.response.parse(
      (
        await app()
          .as('eastclerk')
          .send('GET', `/menu/items?${new URLSearchParams(query).toString()}`)
      ).body,
    );
  const codes = async (query: Record<string, string>) => (await list(query)).items.map(({ code }) => code);

  test('writes the pinyin of what was there before, once, by which it is then found', async () => {
    expect(await codes({ q: 'zdjy' })).toEqual([]);
    await app().sweep();
    expect(await codes({ q: 'zdjy' })).toEqual(['CG-CF-001', 'CG-JC-001']);
    expect(await codes({ q: 'zhandaojingying' })).toEqual(['CG-CF-001', 'CG-JC-001']);
    const before = app().db.select().from(powerWords).all().length;
    await app().sweep();
    expect(app().db.select().from(powerWords).all()).toHaveLength(before);
  });

  test('puts the best answers first, says why, and goes on from page to page', async () => {
    await app().sweep();
    const { items } = await list({ q: '占道' });
    expect(items.map(({ code, match }) => [code, match?.by])).toEqual([
      ['CG-CF-001', 'name_start'],
      ['CG-JC-001', 'name_start'],
    ]);
    expect((await list({ q: 'cf' })).items.map(({ code, match }) => [code, match?.by])).toEqual([
      ['CG-CF-001', 'code_part'],
      ['CG-CF-002', 'code_part'],
    ]);
    const ranked = await codes({ q: 'g' });
    const first = await list({ q: 'g', limit: '2' });
    const second = await list({ q: 'g', limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(ranked.slice(0, 4));
    expect(await codes({ q: 'g', sort: 'code' })).toEqual([...ranked].sort());
  });

  test('finds drafts and powers by the same words', async () => {
    const admin = app().as('admin');
    await app().sweep();
    const edition = await admin.ok('POST /editions', { body: { title: '第二版' } });
    const found = await admin.ok('GET /editions/{editionId}/items', { params: { editionId: edition.id }, query: { q: 'zdjy 检' } });
    expect(found).toMatchObject({ total: 1, items: [{ code: 'CG-JC-001' }] });
    const body = {
      code: 'CG-QT-009',
      name: '夜间摊点疏导',
      statutoryType: 'other',
      category: 'public_management',
      field: '城市管理',
      departmentId: 'urban',
    } as const;
    await admin.ok('POST /powers', { body });
    // Written with its spelling, in one transaction.
    expect(await admin.ok('GET /powers', { query: { q: 'yjtd' } })).toMatchObject({ total: 1, items: [{ code: 'CG-QT-009' }] });
  });

  test('counts every value of every filter as if it were chosen and the others stayed', async () => {
    const { facets, total } = await list({ statutoryType: 'penalty', departmentId: 'water' });
    expect(total).toBe(0);
    expect(facets.departmentId).toEqual({ urban: 2 });
    expect(facets.statutoryType).toEqual({ benefit: 1, confirmation: 1, licensing: 1, other: 1 });
    expect(facets.returnable).toEqual({});
    const all = await list({});
    expect(all.facets.returnable).toEqual({ yes: 8, no: 1 });
    expect(Object.values(all.facets.carrier).reduce((sum, count) => sum + count, 0)).toBe(all.total);
    expect(await codes({ returnable: 'no' })).toEqual(['CG-QT-002']);
    expect(await codes({ sort: 'liability' })).toEqual(expect.arrayContaining(['SL-XK-001']));
    expect((await codes({ sort: 'liability' })).at(-1)).toBe('SL-XK-001');
  });
});
