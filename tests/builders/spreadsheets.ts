import ExcelJS from '@protobi/exceljs';

type Cell = string | number | boolean | Date | null;

/** A workbook of one sheet, as somebody would make it; merges as `A3:A5`. */
export async function spreadsheet(rows: readonly (readonly Cell[])[], merges: readonly string[] = []): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('赋权事项');
  for (const row of rows) sheet.addRow([...row]);
  for (const merge of merges) sheet.mergeCells(merge);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Two departments of a county: what the sheet calls them, in full and in short. */
export interface MessyCounty {
  readonly first: string;
  readonly second: string;
}

/**
 * A list of powers as a county sends it: titles above, the header twice, sections, subtotals and a remark, merged departments, full-width
 * codes, several bases in one cell, words of its own, and four rows that no import can write. Rows are numbered from 1.
 */
export function messyMenu({ first, second }: MessyCounty): Promise<Buffer> {
  const header = ['序号', '事项编码', '权力名称', '职权类型', '实施主体', '设定依据', '下放方式', '自定义列'];
  return spreadsheet(
    [
      ['某县赋予乡镇（街道）县级行政权力事项清单（征求意见稿）'],
      [],
      header,
      ['一、城市管理类（5项）'],
      [1, 'ｃｇ－CF－９０１', '对在城市道路上\n摆摊的处罚', '处罚', first, '《城市道路管理条例》（2019-03-24）第42条', '下放', '甲'],
      [
        2,
        'CG-CF-902',
        '对损毁　绿地的处罚',
        '行政处罚',
        null,
        '《城市绿化条例》(2017-03-01)第二十六条、第27条；《城市市容和环境卫生管理条例》（2017年3月1日）第三十六条',
        '赋权',
        '乙',
      ],
      [3, 'CG-CF-903', '对违规停放的处罚', '处罚', null, '《城市道路管理条例》（2019-03-24）第四十二条', '委托', null],
      [4, 'CG-CF-904', '对乱贴广告的处罚', '处罚', '县城市管理据', '《城市市容和环境卫生管理条例》（2017-03-01）第三十六条', '下放', null],
      ['小计', null, 4],
      header,
      ['二、水利类'],
      [5, 'SL-XK-905', '小型取水许可', '许可', second, '《中华人民共和国水法》（2016-07-02）第四十八条', '委托下放', null],
      [6, 'SL-XK-906', '河道采砂许可', '许可', second, '水法有关规定', '委托', null],
      [7, 'SL-QT-907', '水事纠纷调处', '其它', second, null, null, null],
      [8, 'SL-XK-905', '重复编码的许可', '许可', second, null, '委托', null],
      [9, 'SL-XK-908', '河道内采石许可', '许可', second, '《中华人民共和国河道管理条例》（2018-03-19）第25条', '委托', null],
      ['合计', null, 9],
      ['注：本表由县司法局汇总。'],
    ],
    ['A1:H1', 'A4:H4', 'E5:E7', 'A11:H11', 'A18:H18'],
  );
}
