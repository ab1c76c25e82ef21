import { describe, expect, test } from 'vitest';
import type { Terms } from '#contract/catalogue/menu-terms.ts';
import { itemOf, type PowerKey } from '#tests/builders/county.ts';
import { givenLawful } from '#tests/builders/editions.ts';
import { granted } from '#tests/builders/orders.ts';
import { terms } from '#tests/builders/terms.ts';
import { useApp } from '#tests/support/app.ts';
import { rowsOf } from '#tests/api/grants/given.ts';
import { linesOf, newBasis, repealed, reviewing } from './given.ts';

const app = useApp();
const admin = () => app().as('admin');
const open = () => admin().ok('POST /editions', { body: { title: '第二版' } });
const copyOf = async (editionId: string, power: PowerKey) => {
  const { items } = await admin().ok('GET /editions/{editionId}/items', { params: { editionId } });
  const itemId = items.find(({ powerId }) => powerId === power)?.id ?? '';
  return admin().ok('GET /editions/{editionId}/items/{itemId}', { params: { editionId, itemId } });
};
const gates = async (editionId: string, itemId?: string) =>
  (await admin().ok('GET /editions/{editionId}/check', { params: { editionId } })).findings
    .filter((one) => itemId === undefined || one.itemId === itemId)
    .map(({ gate, severity }) => `${gate} ${severity}`);
const publish = async (editionId: string) => {
  await givenLawful(app(), editionId);
  const { items } = await admin().ok('GET /editions');
  const version = items.find(({ id }) => id === editionId)?.version ?? 0;
  const body = { documentNumber: '青禾府发〔2026〕2号', decidedOn: '2026-03-01' };
  return admin().call('POST /editions/{editionId}/publication', { params: { editionId }, version, body });
};
const bases = (itemId: string) => admin().ok('GET /menu/items/{itemId}/bases', { params: { itemId } });
const published = async (power: PowerKey) =>
  (await linesOf(app(), { kind: 'menu_item' })).filter(({ subjectId }) => subjectId === itemOf(power));

describe('the next edition', () => {
  test('begins with what was rebased in its terms, and what was reconfirmed reconfirmed', async () => {
    await repealed(app());
    await reviewing(app(), await published('fine'), { act: 'rebased', basis: newBasis });
    await reviewing(app(), await published('litter'));
    const draft = await open();
    const [rebased, reconfirmed, left] = [await copyOf(draft.id, 'fine'), await copyOf(draft.id, 'litter'), await copyOf(draft.id, 'well')];
    expect(rebased).toMatchObject({ version: 1, terms: { legalBases: [newBasis] } });
    expect(await bases(rebased.id)).toMatchObject({ lawFlag: null, bases: [newBasis] });
    expect(await bases(reconfirmed.id)).toMatchObject({ lawFlag: null, reviews: [{ act: 'reconfirmed' }] });
    expect(await gates(draft.id, rebased.id)).not.toContain('statute_ended blocking');
    expect(await gates(draft.id, reconfirmed.id)).not.toContain('statute_ended blocking');
    expect(await gates(draft.id, left.id)).toContain('statute_ended blocking');
    // What the terms themselves say is what counts on a draft, whatever was reviewed before.
    const other = { ...newBasis, article: '第二十六条' };
    const params = { editionId: draft.id, itemId: rebased.id };
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', {
      params,
      version: 1,
      body: { terms: { ...rebased.terms, legalBases: [other] } },
    });
    expect(await bases(rebased.id)).toMatchObject({ bases: [other] });
    expect(rowsOf(app(), 'SELECT article FROM legal_citations WHERE subject_id = ?', rebased.id)).toEqual([{ article: '第二十六条' }]);
  });

  test('is not published while a basis has ended; reviewing the draft is the way out, in the terms or beside them', async () => {
    await repealed(app());
    const draft = await open();
    expect((await publish(draft.id)).problem.code).toBe('edition_has_findings');
    const own = (await linesOf(app(), { kind: 'menu_item' })).filter(({ edition }) => edition?.state === 'draft');
    expect(own).toHaveLength(9);
    const [first, ...others] = own;
    if (!first) throw new Error('no line');
    await reviewing(app(), [first], { act: 'rebased', basis: newBasis }, 'admin');
    const item = await admin().ok('GET /editions/{editionId}/items/{itemId}', { params: { editionId: draft.id, itemId: first.subjectId } });
    expect(item).toMatchObject({ version: 2, terms: { legalBases: [newBasis] } });
    expect(rowsOf(app(), 'SELECT action FROM audit_records WHERE subject_id = ? ORDER BY seq', first.subjectId)).toEqual([
      { action: 'item_changed' },
    ]);
    await reviewing(app(), others);
    await givenLawful(app(), draft.id);
    expect((await publish(draft.id)).status).toBe(200);
    expect((await bases(first.subjectId)).lawFlag).toBeNull();
    // The former edition is history; what stands now is reviewed.
    expect(await linesOf(app(), { kind: 'menu_item' })).toEqual([]);
  });
});

describe('a statute that the register does not know', () => {
  const unknown = { law: '城市市容和环境卫生管理条例', article: '第三十四条', versionOn: '2017-03-01' };

  test('is pointed out on the draft, and registered when it is published', async () => {
    const draft = await open();
    const item = await copyOf(draft.id, 'fine');
    const body = { terms: terms({ ...item.terms, legalBases: [unknown] }) as Terms };
    await admin().ok('PUT /editions/{editionId}/items/{itemId}', { params: { editionId: draft.id, itemId: item.id }, version: 1, body });
    expect(await gates(draft.id, item.id)).toContain('statute_unknown warning');
    expect(await bases(item.id)).toMatchObject({ bases: [{ validity: 'unknown', needsReview: false }] });
    await givenLawful(app(), draft.id);
    expect((await publish(draft.id)).status).toBe(200);
    expect(await bases(item.id)).toMatchObject({ bases: [{ validity: 'in_force' }] });
    const { items } = await admin().ok('GET /statutes', { query: { q: '市容' } });
    expect(items).toMatchObject([{ title: unknown.law, kind: 'administrative_regulation', versions: [{ versionOn: '2017-03-01' }] }]);
    expect(rowsOf(app(), "SELECT count(*) AS n FROM audit_records WHERE action = 'statute_registered'")).toEqual([{ n: 1 }]);
  });
});

describe('a grant', () => {
  test('rests on what its item rests on by the time it is given', async () => {
    await repealed(app());
    await reviewing(app(), await published('litter'), { act: 'rebased', basis: newBasis });
    await reviewing(app(), await published('ditch'));
    const one = await granted(app(), 'litter');
    const grantOf = (grantId: string | null) =>
      app()
        .as('decider')
        .ok('GET /grants/{grantId}', { params: { grantId: grantId ?? '' } });
    expect(await grantOf(one.grantId)).toMatchObject({ lawFlag: null, legalBases: [newBasis] });
    const other = await granted(app(), 'relief');
    expect(await grantOf(other.grantId)).toMatchObject({ lawFlag: 'repealed' });
  });
});

describe('the directory and the powers by law', () => {
  const law = { law: '中华人民共和国城乡规划法', article: '第六十四条', versionOn: '2019-04-23' };

  test('register what they cite, wait for a review like everything else, and say their new basis themselves', async () => {
    const fields = {
      name: '对违法建设的行政处罚',
      statutoryType: 'penalty',
      field: '城乡规划',
      scopeNote: '',
      decision: '省决定（测试）',
      decidedOn: '2025-06-01',
    } as const;
    const entry = await admin().ok('POST /directory', { body: { ...fields, code: 'S-1', bases: [law], powerId: null } });
    await admin().ok('POST /township-powers', {
      body: { name: '制止违法建设', kinds: [], bases: [{ ...law, article: '第四十一条' }], powerId: null },
    });
    const { items } = await admin().ok('GET /statutes', { query: { q: '城乡规划' } });
    const versionId = items[0]?.versions[0]?.id ?? '';
    const params = { versionId };
    const mark = { endKind: 'amended', endedOn: '2026-01-01', endBasis: '修正', successorId: null } as const;
    const marked = await admin().ok('POST /statute-versions/{versionId}/end', { params, version: 1, body: mark });
    expect(marked.left).toEqual({ menu_item: 0, grant: 0, directory_entry: 1, township_power: 1 });
    const page = await admin().ok('GET /statute-versions/{versionId}/lines', { params, query: { limit: '1' } });
    const rest = await admin().ok('GET /statute-versions/{versionId}/lines', {
      params,
      query: { limit: '1', cursor: page.nextCursor ?? '' },
    });
    expect([...page.items, ...rest.items].map(({ name, articles }) => [name, articles])).toEqual([
      ['对违法建设的行政处罚', ['第六十四条']],
      ['制止违法建设', ['第四十一条']],
    ]);
    const lines = [...page.items, ...rest.items].map(({ subjectKind, subjectId }) => ({ subjectKind, subjectId, reviewId: null }));
    const body = { act: 'rebased', reason: '已修正', basis: newBasis, lines } as const;
    const after = await admin().ok('POST /statute-versions/{versionId}/reviews', { params, version: 2, body: { ...body, lines } });
    expect(after).toMatchObject({ left: { directory_entry: 0, township_power: 0 }, done: 2 });
    expect(await admin().ok('GET /directory/{entryId}', { params: { entryId: entry.id } })).toMatchObject({
      bases: [newBasis],
      version: 2,
    });
  });
});
