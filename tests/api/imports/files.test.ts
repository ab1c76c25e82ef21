import { createHash, randomBytes } from 'node:crypto';
import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import { importFiles } from '#db/schema/imports.ts';
import { readFile } from '#server/spreadsheets/read-file.ts';
import { importSheet, openDraft } from '#tests/builders/imports.ts';
import { spreadsheet } from '#tests/builders/spreadsheets.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp({ inFile: true });
const admin = () => app().as('admin');
const upload = async (bytes: Uint8Array, editionId: string, key?: string) =>
  admin().call('POST /imports', {
    query: { kind: 'menu', fileName: '../../etc/菜单.xlsx', editionId },
    body: new Blob([Buffer.from(bytes)]),
    ...(key === undefined ? {} : { key }),
  });

const filesOf = ({ db }: ReturnType<typeof app>) => db.select().from(importFiles).all();

describe('what is sent as a file', () => {
  it('is refused before it is kept: empty, old or locked, too large, without a place to go, or by who may not', async () => {
    const draft = await openDraft(app());
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    expect((await upload(Buffer.alloc(0), draft)).problem.code).toBe('import_file_empty');
    expect((await upload(old, draft)).problem.code).toBe('import_file_old_format');
    const large = await upload(Buffer.alloc(20_000_001, 'a'), draft);
    expect([large.status, large.problem.code]).toEqual([413, 'body_too_large']);
    expect((await upload(Buffer.from('编码'), 'edition-1')).problem.code).toBe('import_scope_unknown');
    const query = { kind: 'menu', fileName: 'a.csv', editionId: draft } as const;
    expect(
      await app()
        .as('eastclerk')
        .refusal('POST /imports', { query, body: new Blob(['a']) }),
    ).toBe('403 forbidden');
    const json = await admin().send('POST', `/imports?kind=menu&fileName=a&editionId=${draft}`, {
      headers: { 'content-type': 'application/json', 'idempotency-key': 'json-is-no-file' },
      body: '{}',
    });
    expect(json.problem.code).toBe('unsupported_media');
  });

  it('counts once for one key, and the key serves no other file', async () => {
    const draft = await openDraft(app());
    const [first, again, other] = [
      await upload(Buffer.from('编码,事项名称'), draft, 'one-upload-key'),
      await upload(Buffer.from('编码,事项名称'), draft, 'one-upload-key'),
      await upload(Buffer.from('编码,别的'), draft, 'one-upload-key'),
    ];
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body.id).toBe(first.body.id);
    expect(other.problem.code).toBe('idempotency_key_reused');
  });

  it.each([
    ['a picture', randomBytes(2000)],
    ['an archive that is no spreadsheet', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(100)])],
  ])('%s fails with a reason', async (_name, bytes) => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes, editionId: draft });
    expect(one.state).toBe('failed');
    expect(['not_a_spreadsheet', 'damaged']).toContain(one.failure);
    // What cannot be read cannot be searched for identity numbers, so it is not kept.
    expect(one.allowedActions).toEqual([]);
    expect(filesOf(app())).toMatchObject([{ bytes: Buffer.alloc(0), emptiedFor: one.failure }]);
    expect(await importSheet(app(), { bytes, editionId: draft })).toMatchObject({ state: 'failed', failure: one.failure });
  });

  it('is seen only by the account that sent it, by admins and by auditors', async () => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes: '编码,事项名称\n', editionId: draft });
    const params = { importId: one.id };
    expect((await app().as('auditor').ok('GET /imports/{importId}', { params })).allowedActions).toEqual([]);
    expect(await app().as('eastlead').refusal('GET /imports/{importId}', { params })).toBe('404 not_found');
    expect((await app().as('eastlead').ok('GET /imports')).items).toEqual([]);
  });
});

describe('the reader', () => {
  it('reads GB18030 and UTF-8 with a mark alike, and takes the guard of our own exports away', () => {
    const utf8 = readFile(Buffer.from('\uFEFF编码,名称\r\nA,"\'=1+1"\r\n'))[0]?.rows;
    expect(utf8).toEqual([
      { row: 1, cells: ['编码', '名称'] },
      { row: 2, cells: ['A', '=1+1'] },
    ]);
    // 编码,名称 in GB18030.
    expect(readFile(Buffer.from('b1e0c2eb2cc3fbb3c60a', 'hex'))[0]?.rows).toEqual([{ row: 1, cells: ['编码', '名称'] }]);
  });

  it('keeps what read-only views lose: errors of formulas, merges, hidden sheets left out, texts with marks', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('填>写&');
    sheet.addRow(['编码', '日期', '数', '式', '错', '富']);
    sheet.addRow([
      '007',
      new Date(Date.UTC(2026, 1, 3)),
      0.1 + 0.2,
      { formula: '1+1', result: 2 },
      { error: '#N/A' },
      { richText: [{ text: '甲&<' }, { text: '乙' }] },
    ]);
    sheet.addRow(['A', null, null, { formula: 'NOW()' }]);
    sheet.mergeCells('A2:A3');
    sheet.getCell('A9000').fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFF0000' } };
    workbook.addWorksheet('隐').state = 'hidden';
    const [grid, ...others] = readFile(Buffer.from(await workbook.xlsx.writeBuffer()));
    expect(others).toEqual([]);
    expect(grid?.name).toBe('填>写&');
    expect(grid?.rows[1]?.cells).toEqual(['007', '2026-02-03', '0.3', '2', '', '甲&<乙']);
    expect(grid?.faults).toEqual([
      { row: 2, column: 4, text: '#N/A' },
      { row: 3, column: 3, text: '=?' },
    ]);
    expect(grid?.merges).toEqual([{ top: 2, bottom: 3, left: 0, right: 0 }]);
  });

  it('stops at its bounds, whatever a file says about itself', async () => {
    const rows = Array.from({ length: 20_001 }, (_, index) => [`A-${String(index)}`]);
    expect(() => readFile(Buffer.from(rows.map(([cell]) => cell).join('\n')))).toThrow('too_many_rows');
    const wide = await spreadsheet([Array.from({ length: 201 }, () => 'x')]);
    expect(() => readFile(wide)).toThrow('too_many_columns');
    expect(() => readFile(Buffer.from(`编码\n${'\n'.repeat(40_001)}A`))).toThrow('too_many_rows');
  });
});

describe('what is handed out', () => {
  it('is a template whose own example can be imported, an export, and the findings in the words that were brought', async () => {
    const template = await admin().call('GET /import-kinds/{kind}/template', { params: { kind: 'menu' } });
    expect(template.headers.get('content-disposition')).toContain("filename*=UTF-8''%E8%B5%8B");
    const bytes = template.body as unknown as Buffer;
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes, editionId: draft });
    expect(one).toMatchObject({ state: 'checked', sheet: '填写', totalRows: 1 });
    const words = {
      headers: ['行', '位置', '原文', '程度', '情况', '建议'],
      wholeSheet: '整张表',
      severities: { error: '错', warning: '注意', note: '说明' },
      sentences: { unknown_organisation: '没有“{{name}}”' },
    };
    const { body } = await admin().call('POST /imports/{importId}/findings/file', { params: { importId: one.id }, body: words });
    const [grid] = readFile(body as unknown as Buffer);
    expect(grid?.rows[0]?.cells).toEqual(words.headers);
    expect(grid?.rows.some(({ cells }) => cells[4] === '没有“县综合行政执法局”')).toBe(true);
  });

  it('goes to those who may see it', async () => {
    const params = { kind: 'menu' } as const;
    const draft = await openDraft(app());
    expect(
      await app()
        .as('eastclerk')
        .refusal('GET /import-kinds/{kind}/export', { params, query: { editionId: draft } }),
    ).toBe('422 import_scope_unknown');
    const published = await app()
      .as('eastclerk')
      .call('GET /import-kinds/{kind}/export', { params, query: { editionId: 'edition-1', format: 'csv' } });
    expect(published.status).toBe(200);
    const again = await app()
      .as('auditor')
      .call('GET /import-kinds/{kind}/export', { params, query: { editionId: 'edition-1', format: 'csv' } });
    const digest = (body: unknown) =>
      createHash('sha256')
        .update(body as Buffer)
        .digest('hex');
    expect(digest(again.body)).toBe(digest(published.body));
    expect(await app().as('eastclerk').refusal('GET /import-kinds/{kind}/template', { params })).toBe('403 forbidden');
  });
});
