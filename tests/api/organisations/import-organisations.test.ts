import { describe, expect, test } from 'vitest';
import { organisationImporter } from '#server/features/organisations/organisation-importer.ts';
import { useApp } from '#tests/support/app.ts';
import { effects, importRows, inShort, readExport, readSheet } from '#tests/support/importing.ts';

const app = useApp();
const read = (rows: readonly Record<string, string>[], headers: Record<string, string> = {}) =>
  readSheet(app(), organisationImporter, rows, { headers });
const organisation = (name: string) =>
  app().db.$client.prepare('SELECT * FROM organisations WHERE name = ?').get(name) as Record<string, unknown> | undefined;

const town = {
  kind: '镇',
  name: '青石镇人民政府',
  divisionCode: '990101102',
  residents: '45,200',
  area: '96.5',
  communities: '17',
  staffQuota: '78',
  staffPresent: '71',
  budget: '1580',
  tags: '城郊、中心镇',
  contactPhone: '0990-1',
  complaintPhone: '0990-2',
  address: '中心街1号',
};

describe('a sheet of organisations', () => {
  test('adds townships with their profile, exactly', async () => {
    await importRows(app(), organisationImporter, [town]);
    expect(organisation('青石镇人民政府')).toMatchObject({
      kind: 'township',
      township_kind: 'town',
      division_code: '990101102',
      short_name: '青石镇',
      version: 1,
    });
    expect(JSON.parse(String(organisation('青石镇人民政府')?.['profile']))).toEqual({
      residents: 45_200,
      areaSquareMetres: 96_500_000,
      communities: 17,
      staffQuota: 78,
      staffPresent: 71,
      budgetYuanPerYear: 15_800_000,
      tags: ['城郊', '中心镇'],
    });
  });

  test('reads the unit in the header and refuses what would have to be rounded', () => {
    expect(inShort(read([{ ...town, area: '100' }], { area: '面积（亩）' }).findings)).toEqual(['2 area error amount_not_whole']);
    expect(inShort(read([{ ...town, area: '100' }], { area: '辖区面积' }).findings)).toEqual(['2 area error unit_missing']);
    expect(read([{ ...town, area: '9650' }], { area: '面积（公顷）' }).rows).toHaveLength(1);
  });

  test('takes the long code of statisticians, a place for its body, and the name for the kind', () => {
    const reading = read([
      { name: '永利彝族乡', kind: '乡', divisionCode: '990101203000' },
      { name: '锦官驿街道', kind: '', divisionCode: '990101017' },
      { name: '三溪乡', kind: '', divisionCode: '990101201' },
    ]);
    expect(reading.rows.map(({ label }) => label)).toEqual(['永利彝族乡人民政府', '锦官驿街道办事处', '三溪乡人民政府']);
    expect(inShort(reading.findings.filter(({ code }) => code !== 'figures_missing'))).toEqual([
      '2 divisionCode note division_code_long',
      '2 kind note text_read_as',
      '2 name note name_completed',
      '3 name note name_completed',
      '4 name note name_completed',
    ]);
  });

  test.each([
    [{ ...town, name: '' }, ['2 name error required_empty']],
    [{ ...town, divisionCode: '' }, ['2 divisionCode error required_empty']],
    [{ ...town, divisionCode: '9.90101102E8' }, ['2 divisionCode error code_rounded']],
    [{ ...town, divisionCode: '9901011' }, ['2 divisionCode error division_code_invalid']],
    [{ ...town, divisionCode: '990101102', divisionCode12: '990101103000' }, ['2 divisionCode12 error division_codes_differ']],
    [{ ...town, kind: '乡' }, ['2 kind error kind_differs_from_name']],
    [{ ...town, kind: '园区' }, ['2 kind error word_unknown']],
    [{ ...town, kind: '', name: '玛雪农牧场' }, ['2 kind error kind_unclear']],
    [{ ...town, name: '东河镇人民政府' }, ['2 name error name_taken']],
    [{ ...town, residents: '四万' }, ['2 residents error amount_unreadable']],
    [{ ...town, budget: '-3' }, ['2 budget error amount_negative']],
    [{ ...town, duty: '财政' }, ['2 duty error duty_of_township']],
    [{ ...town, name: `${'长'.repeat(70)}镇人民政府` }, ['2 name error cell_too_long']],
  ])('refuses %j', (row, findings) => {
    const reading = read([row]);
    expect(inShort(reading.findings)).toEqual(findings);
    expect(reading.rows).toEqual([]);
  });

  test('refuses the same code or name a second time and says where it stood', () => {
    const reading = read([town, { ...town, name: '白石镇' }, { ...town, divisionCode: '990101109' }]);
    expect(reading.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
      { row: 3, code: 'duplicate_value', column: 'divisionCode', params: { rows: '2' } },
      { row: 4, code: 'duplicate_value', column: 'name', params: { rows: '2' } },
    ]);
  });

  test('leaves out what is no township of the county, each row with its reason', () => {
    const reading = read([
      { name: '青禾县', level: '县级', kind: '县级', divisionCode: '990101' },
      { name: '青禾林场', level: '乡级', kind: '其他', divisionCode: '990101400' },
      { name: '北山镇', level: '乡级', kind: '镇', divisionCode: '990102101', countyName: '北山县' },
      { name: '青石村', level: '村级', kind: '', divisionCode: '990101101201' },
    ]);
    expect(reading.rows).toEqual([]);
    expect(inShort(reading.findings)).toEqual([
      '2 note county_row',
      '3 kind warning statistical_unit',
      '4 divisionCode note other_county',
      '5 divisionCode note community_row',
    ]);
  });

  test('adds departments, and points out those that may be of another line', async () => {
    await importRows(app(), organisationImporter, [
      { kind: '县级部门', name: '青禾县应急管理局', system: '', duty: '' },
      { kind: '', name: '青禾县委机构编制委员会办公室', duty: '机构编制', system: '县级' },
    ]);
    expect(organisation('青禾县应急管理局')).toMatchObject({ kind: 'department', system: 'county', short_name: '县应急管理局' });
    expect(organisation('青禾县委机构编制委员会办公室')).toMatchObject({ duty: 'establishment', short_name: '县委机构编制委员会办公室' });
    const reading = read([
      { kind: '县级部门', name: '国家税务总局青禾县税务局' },
      { kind: '县级部门', name: '青穗市生态环境局青禾分局' },
    ]);
    expect(reading.findings.map(({ code, proposal }) => [code, proposal])).toEqual([
      ['system_unclear', '垂直'],
      ['system_unclear', '市级派出'],
    ]);
  });

  test('changes what it says of a known body, shows before and after, and leaves the rest', async () => {
    const row = { kind: '镇', name: '东河镇', divisionCode: '990101101', residents: '4.3万' };
    const [changed] = read([row]).rows;
    expect(changed).toMatchObject({ effect: 'changed', changes: [{ column: 'residents', before: '42000', after: '43000' }] });
    await importRows(app(), organisationImporter, [row]);
    expect(organisation('东河镇人民政府')).toMatchObject({ version: 2, contact_phone: '0000-1234567' });
    expect(effects(read([row]))).toEqual(['2 unchanged']);
  });

  test('neither closes a body nor moves a duty that people hang on', () => {
    expect(inShort(read([{ kind: '镇', name: '东河镇', divisionCode: '990101101', state: '停用' }]).findings)).toEqual([
      '2 state error state_not_by_import',
    ]);
    expect(inShort(read([{ kind: '县级部门', name: '青禾县司法局', duty: '无' }]).findings)).toEqual(['2 duty error organisation_in_use']);
  });

  test('comes out as it goes in', () => {
    const reading = readExport(app(), organisationImporter);
    expect(reading.findings).toEqual([]);
    expect(reading.rows.map(({ effect }) => effect)).toEqual(Array<string>(5).fill('unchanged'));
  });
});

describe('the county that a sheet speaks of', () => {
  const withoutTownships = () =>
    app().arrange((tx) => {
      tx.$client.exec(`DELETE FROM certificates; DELETE FROM officers; DELETE FROM memberships WHERE organisation_id IN ('east','west');
        DELETE FROM organisations WHERE kind = 'township'`);
    });
  const rows = [
    { name: '甲镇', kind: '镇', divisionCode: '990101101' },
    { name: '乙镇', kind: '镇', divisionCode: '990102101' },
  ];

  test('is the only one in it', () => {
    withoutTownships();
    const reading = read([rows[0] ?? {}]);
    expect(reading.rows).toHaveLength(1);
    expect(inShort(reading.findings)).toContain('0 note county_taken');
  });

  test('is the one of the name of this county', () => {
    withoutTownships();
    const reading = read([...rows, { name: '青禾县', kind: '县级', divisionCode: '990102' }]);
    expect(reading.rows.map(({ label }) => label)).toEqual(['乙镇人民政府']);
  });

  test('is asked for where several are possible', () => {
    withoutTownships();
    const reading = read(rows);
    expect(reading.rows).toEqual([]);
    expect(inShort(reading.findings)).toEqual(['0 divisionCode error county_unclear']);
  });
});
