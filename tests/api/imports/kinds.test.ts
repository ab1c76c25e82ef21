import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportKind } from '#contract/imports/import-kinds.ts';
import { proveLedger } from '#server/features/grants/ledger/prove-ledger.ts';
import type { Person } from '#tests/builders/county.ts';
import { settled } from '#tests/builders/imports.ts';
import { startApp, type TestApp } from '#tests/support/app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startApp({ inFile: true });
});
afterEach(() => app.close());

interface Sent {
  readonly kind: ImportKind;
  readonly by: Person;
  readonly csv: string;
  readonly scope?: Readonly<Record<string, string>>;
}
async function send({ kind, by, csv, scope = {} }: Sent) {
  const started = await app.as(by).ok('POST /imports', { query: { kind, fileName: '表.csv', ...scope }, body: new Blob([csv]) });
  return settled(app, started.id, by);
}
const findings = async (importId: string, by: Person) =>
  (await app.as(by).ok('GET /imports/{importId}/findings', { params: { importId } })).items.map(
    ({ row, column, severity, code }) => `${String(row)} ${column} ${severity} ${code}`,
  );
async function write(one: { readonly id: string; readonly version: number }, by: Person) {
  const params = { importId: one.id };
  await app.as(by).ok('POST /imports/{importId}/application', { params, version: one.version, body: { leaveOutFaulty: false } });
  return settled(app, one.id, by);
}
const exported = async (kind: ImportKind, by: Person, scope: Readonly<Record<string, string>> = {}) => {
  const query = new URLSearchParams({ format: 'csv', ...scope }).toString();
  return String((await app.as(by).send('GET', `/import-kinds/${kind}/export?${query}`)).body);
};

const roster = (joined: string) =>
  `东河镇人员名册,,,\n姓名,职务,办公电话,到岗时间\n周明远,执法队员,0990-1,2025.3.1\n吴静宜,窗口人员,0990-2,${joined}\n`;
const existing = `事项编码,权力事项,承接单位,下放方式,生效日期,文号,印发日期
CG-CF-002,对乱倒垃圾的处罚,东河镇,直接下放,2023年7月1日,青禾府发[2023]9号,2023-06-20
,抗旱补助给付,西关街道办事处,窗口前移,2023/7/1,青禾府发[2023]9号,2023-06-20
`;

describe('a roster over the portal', () => {
  test('with one faulty row is mended and sent in again', async () => {
    const scope = { townshipId: 'east' };
    const first = await send({ kind: 'rosters', by: 'eastclerk', csv: roster('去年'), scope });
    expect(first).toMatchObject({ state: 'checked', scopeName: '东河镇人民政府', counts: { added: 1, faulty: 1 } });
    expect(await findings(first.id, 'eastclerk')).toContain('4 joinedOn error day_unreadable');
    const body = { leaveOutFaulty: false };
    expect(
      await app
        .as('eastclerk')
        .refusal('POST /imports/{importId}/application', { params: { importId: first.id }, version: first.version, body }),
    ).toBe('422 import_has_errors');
    const second = await send({ kind: 'rosters', by: 'eastclerk', csv: roster('2025-09-01'), scope });
    expect(second.counts).toMatchObject({ added: 2, faulty: 0 });
    expect((await write(second, 'eastclerk')).state).toBe('applied');
    const seen = async (by: Person) => (await app.as(by).ok('GET /imports')).items.length;
    expect([await seen('eastclerk'), await seen('auditor'), await seen('admin'), await seen('westclerk')]).toEqual([2, 2, 0, 0]);
    expect(await app.as('admin').refusal('GET /imports/{importId}/findings', { params: { importId: first.id } })).toBe('404 not_found');
    const { items } = await app.as('eastclerk').ok('GET /officers');
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['周明远', '吴静宜']));
  });

  test('stays with the township that sent it in: who has moved reads no names of it and writes nothing into it', async () => {
    const scope = { townshipId: 'east' };
    const sent = await send({ kind: 'rosters', by: 'eastclerk', csv: roster('2025-09-01'), scope });
    const params = { importId: sent.id };
    app.arrange((tx) => tx.$client.exec(`UPDATE memberships SET organisation_id = 'west' WHERE account_id = 'eastclerk'`));
    const moved = app.as('eastclerk');
    expect(await moved.refusal('GET /imports/{importId}', { params })).toBe('404 not_found');
    expect(await moved.refusal('GET /imports/{importId}/rows', { params })).toBe('404 not_found');
    expect(
      await moved.refusal('POST /imports/{importId}/application', { params, version: sent.version, body: { leaveOutFaulty: false } }),
    ).toBe('404 not_found');
    expect((await moved.ok('GET /imports')).items).toEqual([]);
    // In two townships at once, and then in the other one alone: the file belongs where it was meant to go.
    app.arrange((tx) => tx.$client.exec(`UPDATE imports SET organisation_id = 'west'`));
    expect(await moved.refusal('GET /imports/{importId}/rows', { params })).toBe('404 not_found');
  });

  test('is for the own township, and for all of them by the training officer, whose certificates the grants follow', async () => {
    const refused = (by: Person, scope: Record<string, string>) =>
      app.as(by).refusal('POST /imports', { query: { kind: 'rosters', fileName: 'a.csv', ...scope }, body: new Blob(['姓名\n甲\n']) });
    expect(await refused('eastclerk', { townshipId: 'west' })).toBe('422 import_scope_unknown');
    expect(await refused('eastclerk', {})).toBe('422 import_scope_unknown');
    expect(await refused('admin', {})).toBe('403 forbidden');
    const stall = '事项编码,乡镇,赋权方式,起始日期,文号,印发日期\nCG-CF-001,西关街道,直接下放,2024-01-01,青禾府发〔2023〕30号,2023-12-20\n';
    await write(await send({ kind: 'existing_grants', by: 'admin', csv: stall }), 'admin');
    const suspended = (): unknown =>
      app.db.$client.prepare('SELECT count(*) FROM suspensions WHERE from_at < to_at AND to_at > ?').pluck().get(app.clock.now());
    expect(suspended()).toBe(1);
    const csv = ['孙一', '孙二'].map((name, nth) => `西关街道,${name},队员,2025-01-01,D-${String(nth)},2025-01-01,2029-12-31`).join('\n');
    const header = '乡镇,姓名,职务,到岗日期,行政执法证号,发证日期,有效期至\n';
    const all = await send({ kind: 'rosters', by: 'trainer', csv: header + csv });
    expect(all.counts).toMatchObject({ added: 2, faulty: 0 });
    await write(all, 'trainer');
    const soon = app.db.$client
      .prepare('SELECT count(*) FROM suspensions WHERE from_at < to_at AND from_at < ?')
      .pluck()
      .get(Date.UTC(2029, 0, 1));
    expect(soon).toBe(0);
    expect(proveLedger(app.db).faults).toEqual([]);
  });
});

test('existing grants stand in the public register on a past day', async () => {
  const one = await send({ kind: 'existing_grants', by: 'admin', csv: existing });
  expect(one.counts).toMatchObject({ added: 2, faulty: 0 });
  await write(one, 'admin');
  const { items } = await app.anonymous.ok('GET /register/holdings', { query: { on: '2024-05-01' } });
  expect(items.map(({ code, townshipName }) => `${code} ${townshipName}`).sort()).toEqual([
    'CG-CF-002 东河镇人民政府',
    'SL-JF-001 西关街道办事处',
  ]);
  expect((await app.anonymous.ok('GET /register/holdings', { query: { on: '2023-06-30' } })).items).toEqual([]);
  expect(
    await app.as('eastlead').refusal('POST /imports', { query: { kind: 'existing_grants', fileName: 'a.csv' }, body: new Blob(['x']) }),
  ).toBe('403 forbidden');
});

test('organisations that were imported are known at once', async () => {
  const csv = '类别,名称,区划代码,常住人口（万人）,面积（公顷）,年度预算（万元）\n镇,青石镇,990101102000,4.52,9600,1580\n';
  const one = await send({ kind: 'organisations', by: 'admin', csv });
  expect(one.counts).toMatchObject({ added: 1, faulty: 0 });
  await write(one, 'admin');
  const { items } = await app.as('admin').ok('GET /organisations', { query: { kind: 'township' } });
  expect(items.find(({ name }) => name === '青石镇人民政府')?.profile).toMatchObject({
    residents: 45_200,
    areaSquareMetres: 96_000_000,
    budgetYuanPerYear: 15_800_000,
  });
});

test('what comes out goes in and changes nothing, kind by kind', async () => {
  await write(await send({ kind: 'existing_grants', by: 'admin', csv: existing }), 'admin');
  const duties = '清单,事项名称,领域,收回部门\n上级部门收回,取水许可,水利,县水利局\n';
  await write(await send({ kind: 'duty_lists', by: 'admin', csv: duties }), 'admin');
  const directory =
    '目录编码,事项名称,事项类型,设定依据,公布文件,公布日期\nS-01,对占道经营的处罚,行政处罚,《城市道路管理条例》（2019-03-24）第四十二条,某省决定,2024-03-01\n';
  await write(await send({ kind: 'directory', by: 'admin', csv: directory }), 'admin');
  const kinds = [
    ['organisations', 'admin', {}],
    ['rosters', 'trainer', {}],
    ['rosters', 'eastclerk', { townshipId: 'east' }],
    ['existing_grants', 'admin', {}],
    ['directory', 'admin', {}],
    ['duty_lists', 'admin', {}],
  ] as const;
  for (const [kind, by, scope] of kinds) {
    const csv = await exported(kind, by, scope);
    const one = await send({ kind, by, csv, scope });
    expect({ kind, state: one.state, counts: one.counts }).toMatchObject({
      kind,
      state: 'checked',
      counts: { added: 0, changed: 0, faulty: 0, errors: 0 },
    });
    expect(one.counts.unchanged).toBeGreaterThan(0);
  }
  const actions = app.db.$client.prepare("SELECT DISTINCT action FROM audit_records WHERE action LIKE '%export%'").pluck().all();
  expect(actions).not.toEqual([]);
}, 60_000);
