import { beforeAll, describe, expect, it } from 'vitest';
import { auditRecords, outbox } from '#db/schema/records.ts';
import { menuItems } from '#db/schema/editions.ts';
import { powers } from '#db/schema/powers.ts';
import { importFiles } from '#db/schema/imports.ts';
import { verifyAudit } from '#server/records/audit.ts';
import { applied, findingsOf, importSheet, openDraft, settled } from '#tests/builders/imports.ts';
import { messyMenu, spreadsheet } from '#tests/builders/spreadsheets.ts';
import { useApp } from '#tests/support/app.ts';

const app = useApp({ inFile: true });
const admin = () => app().as('admin');
const header = ['编码', '事项名称', '权力类型', '主管部门', '赋权方式', '法律依据'];
const basis = '《中华人民共和国行政处罚法》（2021-07-15）第二十四条';
const fine = ['CG-CF-801', '对乱挖的处罚', '行政处罚', '城管局', '直接下放', basis];

let messy: Buffer;
beforeAll(async () => {
  messy = await messyMenu({ first: '青禾县城市管理局', second: '青禾县水利局' });
});
const said = (list: Awaited<ReturnType<typeof findingsOf>>) =>
  list.map(({ row, severity, column, code }) => [row, severity, column, code].join(' '));

describe('a spreadsheet as a county sends it', () => {
  it('asks for what no column is known by, remembers the answer, and explains every row', async () => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes: messy, editionId: draft });
    expect(one.state).toBe('mapping');
    expect(one.headers.filter(({ isOpen }) => isOpen).map(({ header }) => header)).toEqual(['自定义列']);
    const columns = one.headers.map(({ index, column }) => ({ index, column }));
    await admin().ok('PUT /imports/{importId}/columns', { params: { importId: one.id }, version: one.version, body: { columns } });
    const checked = await settled(app(), one.id);
    expect(checked).toMatchObject({ state: 'checked', counts: { added: 4, faulty: 5, skipped: 7 } });
    const findings = said(await findingsOf(app(), one.id));
    expect(findings).toEqual(
      expect.arrayContaining([
        ...[
          '1 note  title_row',
          '4 note  section_row',
          '9 note  subtotal_row',
          '10 note  repeated_header',
          '17 note  subtotal_row',
          '18 note  note_row',
        ],
        ...['5 note code text_read_as', '5 note statutoryType text_read_as', '6 note department merged_value'],
        ...['7 error carrier gate', '8 error department unknown_organisation', '13 error bases article_not_understood'],
        ...['12 error code duplicate_row', '15 error code duplicate_row', '14 note carrier not_on_menu'],
      ]),
    );
    // Every row of the sheet is either written or explained.
    const rows = await admin().ok('GET /imports/{importId}/rows', { params: { importId: one.id } });
    expect(rows.items.map(({ row }) => row)).toEqual([5, 6, 14, 16]);
    const again = await importSheet(app(), { bytes: messy, editionId: draft });
    expect(again.state).toBe('checked');
  });

  it('is written without its faulty rows only when that is said, once, with one record per thing and one version of the edition', async () => {
    const draft = await openDraft(app());
    const open = await importSheet(app(), { bytes: messy, editionId: draft });
    const columns = open.headers.map(({ index, column }) => ({ index, column }));
    await admin().ok('PUT /imports/{importId}/columns', { params: { importId: open.id }, version: open.version, body: { columns } });
    const checked = await settled(app(), open.id);
    const send = { params: { importId: open.id }, version: checked.version, key: 'write-once-please' };
    expect(
      await admin().refusal('POST /imports/{importId}/application', { ...send, key: 'no-leaving-out', body: { leaveOutFaulty: false } }),
    ).toBe('422 import_has_errors');
    const [first, second] = await Promise.all([
      admin().call('POST /imports/{importId}/application', { ...send, body: { leaveOutFaulty: true } }),
      admin().call('POST /imports/{importId}/application', { ...send, body: { leaveOutFaulty: true } }),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    const done = await settled(app(), open.id);
    expect(done).toMatchObject({ state: 'applied', counts: { added: 4, leftOut: 5 } });
    const codes = app()
      .db.select({ code: powers.code })
      .from(powers)
      .all()
      .map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['CG-CF-901', 'CG-CF-902', 'SL-QT-907']));
    expect(codes).not.toContain('CG-CF-903');
    const bases = app()
      .db.select()
      .from(menuItems)
      .all()
      .find(({ terms }) => terms.legalBases.length === 3)?.terms.legalBases;
    expect(bases?.map(({ law, article }) => law + article)).toEqual([
      '城市绿化条例第二十六条',
      '城市绿化条例第二十七条',
      '城市市容和环境卫生管理条例第三十六条',
    ]);
    const actions = app()
      .db.select({ action: auditRecords.action })
      .from(auditRecords)
      .all()
      .map(({ action }) => action);
    expect(
      actions.filter((action) => ['power_created', 'item_added', 'edition_items_imported', 'import_applied'].includes(action)).sort(),
    ).toEqual([
      'edition_items_imported',
      'import_applied',
      'item_added',
      'item_added',
      'item_added',
      ...Array<string>(4).fill('power_created'),
    ]);
    expect(
      app()
        .db.select()
        .from(outbox)
        .all()
        .some(({ kind }) => kind === 'import_applied'),
    ).toBe(true);
    expect((await verifyAudit(app().db)).isIntact).toBe(true);
  });
});

describe('between dry run and writing', () => {
  it('what comes out otherwise is shown again, and nothing is written', async () => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes: await spreadsheet([header, fine]), editionId: draft });
    app().arrange((tx) =>
      tx.$client.prepare(`UPDATE organisations SET name = '青禾县别的局', short_name = '别的局' WHERE id = 'urban'`).run(),
    );
    const back = await applied(app(), one);
    expect(back).toMatchObject({ state: 'checked', failure: 'changed_since_check', counts: { faulty: 1, differing: 1 } });
    expect(
      app()
        .db.select()
        .from(powers)
        .all()
        .some(({ code }) => code === 'CG-CF-801'),
    ).toBe(false);
    expect(said(await findingsOf(app(), one.id, 'error'))).toEqual(['2 error department unknown_organisation']);
  });

  it('a draft that is gone takes no rows', async () => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes: await spreadsheet([header, fine]), editionId: draft });
    const version = (await admin().ok('GET /editions')).items.find(({ id }) => id === draft)?.version ?? 0;
    await admin().ok('DELETE /editions/{editionId}', { params: { editionId: draft }, version });
    expect(
      await admin().refusal('POST /imports/{importId}/application', {
        params: { importId: one.id },
        version: one.version,
        body: { leaveOutFaulty: false },
      }),
    ).toBe('422 import_scope_unknown');
  });

  it('a stale version, a wrong state and a discarded import are refused', async () => {
    const draft = await openDraft(app());
    const one = await importSheet(app(), { bytes: await spreadsheet([header, fine]), editionId: draft });
    const params = { importId: one.id };
    expect(await admin().refusal('DELETE /imports/{importId}', { params, version: one.version + 1 })).toBe('412 version_stale');
    const gone = await admin().ok('DELETE /imports/{importId}', { params, version: one.version });
    expect(gone).toMatchObject({ state: 'discarded', allowedActions: [] });
    expect(await admin().refusal('POST /imports/{importId}/check', { params, version: gone.version })).toBe('409 wrong_state');
    expect(app().db.select().from(importFiles).all()).toHaveLength(1);
  });
});

describe('exporting and importing', () => {
  it('changes nothing, and a changed cell changes that alone', async () => {
    const draft = await openDraft(app());
    const { body } = await admin().call('GET /import-kinds/{kind}/export', {
      params: { kind: 'menu' },
      query: { editionId: draft, format: 'csv' },
    });
    const text = (body as unknown as Buffer).toString('utf8');
    const same = await importSheet(app(), { bytes: text, editionId: draft });
    expect(same).toMatchObject({ state: 'checked', counts: { added: 0, changed: 0, unchanged: 9, faulty: 0 } });
    const before = app()
      .db.select()
      .from(menuItems)
      .all()
      .find(({ editionId, powerId }) => editionId === draft && powerId === 'ditch');
    const other = await importSheet(app(), { bytes: text.replace(/(SL-QT-001,[^\n]*?),易,低,/, '$1,难,低,'), editionId: draft });
    expect(other).toMatchObject({ counts: { changed: 1, unchanged: 8 } });
    const { items } = await admin().ok('GET /imports/{importId}/rows', { params: { importId: other.id }, query: { effect: 'changed' } });
    expect(items[0]?.changes).toEqual([{ column: 'difficulty', columnTitle: '难度', before: '易', after: '难' }]);
    await applied(app(), other);
    const after = app()
      .db.select()
      .from(menuItems)
      .all()
      .find(({ id }) => id === before?.id);
    expect(after?.terms).toEqual({ ...before?.terms, difficulty: 'hard' });
  });
});
