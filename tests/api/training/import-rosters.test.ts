import { describe, expect, test } from 'vitest';
import { rosterImporter } from '#server/features/training/roster-importer.ts';
import { useApp } from '#tests/support/app.ts';
import { effects, importRows, inShort, readExport, readSheet } from '#tests/support/importing.ts';

const app = useApp();
const changed: string[] = [];
const importer = rosterImporter({ rosterChanged: (_, townshipId) => changed.push(townshipId) });
const own = { scope: { townshipId: 'east' } };
const read = (rows: readonly Record<string, string>[], about: Parameters<typeof readSheet>[3] = {}) =>
  readSheet(app(), importer, rows, about);
const all = (sql: string): unknown[] => app().db.$client.prepare(sql).all();

const person = { township: '东河镇', name: '周明远', post: '执法队员', dutyPhone: '0990-1', joinedOn: '2025-03-01' };
const licence = { certificateKind: '行政执法证', certificateNumber: 'B-1', certificateFrom: '2025.5.1', certificateTo: '2030年4月30日' };
const driver = { ...licence, certificateNumber: 'B-2', certificateFrom: '2030-05-01', certificateTo: '2035-04-30' };

describe('a roster', () => {
  test('adds people with their certificates, one row for each', async () => {
    changed.length = 0;
    const rows = [
      { ...person, ...licence },
      { township: '', name: '周　明远', ...driver },
      { ...person, name: '吴静宜', township: '青禾县西关街道办' },
    ].map((row) => ({ ...row, township: row.township === '' ? '东河镇' : row.township }));
    await importRows(app(), importer, rows, { by: 'trainer' });
    expect(all("SELECT township_id, name, post, joined_on FROM officers WHERE name IN ('周明远','吴静宜') ORDER BY id")).toEqual([
      { township_id: 'east', name: '周明远', post: '执法队员', joined_on: '2025-03-01' },
      { township_id: 'west', name: '吴静宜', post: '执法队员', joined_on: '2025-03-01' },
    ]);
    expect(all("SELECT number FROM certificates c JOIN officers o ON o.id = c.officer_id WHERE o.name = '周明远' ORDER BY number")).toEqual(
      [{ number: 'B-1' }, { number: 'B-2' }],
    );
    expect(changed).toEqual(['east', 'west']);
    expect(effects(read(rows))).toEqual(['2 unchanged', '3 unchanged', '4 unchanged']);
    expect(all("SELECT count(*) AS n FROM audit_records WHERE action = 'officer_added'")).toEqual([{ n: 2 }]);
  });

  test('of a township needs no column of townships, and knows only its own people', () => {
    const { township: _, ...plain } = person;
    expect(read([plain], own).rows).toHaveLength(1);
    expect(inShort(read([{ ...person, township: '西关街道' }], own).findings)).toEqual(['2 township error other_township']);
    expect(inShort(read([{ ...plain, id: 'officer-qian', name: '钱新人' }], own).findings)).toEqual(['2 id error person_unknown']);
  });

  test('of a township leaves certificates to the training officer, but for those on record', () => {
    const rows = [
      { ...person, ...licence },
      {
        name: '李执法',
        certificateKind: '执法证',
        certificateNumber: 'a-OFFICER-LI',
        certificateFrom: '2025-01-01',
        certificateTo: '2035-01-01',
      },
    ];
    const reading = read(rows, own);
    expect(inShort(reading.findings)).toEqual(['2 certificateNumber warning certificate_by_trainer']);
    expect(effects(reading)).toEqual(['2 added', '3 unchanged']);
  });

  test('changes who is known, and shows what', () => {
    const [row] = read([{ township: '东河镇', name: '赵新人', post: '副队长', leftOn: '2026-03-05' }]).rows;
    expect(row).toMatchObject({
      effect: 'changed',
      changes: [
        { column: 'post', before: '执法队员', after: '副队长' },
        { column: 'leftOn', before: '', after: '2026-03-05' },
      ],
    });
  });

  test.each([
    [{ ...person, township: '' }, ['2 township error required_empty']],
    [{ ...person, township: '北河镇' }, ['2 township error unknown_organisation']],
    [{ ...person, name: '' }, ['2 name error required_empty']],
    [{ ...person, joinedOn: '' }, ['2 joinedOn error required_empty']],
    [{ ...person, joinedOn: '去年' }, ['2 joinedOn error day_unreadable']],
    [{ ...person, joinedOn: '2030-01-01' }, ['2 joinedOn error day_improbable']],
    [{ ...person, leftOn: '2025-01-01' }, ['2 leftOn error period_reversed']],
    [{ ...person, ...licence, certificateKind: '执法资格' }, ['2 certificateKind error unknown_certificate']],
    [{ ...person, ...licence, certificateNumber: '' }, ['2 certificateNumber error required_empty']],
    [{ ...person, ...licence, certificateTo: '' }, ['2 certificateTo error required_empty']],
    [{ ...person, ...licence, certificateTo: '2025-04-30' }, ['2 certificateTo error period_reversed']],
    [{ ...person, ...licence, revokedOn: '2025-09-01' }, ['2 revokedOn error revocation_not_by_import']],
    [{ ...person, post: '身份证 51182319900307233X' }, ['2 post error identity_number']],
  ])('refuses %j', (row, findings) => {
    const reading = read([row]);
    expect(inShort(reading.findings)).toEqual(findings);
    expect(reading.rows).toEqual([]);
  });

  test('proposes what it can work out', () => {
    const proposals = (row: Record<string, string>) => read([row]).findings.map(({ proposal }) => proposal);
    expect(proposals({ ...person, joinedOn: '' })).toEqual(['2026-03-02']);
    expect(proposals({ ...person, township: '东河镇政府' })).toEqual(['东河镇人民政府']);
    expect(proposals({ ...person, ...licence, certificateTo: '' })).toEqual(['2030-04-30']);
  });

  test('keeps no identity number, neither in what is shown nor in what is kept', () => {
    const reading = read([
      { ...person, identity: '511823199003072331' },
      { ...person, name: '吴静宜', identity: '' },
    ]);
    expect(inShort(reading.findings)).toEqual(['0 identity error identity_numbers']);
    expect(JSON.stringify(read([{ ...person, post: '５１１８２３１９９００３０７２３３１' }]))).not.toMatch(/19900307|１９９０/);
    expect(JSON.stringify(reading)).not.toContain('19900307');
  });

  test('takes the certificate from the header of its number, and a period from one cell', () => {
    const rows = [{ ...person, certificateNumber: 'B-7', certificateTo: '2025.05.01-2030.04.30' }];
    const reading = read(rows, { headers: { certificateNumber: '执法证号', certificateTo: '有效期限' } });
    expect(reading.findings).toEqual([]);
    expect(reading.rows).toMatchObject([{ record: { certificate: { kindId: 'law_enforcement', number: 'B-7' } } }]);
  });

  test('refuses a certificate over another of its kind, on record or in the sheet, and one that is on record otherwise', () => {
    const li = { township: '东河镇', name: '李执法', ...licence };
    expect(read([li]).findings).toMatchObject([{ code: 'certificate_overlap', params: { number: 'A-officer-li', to: '2035-01-01' } }]);
    expect(
      inShort(
        read([
          { ...person, ...licence },
          { ...person, ...licence, certificateNumber: 'B-9' },
        ]).findings,
      ),
    ).toEqual(['3 certificateFrom error certificate_overlap']);
    expect(inShort(read([{ ...li, certificateNumber: 'A-officer-li' }]).findings)).toEqual(['2 certificateFrom error certificate_differs']);
  });

  test('does not take two people of one name for one', () => {
    app().arrange((tx) =>
      tx.$client.exec(`INSERT INTO officers (id, township_id, name, post, duty_phone, joined_on, version, created_at)
        VALUES ('officer-li-2', 'east', '李执法', '司机', '0', '2026-01-01', 1, 0)`),
    );
    const row = { township: '东河镇', name: '李执法', post: '队长' };
    expect(read([row]).findings).toMatchObject([{ code: 'person_ambiguous', proposal: '2025-01-01、2026-01-01' }]);
    expect(read([{ ...row, joinedOn: '2026-01-01' }]).rows).toMatchObject([{ record: { id: 'officer-li-2' } }]);
    const twice = [{ ...person }, { ...person, joinedOn: '2025-09-01' }];
    expect(effects(read(twice))).toEqual(['2 added', '3 added']);
    expect(inShort(read([...twice, { ...person, joinedOn: '', ...licence }]).findings)).toEqual(['4 joinedOn error person_ambiguous']);
  });

  test('refuses further rows of somebody whose own row is refused, or who is described otherwise', () => {
    const reading = read([
      { ...person, leftOn: '2024-01-01' },
      { ...person, ...licence },
      { ...person, name: '吴静宜' },
      { ...person, name: '吴静宜', post: '站长' },
    ]);
    expect(inShort(reading.findings)).toEqual([
      '2 leftOn error period_reversed',
      '3 name error person_row_faulty',
      '5 post error person_differs',
    ]);
    expect(effects(reading)).toEqual(['4 added']);
  });

  test('leaves who has left as the record shows', () => {
    app().arrange((tx) => tx.$client.exec("UPDATE officers SET left_on = '2026-01-01' WHERE id = 'officer-zhao'"));
    const zhao = { township: '东河镇', id: 'officer-zhao', name: '赵新人' };
    expect(effects(read([zhao]))).toEqual(['2 unchanged']);
    expect(inShort(read([{ ...zhao, post: '队长' }]).findings)).toEqual(['2 post error person_left']);
    expect(effects(read([{ ...zhao, id: '', joinedOn: '2026-02-01' }]))).toEqual(['2 added']);
  });

  test('comes out as it goes in, with namesakes and revoked certificates', () => {
    app().arrange((tx) =>
      tx.$client.exec(`INSERT INTO officers (id, township_id, name, post, duty_phone, joined_on, version, created_at)
          VALUES ('officer-li-2', 'east', '李执法', '执法队员', '0000-7654321', '2025-01-01', 1, 0);
        UPDATE certificates SET revoked_at = ${String(Date.UTC(2025, 5, 1))}, revoke_reason = '违规' WHERE officer_id = 'officer-wang'`),
    );
    for (const scope of [{}, { townshipId: 'east' }]) {
      const reading = readExport(app(), importer, scope);
      expect(reading.findings).toEqual([]);
      expect(new Set(reading.rows.map(({ effect }) => effect))).toEqual(new Set(['unchanged']));
    }
    expect(readExport(app(), importer).rows).toHaveLength(5);
    expect(readExport(app(), importer, { townshipId: 'east' }).rows).toHaveLength(4);
  });
});

test('whose roster somebody may import or export follows from their roles', () => {
  const scopes = (role: 'clerk' | 'training_officer' | 'auditor' | 'admin', organisationId: string, purpose: 'import' | 'export') =>
    importer
      .scopes?.(app().db, { memberships: [{ organisationId, organisationKind: 'township', role }] }, purpose)
      .map(({ scope }) => scope);
  expect(scopes('clerk', 'east', 'import')).toEqual([{ townshipId: 'east' }]);
  expect(scopes('training_officer', 'justice', 'import')).toEqual([{}]);
  expect(scopes('auditor', 'county', 'import')).toEqual([]);
  expect(scopes('auditor', 'county', 'export')).toEqual([{}]);
  expect(scopes('admin', 'county', 'export')).toEqual([]);
});
