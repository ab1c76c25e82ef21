import { describe, expect, test } from 'vitest';
import { laws } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { rowsOf } from '#tests/api/grants/given.ts';
import { versionNow } from './given.ts';

const app = useApp();
const legal = () => app().as('legal');
const add = (title: string, versionOn = '2017-06-27') => legal().ok('POST /statutes', { body: { title, kind: 'law', versionOn } });
const list = (query: { q?: string; state?: 'in_force' | 'ending' | 'ended'; limit?: string; cursor?: string } = {}) =>
  legal().ok('GET /statutes', { query });
const actions = () =>
  rowsOf(app(), "SELECT action FROM audit_records WHERE subject_kind LIKE 'statute%' ORDER BY seq").map(({ action }) => action);

describe('the register of statutes', () => {
  test('takes a statute with its first version, without book marks, once', async () => {
    const made = await add('《中华人民共和国水污染防治法》');
    expect(made).toMatchObject({ title: '中华人民共和国水污染防治法', kind: 'law', version: 1 });
    expect(made.versions).toMatchObject([{ versionOn: '2017-06-27', validity: 'in_force', endedOn: null, done: 0, version: 1 }]);
    expect(
      await legal().refusal('POST /statutes', { body: { title: '中华人民共和国水污染防治法', kind: 'rule', versionOn: '2020-01-01' } }),
    ).toBe('409 statute_title_taken');
    expect(actions()).toEqual(['statute_added']);
    const body = { title: '城市绿化条例', kind: 'administrative_regulation', versionOn: '2017-03-01' } as const;
    const first = await app().as('admin').call('POST /statutes', { body, key: 'adding-once' });
    const again = await app().as('admin').call('POST /statutes', { body, key: 'adding-once' });
    expect(again.body).toEqual(first.body);
  });

  test('takes further versions, each day once', async () => {
    const { id } = await add('中华人民共和国水法', '2002-08-29');
    const params = { statuteId: id };
    const more = await legal().ok('POST /statutes/{statuteId}/versions', { params, body: { versionOn: '2016-07-02' } });
    expect(more.versions.map(({ versionOn }) => versionOn)).toEqual(['2016-07-02', '2002-08-29']);
    expect(await legal().refusal('POST /statutes/{statuteId}/versions', { params, body: { versionOn: '2016-07-02' } })).toBe(
      '409 statute_version_taken',
    );
    expect(
      await legal().refusal('POST /statutes/{statuteId}/versions', { params: { statuteId: 'nothing' }, body: { versionOn: '2016-07-02' } }),
    ).toBe('404 not_found');
  });

  test('is searched by Chinese substring, filtered by validity, and paged by title', async () => {
    for (const title of ['甲管理条例', '乙管理条例', '丙管理条例']) await add(title);
    expect((await list({ q: '管理' })).items.map(({ title }) => title).sort()).toEqual(['丙管理条例', '乙管理条例', '甲管理条例']);
    expect((await list({ q: '《甲管理条例》' })).total).toBe(1);
    await add('丁办法（试行）');
    for (const q of ['办法（试行', '办法(试行']) expect((await list({ q })).total).toBe(1);
    expect((await list({ q: '%' })).total).toBe(0);
    const first = await list({ q: '管理', limit: '2' });
    const second = await list({ q: '管理', limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items]).toHaveLength(3);
    expect(second.nextCursor).toBeNull();
    const versionId = 'version-compulsion';
    const mark = (endedOn: string, version: number) =>
      legal().ok('POST /statute-versions/{versionId}/end', {
        params: { versionId },
        version,
        body: { endKind: 'amended', endedOn, endBasis: '修正案', successorId: null },
      });
    await mark('2026-04-01', 1);
    expect((await list({ state: 'ending' })).items.map(({ title }) => title)).toEqual([laws.compulsion.title]);
    expect((await list({ state: 'in_force' })).items.map(({ title }) => title)).toContain(laws.compulsion.title);
    app().clock.set(Date.UTC(2026, 3, 1, 2));
    expect((await list({ state: 'ended' })).items).toMatchObject([
      { title: laws.compulsion.title, versions: [{ validity: 'ended', endKind: 'amended' }] },
    ]);
    expect((await list({ state: 'in_force' })).items.map(({ title }) => title)).not.toContain(laws.compulsion.title);
  });

  test('corrects a slip; what citations are found by stays once something cites it', async () => {
    const { id, versions } = await add('中华人民共和国水发');
    const put = (body: { title: string; kind: 'law' | 'rule' | 'other' }, version: number, statuteId = id) =>
      legal().call('PUT /statutes/{statuteId}', { params: { statuteId }, version, body });
    expect((await put({ title: '中华人民共和国水法', kind: 'law' }, 1)).body).toMatchObject({ title: '中华人民共和国水法', version: 2 });
    expect((await put({ title: '中华人民共和国水法', kind: 'rule' }, 1)).problem).toMatchObject({
      code: 'version_stale',
      changes: [{ actor: '法制审核', action: 'statute_corrected' }],
    });
    expect((await put({ title: laws.penalty.title, kind: 'law' }, 2)).problem.code).toBe('statute_title_taken');
    expect((await put({ title: '行政处罚法', kind: 'law' }, 1, 'law-penalty')).problem.code).toBe('statute_in_use');
    expect((await put({ title: laws.penalty.title, kind: 'other' }, 1, 'law-penalty')).body).toMatchObject({ kind: 'other', version: 2 });
    const day = (versionId: string, versionOn: string, version = 1) =>
      legal().call('PUT /statute-versions/{versionId}', { params: { versionId }, version, body: { versionOn } });
    expect((await day(versions[0]?.id ?? '', '2016-07-02')).body).toMatchObject({ versionOn: '2016-07-02', version: 2 });
    expect((await day('version-penalty', '2021-01-22')).problem.code).toBe('statute_in_use');
    expect((await day('version-licensing', '2003-08-27', 9)).problem.code).toBe('version_stale');
    expect(
      await legal().refusal('PUT /statutes/{statuteId}', { params: { statuteId: 'no' }, version: 1, body: { title: 'x', kind: 'law' } }),
    ).toBe('404 not_found');
  });

  test('counts what rests on a version, of the edition in force and the draft only', async () => {
    expect((await versionNow(app())).left).toEqual({ menu_item: 9, grant: 0, directory_entry: 0, township_power: 0 });
    await app()
      .as('admin')
      .ok('POST /editions', { body: { title: '第二版' } });
    expect((await versionNow(app())).left.menu_item).toBe(18);
    const statute = await app()
      .as('auditor')
      .ok('GET /statutes/{statuteId}', { params: { statuteId: 'law-penalty' } });
    expect(statute.versions[0]?.left.menu_item).toBe(18);
  });

  test('is read by the county, kept by the administrator and the legal office', async () => {
    for (const person of ['admin', 'legal', 'decider', 'urbanreviewer', 'auditor'] as const)
      expect((await app().as(person).call('GET /statutes')).status).toBe(200);
    for (const person of ['eastclerk', 'eastlead', 'trainer'] as const)
      expect(await app().as(person).refusal('GET /statutes')).toBe('403 forbidden');
    const body = { title: 'x', kind: 'law', versionOn: '2020-01-01' } as const;
    for (const person of ['decider', 'urbanreviewer', 'auditor'] as const)
      expect(await app().as(person).refusal('POST /statutes', { body })).toBe('403 forbidden');
  });
});
