import { describe, expect, test } from 'vitest';
import { directoryImporter } from '#server/features/directory/directory-importer.ts';
import { dutyListImporter } from '#server/features/directory/duty-list-importer.ts';
import { useApp } from '#tests/support/app.ts';
import { effects, importRows, inShort, readExport, readSheet } from '#tests/support/importing.ts';

const app = useApp();
const all = (sql: string) => app().db.$client.prepare(sql).all() as Record<string, unknown>[];

describe('the provincial directory', () => {
  const read = (rows: readonly Record<string, string>[]) => readSheet(app(), directoryImporter, rows);
  const entry = {
    code: 's—０１',
    name: '对占道经营的处罚',
    statutoryType: '处罚',
    field: '城市管理',
    bases: '《中华人民共和国城乡规划法》（2019-04-23）第64条、第65条；《城市道路管理条例》(2019-03-24)第四十二条',
    decision: '某省人民政府关于公布乡镇街道赋权指导目录的决定',
    decidedOn: '2024年3月1日',
  };

  test('is entered with several bases in one cell, and linked to the power of the same name', async () => {
    const reading = await importRows(app(), directoryImporter, [entry]);
    expect(inShort(reading.findings)).toEqual(['2 powerCode note linked_to_power']);
    expect(all('SELECT code, name, statutory_type, decided_on, power_id, bases FROM directory_entries')).toMatchObject([
      { code: 'S-01', statutory_type: 'penalty', decided_on: '2024-03-01', power_id: 'fine' },
    ]);
    expect(JSON.parse(String(all('SELECT bases FROM directory_entries')[0]?.['bases']))).toEqual([
      { law: '中华人民共和国城乡规划法', article: '第六十四条', versionOn: '2019-04-23' },
      { law: '中华人民共和国城乡规划法', article: '第六十五条', versionOn: '2019-04-23' },
      { law: '城市道路管理条例', article: '第四十二条', versionOn: '2019-03-24' },
    ]);
    expect(effects(read([entry]))).toEqual(['2 unchanged']);
    const [changed] = read([{ ...entry, endedOn: '2026-01-01', bases: '' }]).rows;
    expect(changed).toMatchObject({ effect: 'changed', changes: [{ column: 'endedOn', before: '', after: '2026-01-01' }] });
    const again = readExport(app(), directoryImporter);
    expect(again.findings).toEqual([]);
    expect(effects(again)).toEqual(['2 unchanged']);
  });

  test.each([
    [{ code: '' }, ['2 code error required_empty']],
    [{ code: '第一条' }, ['2 code error code_unreadable']],
    [{ name: '' }, ['2 name error required_empty']],
    [{ statutoryType: '管理' }, ['2 statutoryType error word_unknown']],
    [{ bases: '《中华人民共和国城乡规划法》' }, ['2 bases error article_not_understood']],
    [{ bases: '《某市规定》第三条' }, ['2 bases error statute_version_unknown']],
    [{ decision: '' }, ['2 decision error required_empty']],
    [{ decidedOn: '' }, ['2 decidedOn error required_empty']],
    [{ endedOn: '2020-01-01' }, ['2 endedOn error period_reversed']],
    [{ powerCode: 'XX-9' }, ['2 powerCode error power_not_found']],
  ])('refuses %j', (row, findings) => {
    const reading = read([{ ...entry, ...row }]);
    expect(inShort(reading.findings)).toEqual(findings);
    expect(reading.rows).toEqual([]);
  });

  test('takes the type from the name, and only points out names that are alike', () => {
    const reading = read([{ ...entry, code: 'S-02', statutoryType: '', name: '对占用道路经营行为的行政处罚' }]);
    expect(inShort(reading.findings)).toEqual(['2 statutoryType note default_taken', '2 name note name_alike']);
    expect(reading.findings[1]).toMatchObject({ proposal: 'CG-CF-001' });
    expect(reading.rows).toMatchObject([{ record: { fields: { statutoryType: 'penalty', powerId: null } } }]);
    expect(inShort(read([entry, { ...entry, name: '另一项处罚' }]).findings)).toContain('3 code error duplicate_value');
  });
});

describe('duty lists', () => {
  const read = (rows: readonly Record<string, string>[], sheet?: string) =>
    readSheet(app(), dutyListImporter, rows, sheet === undefined ? {} : { sheet });
  const duty = {
    list: '上级部门收回事项',
    township: '',
    name: '取水许可',
    field: '水利',
    department: '县水利局',
    note: '由县水利局\n直接办理',
  };

  test('are entered for the county or one township, and linked by exact name', async () => {
    await importRows(app(), dutyListImporter, [duty, { ...duty, list: '基本履职', township: '东河镇', name: '矛盾纠纷调解', field: '' }]);
    expect(all('SELECT list, township_id, name, power_id, note FROM duty_entries ORDER BY list DESC')).toEqual([
      { list: 'taken_back', township_id: null, name: '取水许可', power_id: 'well', note: '由县水利局\n直接办理' },
      { list: 'basic', township_id: 'east', name: '矛盾纠纷调解', power_id: null, note: '由县水利局\n直接办理' },
    ]);
    const again = readExport(app(), dutyListImporter);
    expect(again.findings).toEqual([]);
    expect(effects(again)).toEqual(['2 unchanged', '3 unchanged']);
    expect(read([{ ...duty, department: '县应急局' }]).rows).toMatchObject([
      { effect: 'changed', changes: [{ column: 'department', before: '县水利局', after: '县应急局' }] },
    ]);
  });

  test('may have the list in the name of the sheet', () => {
    const { list: _, ...plain } = duty;
    expect(read([plain], '配合履职事项清单').rows).toMatchObject([{ record: { fields: { list: 'supporting' } } }]);
    expect(inShort(read([plain], 'Sheet1').findings)).toEqual(
      ['2 list error required_empty', '2 powerCode note linked_to_power'].slice(0, 1),
    );
  });

  test.each([
    [{ list: '其他清单' }, ['2 list error word_unknown']],
    [{ township: '北河镇' }, ['2 township error unknown_organisation']],
    [{ name: '' }, ['2 name error required_empty']],
    [{ powerCode: 'XX-9' }, ['2 powerCode error power_not_found']],
  ])('refuse %j', (row, findings) => {
    const reading = read([{ ...duty, ...row }]);
    expect(inShort(reading.findings)).toEqual(findings);
    expect(reading.rows).toEqual([]);
  });

  test('refuse one line twice, and take 全县 for the whole county', () => {
    const reading = read([duty, { ...duty, township: '全县' }]);
    expect(inShort(reading.findings)).toEqual(['2 powerCode note linked_to_power', '3 name error duplicate_value']);
  });
});
