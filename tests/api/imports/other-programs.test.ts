import { describe, expect, it } from 'vitest';
import { readFile } from '#server/spreadsheets/read-file.ts';
import { rawSpreadsheet } from '#tests/builders/raw-xlsx.ts';

const text = (value: string, place = ''): string => `<c${place} t="inlineStr"><is><t>${value}</t></is></c>`;
const oneCell = `<row r="1">${text('编码', ' r="A1"')}</row>`;

/** Each of these is lost, or loses the whole file, where exceljs reads it: why the scanner is our own (README of the feature). */
describe('sheets as other programs write them', () => {
  it('tells a formula that came to an empty text from one that never came to anything', () => {
    const formula = 'IF(A2=&quot;&quot;,&quot;&quot;,A2)';
    const [grid] = readFile(
      rawSpreadsheet({
        rows: `<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>${formula}</f><v></v></c><c r="C1"><f>NOW()</f></c></row>`,
      }),
    );
    expect(grid?.faults).toEqual([{ row: 1, column: 2, text: '=?' }]);
  });

  it.each([27, 31, 36, 57, 58])('reads a day in the Chinese format %i, which no file declares', (format) => {
    const [grid] = readFile(rawSpreadsheet({ rows: '<row r="1"><c r="A1" s="1"><v>46056</v></c></row>', formats: [0, format] }));
    expect(grid?.rows).toEqual([{ row: 1, cells: ['2026-02-03'] }]);
  });

  it('counts rows and cells that do not say where they stand', () => {
    const [grid] = readFile(rawSpreadsheet({ rows: `<row>${text('编码')}${text('名称')}</row><row>${text('A')}</row>` }));
    expect(grid?.rows).toEqual([
      { row: 1, cells: ['编码', '名称'] },
      { row: 2, cells: ['A'] },
    ]);
  });

  it('finds a sheet by what the workbook says, not by the name of its file', () => {
    const [grid] = readFile(rawSpreadsheet({ rows: oneCell, path: 'worksheets/sheet.xml' }));
    expect(grid?.rows).toEqual([{ row: 1, cells: ['编码'] }]);
  });

  it('is not stopped by merges that overlap, nor by one over a million rows', () => {
    const merges = ['A1:A3', 'A2:A4', 'C1:Z1048576'].map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const [grid] = readFile(rawSpreadsheet({ rows: oneCell, tail: `<mergeCells>${merges}</mergeCells>` }));
    expect(grid?.rows).toEqual([{ row: 1, cells: ['编码'] }]);
    expect(grid?.merges).toEqual([
      { top: 1, bottom: 3, left: 0, right: 0 },
      { top: 2, bottom: 4, left: 0, right: 0 },
    ]);
    expect(grid?.tallMerges).toEqual(['C1:Z1048576']);
  });

  it.each([
    ['a row', `<row r="1">${text('编码', ' r="A1"')}</row><row r="2"><c r="A2"><v>1</v></c>`],
    ['a cell', '<row r="1"><c r="A1"><v>1</v>'],
  ])('says that a file is damaged whose sheet ends in the middle of %s', (_, rows) => {
    expect(() => readFile(rawSpreadsheet({ rows }))).toThrow(expect.objectContaining({ failure: 'damaged' }));
  });

  it('says that a file is damaged whose parts are not what their checksums say', () => {
    const bytes = rawSpreadsheet({ rows: oneCell });
    expect(readFile(bytes)).toHaveLength(1);
    // Stored, not packed: a changed letter unpacks without complaint.
    const stored = rawSpreadsheet({ rows: oneCell, isStored: true });
    expect(readFile(stored)).toHaveLength(1);
    stored[stored.indexOf('编码')] = 0x41;
    expect(() => readFile(stored)).toThrow(expect.objectContaining({ failure: 'damaged' }));
  });
});
