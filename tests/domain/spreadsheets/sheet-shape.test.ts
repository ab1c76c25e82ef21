import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closest, likeness } from '#server/domain/values/likeness.ts';
import { findHeader, splitRows, type Grid } from '#server/spreadsheets/sheet-shape.ts';

const known = new Set(['编码', '名称', '部门', '法律', '条款']);
const grid = (rows: readonly (readonly string[])[], merges: Grid['merges'] = []): Grid => ({
  rows: rows.flatMap((cells, index) => (cells.length === 0 ? [] : [{ row: index + 1, cells }])),
  merges,
});
const shape = (one: Grid, required: readonly number[] = [0, 1]) => {
  const header = findHeader(one, (text) => known.has(text.trim()));
  return { header, body: splitRows(one, header, required) };
};
const kinds = ({ skipped }: ReturnType<typeof splitRows>) => skipped.map(({ row, kind }) => `${String(row)} ${kind}`);

describe('the header of a sheet', () => {
  test('is the row with most known words, wherever it stands; what is above is its title', () => {
    const { header } = shape(grid([['某县清单'], [], ['编码 的说明'], ['编码', '名称', '部门'], ['A', '甲', '乙']]));
    expect(header.row).toBe(4);
    expect(header.titles.map(({ row }) => row)).toEqual([1, 3]);
  });

  test('may have two rows: groups above, merged over their columns', () => {
    const merges = [
      { top: 1, bottom: 2, left: 0, right: 0 },
      { top: 1, bottom: 1, left: 1, right: 2 },
    ];
    const { header, body } = shape(
      grid(
        [
          ['编码', '依据'],
          ['', '法律', '条款'],
          ['A', '甲法', '第一条'],
        ],
        merges,
      ),
      [0],
    );
    expect(header).toMatchObject({ row: 2, headers: ['编码', '法律', '条款'] });
    expect(body.rows.map(({ row }) => row)).toEqual([3]);
  });

  test('is guessed where no word is known, and none where there is no table', () => {
    expect(findHeader(grid([['标题'], ['甲', '乙']]), () => false).row).toBe(2);
    expect(findHeader(grid([['只有一格']]), () => false).row).toBe(0);
  });
});

describe('rows below it', () => {
  test('that are no data are named as what they are', () => {
    const rows = [
      ['编码', '名称'],
      ['一、处罚类'],
      ['A', '甲'],
      ['小计', '', '1'],
      ['编码', '名称'],
      [],
      ['B', '乙'],
      ['合计：2'],
      ['注：以上为初稿'],
    ];
    const { body } = shape(grid(rows));
    expect(body.rows.map(({ row }) => row)).toEqual([3, 7]);
    expect(kinds(body)).toEqual(['2 section', '4 subtotal', '5 repeated_header', '8 subtotal', '9 note']);
    expect(body.blank).toBe(1);
  });

  test('with all that is required are data, whatever they look like', () => {
    const { body } = shape(
      grid([
        ['编码', '名称'],
        ['合计', '合计费用的征收'],
        ['一、', '二、'],
      ]),
    );
    expect(body.rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('that lack something are data too: their fault is told, not skipped', () => {
    const { body } = shape(
      grid([
        ['编码', '名称'],
        ['A', ''],
        ['', '乙'],
      ]),
    );
    expect(body.rows).toHaveLength(2);
    expect(body.skipped).toEqual([]);
  });

  test('have what a merge above them says', () => {
    const merges = [{ top: 2, bottom: 4, left: 2, right: 2 }];
    const { body } = shape(
      grid(
        [
          ['编码', '名称', '部门'],
          ['A', '甲', '水利局'],
          ['B', '乙'],
          ['C', '丙'],
        ],
        merges,
      ),
    );
    expect(body.rows.map(({ cells }) => cells[2])).toEqual(['水利局', '水利局', '水利局']);
    expect(body.carried.map(({ row }) => row)).toEqual([3, 4]);
  });

  test('are all accounted for: data, skipped or blank, each once', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '编码', '名称', '合计', '小计', '一、节', '注：说明', 'A', '甲'),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 20 }), (rows) => {
        const one = grid([['编码', '名称'], ...rows.map((cells) => (cells.every((text) => text.trim() === '') ? [] : cells))]);
        const { header, body } = shape(one);
        const told = [...header.titles, ...body.rows, ...body.skipped].map(({ row }) => row).sort((a, b) => a - b);
        const there = one.rows.map(({ row }) => row).filter((row) => row !== header.row);
        expect(told).toEqual(there);
      }),
    );
  });
});

describe('likeness', () => {
  test('proposes what is near and nothing else', () => {
    const names = ['青禾县水利局', '青禾县林业局', '青禾县城市管理局'];
    expect(closest('县城市管理据', names, (name) => name)).toBe('青禾县城市管理局');
    expect(closest('税务', names, (name) => name)).toBeNull();
  });

  test('is symmetrical, one for the same, and never beyond its bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(likeness(a, b)).toBe(likeness(b, a));
        expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
        expect(likeness(a, b)).toBeLessThanOrEqual(1);
      }),
    );
    expect(likeness('水利局', '水利局')).toBe(1);
  });
});
