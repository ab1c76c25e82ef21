import type { ImportWords } from '../../word-lists.ts';

/** What a spreadsheet is about, how far it is, and what came of it. */
export const words: ImportWords = {
  importKind: {
    menu: '赋权菜单',
    organisations: '机构和乡镇概况',
    directory: '省级指导目录',
    duty_lists: '履职事项清单',
    rosters: '人员与证书',
    training_results: '培训成绩',
    existing_grants: '存量赋权',
  },
  importState: {
    reading: '正在核对',
    mapping: '待对应各列',
    checked: '待确认',
    applying: '正在写入',
    applied: '已写入',
    failed: '未导入',
    discarded: '已放弃',
  },
  importSeverity: {
    error: '错误',
    warning: '需留意',
    note: '说明',
  },
  importEffect: {
    added: '新增',
    changed: '修改',
    unchanged: '不变',
  },
  importFailure: {
    old_format: '这是旧版 .xls 或加密的文件。',
    not_a_spreadsheet: '这不是可以读取的表格文件。请另存为 .xlsx 或 .csv 后再上传。',
    damaged: '文件已损坏。请用 Excel 或 WPS 打开后另存为 .xlsx，再上传。',
    unpacks_too_large: '文件展开后过大，请删去图片和多余的工作表，或拆成几个文件。',
    too_many_rows: '超过 20000 行，请拆成几个文件。',
    too_many_columns: '有内容的列超过 200 列，请删去多余的列。',
    embedded_files: '文件里嵌有别的文件，无法检查其中有没有身份证号。请删去嵌入的文件后再上传。',
    too_large_to_read: '文件过大，没有足够的内存读取。请拆成几个文件。',
    identity_numbers: '表格中有身份证号，上传的文件内容已删除。',
    nothing_to_write: '没有需要写入的内容。',
    scope_changed: '要写入的地方已经改变。',
    changed_since_check: '核对之后数据有了变化。',
    authority_lost: '确认写入的人已不再具有相应权限，未写入任何内容。请由有权限的人员重新确认。',
    interrupted: '系统重新启动，处理被中断。请重新核对或重新确认。',
    storage: '存储暂时不可用，请稍后再试。',
    internal: '系统出错，请把导入记录告诉管理员。',
  },
};
