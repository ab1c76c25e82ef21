import ExcelJS from '@protobi/exceljs';
import { describe, expect, it } from 'vitest';
import type { SheetColumn } from '#contract/imports/list-files.ts';
import { dutyEntries } from '#db/schema/directory.ts';
import { dayOf } from '#server/domain/time/time.ts';
import type { Person } from '#tests/builders/county.ts';
import { useApp } from '#tests/support/app.ts';
import { givenGrant } from '#tests/api/grants/given.ts';

const app = useApp({ inFile: true });

interface Asked {
  readonly list: string;
  readonly params?: Record<string, string>;
  readonly query?: Record<string, string>;
  readonly rows?: string;
  readonly only?: string[];
  readonly columns?: SheetColumn[];
}
const text = (at: string, title = at): SheetColumn => ({ title, at, as: 'text' });
const body = ({ columns = [text('name')], ...asked }: Asked) => ({ name: '清单', columns, ...asked });
const refused = (by: Person, asked: Asked) =>
  app()
    .as(by)
    .refusal('POST /list-files', { body: body(asked) });

/** The sheet as a spreadsheet program shows it: formatted values, row by row. */
async function sheetFor(by: Person, asked: Asked): Promise<{ readonly grid: ExcelJS.CellValue[][]; readonly sheet: ExcelJS.Worksheet }> {
  const reply = await app()
    .as(by)
    .call('POST /list-files', { body: body(asked) });
  expect(reply.status, JSON.stringify(reply.problem)).toBe(200);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(reply.body as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('there is no sheet');
  const grid: ExcelJS.CellValue[][] = [];
  sheet.eachRow((row) => grid.push(Array.from({ length: sheet.columnCount }, (_, index) => row.getCell(index + 1).value)));
  return { grid, sheet };
}

const duties = (count: number): void =>
  app().arrange((tx) => {
    const rows = Array.from({ length: count }, (_, index) => ({
      ...{ id: `duty-${String(index).padStart(5, '0')}`, list: index % 2 === 0 ? 'basic' : 'supporting', townshipId: null },
      ...{ name: `=履职事项${String(index)}`, field: '城管', department: '', note: '', powerId: null, version: 1, createdAt: 1 },
    })) as (typeof dutyEntries.$inferInsert)[];
    for (let from = 0; from < rows.length; from += 1000) {
      tx.insert(dutyEntries)
        .values(rows.slice(from, from + 1000))
        .run();
    }
  });

describe('any list as a spreadsheet', () => {
  it('has every page of what the filters leave, and nothing in it is a formula', async () => {
    duties(901);
    const { grid } = await sheetFor('eastclerk', {
      list: '/duties',
      query: { list: 'supporting' },
      columns: [text('name', '事项'), { title: '清单', at: 'list', as: 'words', words: { supporting: '配合履职事项' } }],
    });
    expect(grid[0]).toEqual(['事项', '清单']);
    expect(grid).toHaveLength(451);
    expect(new Set(grid.slice(1).map(([name]) => JSON.stringify(name))).size).toBe(450);
    expect(grid[1]?.[0]).toEqual({ richText: [{ text: expect.stringMatching(/^=履职事项/) as string }] });
    expect(JSON.stringify(grid[1]?.[1])).toContain('配合履职事项');
  });

  it('writes numbers, days and times as such, lists one behind the other, and leaves an unknown end empty', async () => {
    await givenGrant(app(), 'inspect');
    const { sheet } = await sheetFor('eastlead', {
      list: '/grants',
      columns: [
        { title: '起', at: 'startsAt', as: 'instant' },
        { title: '起始日期', at: 'startsAt', as: 'day_at' },
        { title: '前一日', at: 'startsAt', as: 'last_day_at' },
        { title: '没有', at: 'openCase', as: 'text' },
      ],
    });
    const [time, day, before, nothing] = [1, 2, 3, 4].map((index) => sheet.getRow(2).getCell(index));
    const { items } = await app().as('eastlead').ok('GET /grants');
    expect((time?.value as Date).getTime()).toBe((items[0]?.startsAt ?? 0) + 8 * 3_600_000);
    expect([day?.numFmt, time?.numFmt]).toEqual(['yyyy-mm-dd', 'yyyy-mm-dd hh:mm']);
    const shown = (cell: ExcelJS.Cell | undefined) => (cell?.value as Date).toISOString().slice(0, 10);
    expect([shown(day), shown(before)]).toEqual([dayOf(items[0]?.startsAt ?? 0), dayOf((items[0]?.startsAt ?? 0) - 1)]);
    expect(nothing?.value).toBeNull();
    const counted = await sheetFor('admin', { list: '/editions', columns: [{ title: '事项数', at: 'itemCount', as: 'number' }] });
    expect(typeof counted.grid[1]?.[0]).toBe('number');
    const roster = await sheetFor('eastclerk', {
      list: '/officers',
      columns: [text('name'), { title: '证书', at: 'certificates', parts: ['kindName', 'validToOn'], as: 'text' }],
    });
    expect(JSON.stringify(roster.grid)).toMatch(/ 20\d\d-\d\d-\d\d/);
  });

  it('gives the same rows as the list itself, by the same rights', async () => {
    await givenGrant(app(), 'inspect');
    await givenGrant(app(), 'relief', { townshipId: 'west' });
    const rows = async (by: Person) => (await sheetFor(by, { list: '/grants', columns: [text('townshipName')] })).grid.length - 1;
    expect([await rows('westclerk'), await rows('eastclerk'), await rows('auditor')]).toEqual([1, 1, 2]);
    expect(await refused('eastclerk', { list: '/accounts' })).toBe('403 forbidden');
    expect(await refused('trainer', { list: '/grants' })).toBe('403 forbidden');
    expect(await refused('eastclerk', { list: '/editions/{editionId}/items', params: { editionId: 'edition-1' } })).toBe('403 forbidden');
  });

  it('leaves out what the screen has filtered away or what is not ticked', async () => {
    const { items } = await app().as('eastclerk').ok('GET /organisations');
    const only = items.filter(({ kind }) => kind === 'township').map(({ id }) => id);
    expect((await sheetFor('eastclerk', { list: '/organisations', only })).grid).toHaveLength(3);
    expect((await sheetFor('eastclerk', { list: '/organisations', only: [...only, 'unknown'] })).grid).toHaveLength(3);
  });

  it('has menu pages, which were made before anybody asked, as well', async () => {
    const { grid } = await sheetFor('eastclerk', { list: '/menu/items', query: { carrier: 'entrustment' }, columns: [text('code')] });
    const { items } = await app()
      .as('eastclerk')
      .ok('GET /menu/items', { query: { carrier: 'entrustment', limit: '200' } });
    expect(grid.slice(1).map(([code]) => (code as { richText: { text: string }[] }).richText[0]?.text)).toEqual(
      items.map(({ code }) => code),
    );
  });

  it.each([
    ['422 list_unknown', { list: '/nothing' }],
    ['422 list_unknown', { list: '/settings' }],
    ['422 list_unknown', { list: '/audit/verification' }],
    ['400 invalid_input', { list: '/duties', query: { list: 'none' } }],
    ['400 invalid_input', { list: '/duties', query: { unknown: 'x' } }],
    ['404 not_found', { list: '/editions/{editionId}/items', params: { editionId: 'none' } }],
  ])('says %s of %j', async (said, asked) => {
    expect(await refused('admin', asked)).toBe(said);
  });

  it('stops where it is no list any more that somebody looks through', async () => {
    duties(20_001);
    expect(await refused('admin', { list: '/duties' })).toBe('422 list_too_long');
  });

  it('writes down who took a list of people along, and of what, before they get it', async () => {
    await sheetFor('auditor', { list: '/accounts', query: { q: '东河' }, columns: [text('name')] });
    await sheetFor('auditor', { list: '/duties' });
    const { items } = await app()
      .as('auditor')
      .ok('GET /audit', { query: { action: 'people_exported' } });
    expect(items.map(({ actorName, subjectId }) => [actorName, subjectId])).toEqual([['审计员', 'listAccounts']]);
    expect(JSON.parse(items[0]?.detail ?? '')).toEqual({ list: '/accounts', q: '东河', rows: 2 });
  });
});
