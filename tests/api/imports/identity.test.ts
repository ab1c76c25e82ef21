import { readFileSync } from 'node:fs';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { auditRecords } from '#db/schema/records.ts';
import { importFiles } from '#db/schema/imports.ts';
import { importSheet, openDraft, settled } from '#tests/builders/imports.ts';
import { rawSpreadsheet } from '#tests/builders/raw-xlsx.ts';
import { spreadsheet } from '#tests/builders/spreadsheets.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp({ inFile: true });
const number = '510000199001011234';
const others = Array.from({ length: 400 }, (_, index) => `夏侯${String(index)},执法队员,2025-03-01,`);
const csv = ['姓名,职务,到岗日期,备注', `司徒远,执法队员,2025-03-01,身份证${number}`, ...others, `司徒近,,,${number}`].join('\n');
const send = (bytes: Uint8Array | string, fileName = '名册.csv') => importSheet(app(), { kind: 'rosters', fileName, bytes, by: 'trainer' });
const findingsOf = async (importId: string) =>
  (await app().as('trainer').ok('GET /imports/{importId}/findings', { params: { importId } })).items;
const files = () => app().db.select().from(importFiles).all();
/** The files of the database as they lie on the disk: the database itself and what is not in it yet. */
const onDisk = (): string =>
  ['', '-wal'].map((suffix) => readFileSync(app().db.$client.name + suffix, { flag: 'a+' }).toString('latin1')).join('');

describe('a file with identity numbers', () => {
  it('is refused, says in which cells they stand, and leaves nothing of itself behind', async () => {
    const one = await send(csv, `名册${number}.csv`);
    expect(one).toMatchObject({ state: 'failed', failure: 'identity_numbers', allowedActions: [], fileName: '名册******.csv' });
    expect(await findingsOf(one.id)).toMatchObject([
      { row: 2, severity: 'error', code: 'identity_in_cell', cell: '身份证******', params: { place: 'D2' } },
      { row: 403, code: 'identity_in_cell', cell: '******', params: { place: 'D403' } },
    ]);
    expect(files()).toMatchObject([{ bytes: Buffer.alloc(0), emptiedFor: 'identity_numbers', emptiedAt: app().clock.now() }]);
    expect(onDisk()).not.toContain(number);
    // What is searched for is there to be found: the hash of the file stays.
    expect(onDisk()).toContain(createHash('sha256').update(csv).digest('base64url'));
    const actions = app().db.select({ action: auditRecords.action }).from(auditRecords).all();
    expect(actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['import_started', 'import_checked', 'import_file_emptied']),
    );
  });

  it('cannot be checked again, and is not kept when it is sent again', async () => {
    const one = await send(csv);
    const again = { params: { importId: one.id }, version: one.version };
    expect(await app().as('trainer').refusal('POST /imports/{importId}/check', again)).toBe('409 wrong_state');
    expect(await send(csv)).toMatchObject({ state: 'failed', failure: 'identity_numbers' });
    expect(files()).toHaveLength(1);
    expect(onDisk()).not.toContain(number);
  });

  it('goes whatever it was sent for, on whichever sheet and in whatever writing the number stands', async () => {
    const wide = '５１００００１９９００１０１１２３４';
    const bytes = await spreadsheet([['编码', '事项名称'], ['CG-CF-801', '对乱挖的处罚'], [], ['填表人', wide]]);
    const one = await importSheet(app(), { bytes, editionId: await openDraft(app()) });
    expect(one.failure).toBe('identity_numbers');
    expect(files().map(({ bytes: left }) => left.length)).toEqual([0]);
  });

  it('goes for a column of identity numbers too, however they are written', async () => {
    const one = await send(['姓名,到岗日期,身份证号', '夏侯明,2025-03-01,5100001990****1234'].join('\n'));
    expect(one).toMatchObject({ state: 'failed', failure: 'identity_numbers', counts: { errors: 1 } });
    expect(await findingsOf(one.id)).toMatchObject([{ code: 'identity_numbers', row: 0 }]);
    expect(onDisk()).not.toContain('5100001990****1234');
  });

  it('goes as well when the import was given up before it was read', async () => {
    const body = new Blob([csv]);
    const started = await app()
      .as('trainer')
      .ok('POST /imports', { query: { kind: 'rosters', fileName: '名册.csv' }, body });
    const given = { params: { importId: started.id }, version: started.version };
    const { status } = await app().as('trainer').call('DELETE /imports/{importId}', given);
    expect([200, 409, 412]).toContain(status);
    await settled(app(), started.id, 'trainer');
    // The job comes to its end after whatever was asked in between.
    await send('姓名,到岗日期\n夏侯明,2025-03-01');
    expect(onDisk()).not.toContain(number);
  });
});

describe('where no reader of sheets looks', () => {
  const rows = '<row r="1"><c r="A1" t="inlineStr"><is><t>姓名</t></is></c></row>';
  const sent = async (bytes: Buffer) => {
    const one = await send(bytes, '名册.xlsx');
    return { one, findings: one.failure === 'identity_numbers' ? await findingsOf(one.id) : [] };
  };

  it('looks into hidden sheets and notes on cells, and says where they stand', async () => {
    const workbook = new ExcelJS.Workbook();
    const seen = workbook.addWorksheet('名册');
    seen.addRow(['姓名', '到岗日期']);
    seen.addRow(['夏侯明', '2025-03-01']);
    seen.getCell('A2').note = { texts: [{ text: '身份证' }, { text: number.slice(0, 9) }, { text: number.slice(9) }] };
    const hidden = workbook.addWorksheet('底表', { state: 'veryHidden' });
    hidden.getCell('C7').value = number;
    const { one, findings } = await sent(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(one).toMatchObject({ state: 'failed', failure: 'identity_numbers' });
    expect(findings.map(({ code, params, cell }) => [code, params['sheet'], params['place'], cell])).toEqual(
      expect.arrayContaining([
        ['identity_in_hidden', '底表', 'C7', '******'],
        ['identity_in_note', '名册', 'A2', '身份证******'],
      ]),
    );
    expect(onDisk()).not.toContain(number);
    expect(files().map(({ bytes }) => bytes.length)).toEqual([0]);
  });

  it.each([
    ['the footer', { tail: `<headerFooter><oddFooter>&amp;C填表人${number}</oddFooter></headerFooter>` }],
    [
      'its properties',
      { more: { 'docProps/core.xml': `<cp:coreProperties><dc:description>${number}</dc:description></cp:coreProperties>` } },
    ],
    [
      'a text box',
      {
        more: {
          'xl/drawings/drawing1.xml': `<a:p><a:r><a:t>${number.slice(0, 6)}</a:t></a:r><a:r><a:t>${number.slice(6)}</a:t></a:r></a:p>`,
        },
      },
    ],
    ['the cache of a pivot table', { more: { 'xl/pivotCache/pivotCacheRecords1.xml': `<r><s v="${number}"/></r>` } }],
  ])('looks into %s', async (_, parts) => {
    const { findings } = await sent(rawSpreadsheet({ rows, ...parts }));
    expect(findings).toMatchObject([{ code: 'identity_elsewhere', row: 0 }]);
    expect(findings[0]?.cell).not.toContain(number);
  });

  it('refuses a file in which another one is embedded, for that cannot be searched, and keeps neither', async () => {
    const { one } = await sent(rawSpreadsheet({ rows, more: { 'xl/embeddings/oleObject1.bin': 'x' } }));
    expect(one).toMatchObject({ state: 'failed', failure: 'embedded_files', allowedActions: [] });
    expect(files()).toMatchObject([{ bytes: Buffer.alloc(0), emptiedFor: 'embedded_files' }]);
  });

  it('does not mind long numbers that are none, nor the parts that every spreadsheet program writes', async () => {
    const bytes = await spreadsheet([
      ['姓名', '到岗日期', '备注'],
      ['夏侯明', '2025-03-01', '统一社会信用代码 915100001234567890，账号 62220219900101123456'],
    ]);
    expect((await sent(Buffer.from(bytes))).one.failure).toBeNull();
  });
});

it('the database lets bytes be emptied once and wholly, never changed', async () => {
  await send('姓名,到岗日期\n夏侯明,2025-03-01');
  const run = (sql: string) => () => app().arrange((tx) => tx.$client.exec(sql));
  expect(run("UPDATE import_files SET bytes = x'00'")).toThrow('append_only');
  expect(run("UPDATE import_files SET bytes = x'', emptied_at = 1")).toThrow('append_only');
  expect(run("UPDATE import_files SET bytes = x'00', emptied_at = 1, emptied_for = 'identity_numbers'")).toThrow('append_only');
  expect(run('DELETE FROM import_files')).toThrow('append_only');
  const empty = "UPDATE import_files SET bytes = x'', emptied_at = 1, emptied_for = 'identity_numbers'";
  run(empty)();
  expect(run(empty)).toThrow('append_only');
  expect(run("INSERT INTO import_files VALUES ('h', x'', 1, 'identity_numbers')")).toThrow('append_only');
});
